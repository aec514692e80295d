import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { isPrivate, labels, openComponentScene } from "./component-scene.ts";

const opened = openComponentScene();

describe("lists", () => {
  it("turns the pages of a search and opens a hit", async () => {
    const { anna, channel } = opened.scene;
    const hits = await anna.slash(channel, "search", { terms: "Krötenbrei Hexe Leuchtturm" }).message();
    expect(renderForPerson(hits)).toContain("1–5 von");
    const next = await anna.click(hits, "Weitere ▶").message();
    expect(next.id).toBe(hits.id);
    expect(renderForPerson(next)).toMatch(/6–\d+ von/);
    const passage = await anna.select(next, "Einen Treffer öffnen …", [1]).message();
    expect(isPrivate(passage)).toBe(true);
    expect(renderForPerson(passage)).toContain("Beleg:");
  });

  it("opens a document from the list and reads it to its end and back", async () => {
    const { anna, channel } = opened.scene;
    const list = await anna.slash(channel, "sources").message();
    let page = await anna.select(list, "Ein Dokument lesen …", ["hexe"]).message();
    const first = renderForPerson(page);
    let pages = 1;
    while (labels(page).includes("Weitere ▶")) {
      page = await anna.click(page, "Weitere ▶").message();
      pages++;
    }
    expect(pages).toBeGreaterThan(2);
    while (labels(page).includes("◀ Zurück")) page = await anna.click(page, "◀ Zurück").message();
    expect(renderForPerson(page).replace("\n(edited)", "")).toBe(first.replace("\n(edited)", ""));
  });
});

describe("reading", () => {
  it("jumps to a page", async () => {
    const { anna, channel } = opened.scene;
    const page = await anna.slash(channel, "source", { source: "hexe" }).message();
    const form = await anna.click(page, "Seite …").modal();
    const third = await anna.submitModal(form, { page: "2" }).message();
    expect(third).toBe(page);
    expect(renderForPerson(third)).toContain("Seite 2 von");
    expect(
      renderForPerson(await anna.submitModal(await anna.click(page, "Seite …").modal(), { page: "999" }).message()),
    ).toContain("Diese Seite gibt es nicht.");
  });

  it("cites and shares a paragraph of the page", async () => {
    const { anna, channel, standIn } = opened.scene;
    const page = await anna.slash(channel, "source", { source: "leuchtturm" }).message();
    const passage = await anna.select(page, "Einen Absatz zitieren oder teilen …", ["leuchtturm:3"]).message();
    expect(renderForPerson(passage)).toContain("Wiebke Harms");
    expect(renderForPerson(await anna.click(passage, "Zitieren").message())).toContain("Inselbote");
    const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    anna.click(passage, "Teilen");
    expect(renderForPerson(await shared)).toContain("Wiebke Harms");
  });

  it("opens what fits one document alone, and lists all where nothing does", async () => {
    const { anna, channel } = opened.scene;
    expect(renderForPerson(await anna.slash(channel, "source", { source: "bramley" }).message())).toContain(
      "twice a year",
    );
    expect(renderForPerson(await anna.slash(channel, "source", { source: "xyzzy" }).message())).toContain("/quellen");
  });
});

describe("Find sources", () => {
  it("links the message that it is about, also where it is shared", async () => {
    const { anna, channel, standIn } = opened.scene;
    const message = anna.say(channel, "Der Leuchtturm von Sandersoog wurde 1887 gebaut.");
    const found = await anna.contextMenu(message, "Belege suchen").message();
    const link = `/${channel.id}/${message.id}`;
    expect(renderForPerson(found)).toContain(link);
    const shared = standIn.nextMessage(channel, (each) => renderForPerson(each).includes("Geteilt von"));
    anna.click(found, "Teilen");
    expect(renderForPerson(await shared)).toContain(link);
  });
});

describe("custom ids that are not ours to trust", () => {
  it.each(["f0|p|old", "something else", "f1|zz|1", "f1|d|", "f1|x|../etc:1", `f1|r|${"k".repeat(60)}|1|0`])(
    "are explained: %s",
    async (customId) => {
      const { anna } = opened.scene;
      const answer = await opened.asked();
      const forged = {
        ...answer,
        components: [{ type: 1, components: [{ type: 2, style: 2, label: "Alt", custom_id: customId }] }],
      };
      const reply = await anna.click(forged, "Alt").message();
      expect(isPrivate(reply)).toBe(true);
      expect(renderForPerson(reply)).toMatch(
        /gehört zu einer älteren Nachricht|Diese Seite gibt es nicht|gibt es hier nicht/,
      );
    },
  );

  it("show nothing of a document that is not for this server", async () => {
    const { anna } = opened.scene;
    const answer = await opened.asked();
    for (const customId of ["f1|r|tresor|1|0", "f1|a|tresor|2", "f1|x|tresor:2"]) {
      const forged = {
        ...answer,
        components: [{ type: 1, components: [{ type: 2, style: 2, label: "Alt", custom_id: customId }] }],
      };
      const seen = renderForPerson(await anna.click(forged, "Alt").message());
      expect(seen).not.toMatch(/Zimtschnecke|Tresor der Gilde/);
    }
  });
});
