import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { buttonsOf, selectsOf } from "../../../discord-stand-in/people/people.ts";
import { flatten } from "../../../discord-stand-in/state/messages.ts";
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

/** The entries of the menus below a message. */
const entries = (message: Message): string[] =>
  selectsOf(message).flatMap(({ options }) => (options ?? []).map(({ label }) => label));
const share = "Für alle sichtbar machen";
const remove = "Antwort löschen";

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
    expect(renderForPerson(next)).toContain("2–4 von");
    expect(renderForPerson(next)).toContain(`Frage: ${question}`);
    expect(labels(next)).toContain("◀ Zurück");
    const back = await anna.click(next, "◀ Zurück").message();
    expect(renderForPerson(back).replace("\n(edited)", "")).toBe(first);
  });

  it("works after a restart, from what stands in the message", async () => {
    const { anna } = scene;
    const answer = await asked();
    await scene.restart();
    expect(renderForPerson(await anna.click(answer, "Kontext").message())).toContain("Beleg:");
    expect(renderForPerson(await anna.click(answer, "Weitere ▶").message())).toContain("2–4 von");
    expect(renderForPerson(await anna.select(answer, "Mehr …", ["Kontext zeigen"]).message())).toContain("Beleg:");
  });

  it("shows them to somebody else in a message of their own, in their language", async () => {
    const { ben } = scene;
    const answer = await asked();
    const before = renderForPerson(answer);
    const own = await ben.click(answer, "Weitere ▶").message();
    expect(isPrivate(own)).toBe(true);
    expect(renderForPerson(own)).toMatch(/2–4 of \d/);
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
    for (const click of clicks) expect(renderForPerson(await click.message())).toContain("2–4 von");
  });

  it("shows what came closest after an abstention, and then more of it", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Wer bemalte die Laterne im Quidditchstadion 2040?" })
      .message();
    expect(renderForPerson(answer)).not.toContain("┃ > ");
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
    const citation = await ben.select(answer, "Mehr …", ["Zitieren"]).message();
    expect(isPrivate(citation)).toBe(true);
    expect(renderForPerson(citation)).toContain("Inselbote. 2021. “Der Leuchtturm von Sandersoog.”");
    expect(() => ben.click(answer, "Quelle")).toThrow("https://inselbote.example/leuchtturm#:~:text=");
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
    expect(() => anna.click(page, "Quelle")).toThrow("#:~:text=Der%20Leuchtturm");
  });

  it("writes the reference in every style, in the message of whoever chooses", async () => {
    const { ben } = scene;
    const citation = await ben.select(await asked(), "Mehr …", ["Zitieren"]).message();
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
    anna.select(answer, "Mehr …", [share]);
    const shared = await sharing;
    await stripped;
    expect(isPrivate(shared)).toBe(false);
    expect(ben.view(channel)).toContain(shared);
    expect(renderForPerson(shared)).toContain("1887");
    expect(entries(shared)).toContain("Antwort löschen");
    for (const each of [shared, answer]) expect(entries(each)).not.toContain(share);
    expect(shared.mentions.userIds).toEqual([]);
  });

  it("is done once for two clicks at once", async () => {
    const { anna, channel, standIn } = scene;
    const sharedNow = () =>
      standIn.messages(channel).filter((message) => renderForPerson(message).includes("Geteilt von"));
    const before = sharedNow().length;
    const answer = await asked(true);
    const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    const clicks = [anna.select(answer, "Mehr …", [share]), anna.select(answer, "Mehr …", [share])];
    const seen = await Promise.all(clicks.map(async (click) => renderForPerson(await click.message())));
    await shared;
    expect(seen.filter((text) => text.includes("Das ist schon geteilt."))).toHaveLength(1);
    expect(sharedNow()).toHaveLength(before + 1);
  });

  it("is not offered where there is nobody to share with", async () => {
    const { anna } = scene;
    const answer = await anna.slash(anna.dm, "ask", { question, private: true }).message();
    expect(entries(answer)).not.toContain(share);
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
    expect(seen).toContain("Frage: und im September?");
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
  it("is for the asker, and apart from what people press", async () => {
    const { anna, ben } = scene;
    const answer = await asked();
    expect(labels(answer).join()).not.toContain("ösch");
    expect(renderForPerson(await ben.select(answer, "Mehr …", [remove]).message())).toContain(
      "Only the person who asked",
    );
    expect(answer.deleted).toBe(false);
    await scene.standIn.settled(anna.select(answer, "Mehr …", [remove]));
    expect(answer.deleted).toBe(true);
  });

  it("asks the moderator who is not the asker", async () => {
    const { standIn, guild, channel } = scene;
    const moderator = standIn.addUser("mo", { locale: "de" });
    standIn.join(guild, moderator, [standIn.addRole(guild, "mods", ["ManageMessages"])]);
    const answer = await asked();
    const questions = await Promise.all([1, 2].map(() => moderator.select(answer, "Mehr …", [remove]).message()));
    for (const each of questions) {
      expect(isPrivate(each)).toBe(true);
      expect(renderForPerson(each)).toContain("Wirklich löschen?");
    }
    expect(answer.deleted).toBe(false);
    const gone = standIn.next("message-deleted");
    const clicks = questions.map((each) => moderator.click(each, "Löschen"));
    await gone;
    await Promise.all(clicks.map((click) => click.acknowledged));
    expect(standIn.messages(channel)).not.toContain(answer);
  });

  it("is red, and in a row of its own, where it is a button", async () => {
    const { anna, channel } = scene;
    for (const [command, values] of [
      ["cite", { reference: "leuchtturm:2" }],
      ["cite", { reference: "leuchtturm:2", style: "bibtex" }],
      ["search", { terms: "Leuchtturm" }],
    ] as const) {
      const shown = await anna.slash(channel, command, values).message();
      const rows = flatten(shown.components).filter(({ type }) => type === 1);
      const row = rows.find(({ components }) => components?.some(({ label }) => label === "Löschen"));
      expect(row?.components?.map(({ style }) => style)).toEqual([4]);
      await standInGone(anna.click(shown, "Löschen"), shown);
    }
  });
});

async function standInGone(
  interaction: Parameters<BotScene["standIn"]["settled"]>[0],
  message: Message,
): Promise<void> {
  await scene.standIn.settled(interaction);
  expect(message.deleted).toBe(true);
}

describe("an answer's layout", () => {
  it("has the quote first, its source in small print below, one row of buttons and one menu", async () => {
    const answer = await asked();
    const lines = renderForPerson(answer)
      .split("\n")
      .map((line) => line.replace("┃ ", ""));
    expect(lines[0]).toMatch(/^> \*\*Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut\.\*\*/);
    expect(lines[1]).toMatch(
      /^-# \*\*Der Leuchtturm von Sandersoog\*\* · Inselbote · 4\. Mai 2021 · Absatz 2 · `leuchtturm:2@/,
    );
    expect(lines[2]).toBe(`-# Frage: ${question}`);
    expect(labels(answer)).toEqual(["Kontext", "Weitere ▶", "Weiterfragen", "Quelle"]);
    expect(flatten(answer.components).filter(({ type }) => type === 1)).toHaveLength(2);
    expect(flatten(answer.components).filter(({ type }) => type === 9)).toEqual([]);
  });

  it("keeps the bold sentence in the context", async () => {
    const context = renderForPerson(await scene.anna.click(await asked(), "Kontext").message());
    expect(context).toContain("> **Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut.** Seine Laterne");
  });

  it("shows a document's title once on a page, and what concerns a passage in the menu", async () => {
    const { anna } = scene;
    const next = await anna.click(await asked(), "Weitere ▶").message();
    expect(renderForPerson(next).split("**Der Leuchtturm von Sandersoog**").length - 1).toBe(1);
    expect(entries(next).filter((label) => label === "Kontext zeigen").length).toBe(3);
    const context = await anna.select(next, "Mehr …", [1]).message();
    expect(renderForPerson(context)).toContain("Beleg:");
    expect(renderForPerson(await anna.select(next, "Mehr …", [3]).message())).toContain("**▶ Absatz");
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

describe("reading", () => {
  it("jumps to a page", async () => {
    const { anna, channel } = scene;
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
    const { anna, channel, standIn } = scene;
    const page = await anna.slash(channel, "source", { source: "leuchtturm" }).message();
    const passage = await anna.select(page, "Einen Absatz zitieren oder teilen …", ["leuchtturm:3"]).message();
    expect(renderForPerson(passage)).toContain("Wiebke Harms");
    expect(renderForPerson(await anna.click(passage, "Zitieren").message())).toContain("Inselbote");
    const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    anna.click(passage, "Teilen");
    expect(renderForPerson(await shared)).toContain("Wiebke Harms");
  });

  it("opens what fits one document alone, and lists all where nothing does", async () => {
    const { anna, channel } = scene;
    expect(renderForPerson(await anna.slash(channel, "source", { source: "bramley" }).message())).toContain(
      "twice a year",
    );
    expect(renderForPerson(await anna.slash(channel, "source", { source: "xyzzy" }).message())).toContain("/quellen");
  });
});

describe("Find sources", () => {
  it("links the message that it is about, also where it is shared", async () => {
    const { anna, channel, standIn } = scene;
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
