import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { buttonsOf } from "../../../discord-stand-in/people/people.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;

beforeAll(async () => {
  app = await openCollection();
  scene = await openBotScene(app);
}, openingTimeoutMs);
afterEach(() => expect(scene.standIn.violations).toEqual([]));
afterAll(async () => {
  await scene.close();
  await app.close();
});

const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";
const isPrivate = (message: Message): boolean => message.ephemeralFor !== undefined;
const labels = (message: Message): string[] => buttonsOf(message).flatMap((button) => button.label ?? []);

async function asked(isPrivately = false): Promise<Message> {
  return scene.anna.slash(scene.channel, "ask", { question, private: isPrivately }).message();
}

describe("turning pages", () => {
  it("shows the next passages in the same message, and the previous ones again", async () => {
    const { anna } = scene;
    const answer = await asked();
    const first = renderForPerson(answer);
    const next = await anna.click(answer, "Weitere ▶").message();
    expect(next.id).toBe(answer.id);
    expect(renderForPerson(next)).toContain("4 · **");
    expect(renderForPerson(next)).toContain(`**${question}**`);
    expect(labels(next)).toContain("◀ Zurück");
    const back = await anna.click(next, "◀ Zurück").message();
    expect(renderForPerson(back).replace("\n(edited)", "")).toBe(first);
  });

  it("works after a restart, from what stands in the message", async () => {
    const { anna } = scene;
    const answer = await asked();
    await scene.restart();
    expect(renderForPerson(await anna.click(answer, "Weitere ▶").message())).toContain("4 · **");
    expect(renderForPerson(await anna.click(answer, "Kontext").message())).toContain("Beleg:");
  });

  it("shows them to somebody else in a message of their own, in their language", async () => {
    const { ben } = scene;
    const answer = await asked();
    const before = renderForPerson(answer);
    const own = await ben.click(answer, "Weitere ▶").message();
    expect(isPrivate(own)).toBe(true);
    expect(renderForPerson(own)).toContain("More passages");
    expect(renderForPerson(answer)).toBe(before);
  });

  it("keeps the limits of the question", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Leuchtturm Sandersoog", source: "leuchtturm", from: "2021" })
      .message();
    const next = renderForPerson(await anna.click(answer, "Weitere ▶").message());
    expect(next).toContain("nur in `leuchtturm` · ab 1. Januar 2021");
  });

  it("survives two clicks at once", async () => {
    const { anna } = scene;
    const answer = await asked();
    const clicks = [anna.click(answer, "Weitere ▶"), anna.click(answer, "Weitere ▶")];
    for (const click of clicks) expect(renderForPerson(await click.message())).toContain("4 · **");
  });

  it("shows what came closest after an abstention, and then more of it", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Wer bemalte die Laterne im Quidditchstadion 2040?" })
      .message();
    expect(renderForPerson(answer)).not.toContain(">");
    const closest = renderForPerson(await anna.click(answer, "Nächstliegende Stellen").message());
    expect(closest).toContain("Das kommt am nächsten:");
    expect(closest).toContain("> ");
    expect(closest).not.toContain("> **");
  });
});

describe("Context, Cite, Open source", () => {
  it("show the surroundings and the reference to whoever clicks, and to nobody else", async () => {
    const { ben } = scene;
    const answer = await asked();
    const context = await ben.click(answer, "Kontext").message();
    expect(isPrivate(context)).toBe(true);
    expect(renderForPerson(context)).toContain("After · paragraph 3");
    const citation = await ben.click(answer, "Zitieren").message();
    expect(isPrivate(citation)).toBe(true);
    expect(renderForPerson(citation)).toContain("Inselbote. 2021. “Der Leuchtturm von Sandersoog.”");
    expect(() => ben.click(answer, "Quelle öffnen")).toThrow("https://inselbote.example/leuchtturm#:~:text=");
  });

  it("leads from the context into the document", async () => {
    const { anna } = scene;
    const context = await anna.click(await asked(), "Kontext").message();
    const page = await anna.click(context, "Hier weiterlesen").message();
    expect(isPrivate(page)).toBe(true);
    expect(renderForPerson(page)).toContain(
      "**▶ Absatz 2**\n┃ > Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut.",
    );
    expect(renderForPerson(page)).toContain("Im Winter 1962 riss");
    expect(() => anna.click(page, "Quelle öffnen")).toThrow("#:~:text=Der%20Leuchtturm");
  });

  it("writes the reference in every style, in the message of whoever chooses", async () => {
    const { ben } = scene;
    const citation = await ben.click(await asked(), "Zitieren").message();
    for (const [style, expected] of [
      ["bibtex", "@misc{leuchtturm-2,"],
      ["ris", "ER  -"],
      ["csl-json", '"publisher": "Inselbote"'],
      ["iso690-footnote", "Inselbote"],
    ] as const) {
      const shown = await ben.select(citation, "Another style …", [style]).message();
      expect(shown).toBe(citation);
      expect(renderForPerson(shown)).toContain(expected);
    }
  });

  it("writes a reference for somebody else in a message of their own", async () => {
    const { anna, ben, channel } = scene;
    const shown = await anna.slash(channel, "cite", { reference: "leuchtturm:2", style: "bibtex" }).message();
    expect(isPrivate(shown)).toBe(false);
    const other = await ben.select(shown, "Ein anderer Stil …", ["ris"]).message();
    expect(other).not.toBe(shown);
    expect(isPrivate(other)).toBe(true);
    expect(renderForPerson(shown)).toContain("leuchtturm-2");
  });
});

describe("Share", () => {
  it("makes a private answer public, once, without its button", async () => {
    const { anna, ben, channel } = scene;
    const answer = await asked(true);
    const { standIn } = scene;
    const stripped = standIn.next("message-edited", (message) => message === answer);
    const sharing = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    anna.click(answer, "Teilen");
    const shared = await sharing;
    await stripped;
    expect(isPrivate(shared)).toBe(false);
    expect(ben.view(channel)).toContain(shared);
    expect(renderForPerson(shared)).toContain("1887");
    expect(labels(shared)).toContain("Löschen");
    expect(labels(shared)).not.toContain("Teilen");
    expect(labels(answer)).not.toContain("Teilen");
    expect(shared.mentions.userIds).toEqual([]);
  });

  it("is done once for two clicks at once", async () => {
    const { anna, channel, standIn } = scene;
    const sharedNow = () =>
      standIn.messages(channel).filter((message) => renderForPerson(message).includes("Geteilt von"));
    const before = sharedNow().length;
    const answer = await asked(true);
    const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    const clicks = [anna.click(answer, "Teilen"), anna.click(answer, "Teilen")];
    const seen = await Promise.all(clicks.map(async (click) => renderForPerson(await click.message())));
    await shared;
    expect(seen.filter((text) => text.includes("Das ist schon geteilt."))).toHaveLength(1);
    expect(sharedNow()).toHaveLength(before + 1);
  });

  it("is not offered where there is nobody to share with", async () => {
    const { anna } = scene;
    const answer = await anna.slash(anna.dm, "ask", { question, private: true }).message();
    expect(labels(answer)).not.toContain("Teilen");
  });
});

describe("Ask further", () => {
  it("takes the words that are left out from the question before", async () => {
    const { anna, channel } = scene;
    const first = await anna
      .slash(channel, "ask", { question: "Wie viele Gäste besuchen im August den Leuchtturm?" })
      .message();
    const form = await anna.click(first, "Weiterfragen").modal();
    const answer = await anna.submitModal(form, { question: "und im September?" }).message();
    const seen = renderForPerson(answer);
    expect(seen).toContain("**und im September?**");
    expect(seen).toContain("Anschluss an: Wie viele Gäste besuchen im August den Leuchtturm?");
    expect(seen).toContain("Im September sind es noch 4000 Gäste.");
    expect(isPrivate(answer)).toBe(false);
    const again = await anna
      .submitModal(await anna.click(answer, "Weiterfragen").modal(), { question: "und wer gab Geld?" })
      .message();
    expect(renderForPerson(again)).toContain(
      "Anschluss an: Wie viele Gäste besuchen im August den Leuchtturm? und im September?",
    );
  });

  it("answers privately what goes on from a private answer, after a restart as well", async () => {
    const { anna } = scene;
    const form = await anna.click(await asked(true), "Weiterfragen").modal();
    await scene.restart();
    const answer = await anna.submitModal(form, { question: "Und wie weit leuchtet er?" }).message();
    expect(isPrivate(answer)).toBe(true);
    expect(renderForPerson(answer)).toContain("34 Kilometer");
  });
});

describe("Delete", () => {
  it("is for the asker", async () => {
    const { anna, ben } = scene;
    const answer = await asked();
    expect(renderForPerson(await ben.click(answer, "Löschen").message())).toContain("Only the person who asked");
    expect(answer.deleted).toBe(false);
    await scene.standIn.settled(anna.click(answer, "Löschen"));
    expect(answer.deleted).toBe(true);
  });

  it("is for moderators, and twice at once does no harm", async () => {
    const { standIn, guild, channel } = scene;
    const moderator = standIn.addUser("mo", { locale: "de" });
    standIn.join(guild, moderator, [standIn.addRole(guild, "mods", ["ManageMessages"])]);
    const answer = await asked();
    const gone = standIn.next("message-deleted");
    const clicks = [moderator.click(answer, "Löschen"), moderator.click(answer, "Löschen")];
    await gone;
    await Promise.all(clicks.map((click) => click.acknowledged));
    expect(standIn.messages(channel)).not.toContain(answer);
  });
});

describe("lists", () => {
  it("turns the pages of a search and opens a hit", async () => {
    const { anna, channel } = scene;
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
    const { anna, channel } = scene;
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

describe("custom ids that are not ours to trust", () => {
  it.each(["f0|p|old", "something else", "f1|zz|1", "f1|d|", "f1|x|../etc:1", `f1|r|${"k".repeat(60)}|1|0`])(
    "are explained: %s",
    async (customId) => {
      const { anna } = scene;
      const answer = await asked();
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
    const { anna } = scene;
    const answer = await asked();
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
