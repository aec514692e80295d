import { describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { flatten } from "../../../discord-stand-in/state/messages.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import type { BotScene } from "../scene.ts";
import { entries, isPrivate, labels, openComponentScene, question, remove, share } from "./component-scene.ts";

const opened = openComponentScene();

describe("turning pages", () => {
  it("shows the next passages in the same message, and the previous ones again", async () => {
    const { anna } = opened.scene;
    const answer = await opened.asked();
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
    const { anna } = opened.scene;
    const answer = await opened.asked();
    await opened.scene.restart();
    expect(renderForPerson(await anna.click(answer, "Kontext").message())).toContain("Beleg:");
    expect(renderForPerson(await anna.click(answer, "Weitere ▶").message())).toContain("2–4 von");
    expect(renderForPerson(await anna.select(answer, "Mehr …", ["Kontext zeigen"]).message())).toContain("Beleg:");
  });

  it("shows them to somebody else in a message of their own, in their language", async () => {
    const { ben } = opened.scene;
    const answer = await opened.asked();
    const before = renderForPerson(answer);
    const own = await ben.click(answer, "Weitere ▶").message();
    expect(isPrivate(own)).toBe(true);
    expect(renderForPerson(own)).toMatch(/2–4 of \d/);
    expect(renderForPerson(answer)).toBe(before);
  });

  it("keeps the limits of the question", async () => {
    const { anna, channel } = opened.scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Leuchtturm Sandersoog", source: "leuchtturm", from: "2021" })
      .message();
    const next = renderForPerson(await anna.click(answer, "Weitere ▶").message());
    expect(next).toContain("nur in `leuchtturm` · ab 1. Januar 2021");
  });

  it("survives two clicks at once", async () => {
    const { anna } = opened.scene;
    const answer = await opened.asked();
    const clicks = [anna.click(answer, "Weitere ▶"), anna.click(answer, "Weitere ▶")];
    for (const click of clicks) expect(renderForPerson(await click.message())).toContain("2–4 von");
  });

  it("shows what came closest after an abstention, and then more of it", async () => {
    const { anna, channel } = opened.scene;
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
    const { ben } = opened.scene;
    const answer = await opened.asked();
    const context = await ben.click(answer, "Kontext").message();
    expect(isPrivate(context)).toBe(true);
    expect(renderForPerson(context)).toContain("After · paragraph 3");
    const citation = await ben.select(answer, "Mehr …", ["Zitieren"]).message();
    expect(isPrivate(citation)).toBe(true);
    expect(renderForPerson(citation)).toContain("Inselbote. 2021. “Der Leuchtturm von Sandersoog.”");
    expect(() => ben.click(answer, "Quelle")).toThrow("https://inselbote.example/leuchtturm#:~:text=");
  });

  it("leads from the context into the document", async () => {
    const { anna } = opened.scene;
    const context = await anna.click(await opened.asked(), "Kontext").message();
    const page = await anna.click(context, "Hier weiterlesen").message();
    expect(isPrivate(page)).toBe(true);
    expect(renderForPerson(page)).toContain(
      "**▶ Absatz 2**\n┃ > Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut.",
    );
    expect(renderForPerson(page)).toContain("Im Winter 1962 riss");
    expect(() => anna.click(page, "Quelle")).toThrow("#:~:text=Der%20Leuchtturm");
  });

  it("writes the reference in every style, in the message of whoever chooses", async () => {
    const { ben } = opened.scene;
    const citation = await ben.select(await opened.asked(), "Mehr …", ["Zitieren"]).message();
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
    const { anna, ben, channel } = opened.scene;
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
    const { anna, ben, channel } = opened.scene;
    const answer = await opened.asked(true);
    const { standIn } = opened.scene;
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
    const { anna, channel, standIn } = opened.scene;
    const sharedNow = () =>
      standIn.messages(channel).filter((message) => renderForPerson(message).includes("Geteilt von"));
    const before = sharedNow().length;
    const answer = await opened.asked(true);
    const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
    const clicks = [anna.select(answer, "Mehr …", [share]), anna.select(answer, "Mehr …", [share])];
    const seen = await Promise.all(clicks.map(async (click) => renderForPerson(await click.message())));
    await shared;
    expect(seen.filter((text) => text.includes("Das ist schon geteilt."))).toHaveLength(1);
    expect(sharedNow()).toHaveLength(before + 1);
  });

  it("is not offered where there is nobody to share with", async () => {
    const { anna } = opened.scene;
    const answer = await anna.slash(anna.dm, "ask", { question, private: true }).message();
    expect(entries(answer)).not.toContain(share);
  });
});

describe("Ask further", () => {
  it("takes the words that are left out from the question before", async () => {
    const { anna, channel } = opened.scene;
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
    const { anna } = opened.scene;
    const form = await anna.click(await opened.asked(true), "Weiterfragen").modal();
    await opened.scene.restart();
    const answer = await anna.submitModal(form, { question: "Und wie weit leuchtet er?" }).message();
    expect(isPrivate(answer)).toBe(true);
    expect(renderForPerson(answer)).toContain("34 Kilometer");
  });
});

describe("Delete", () => {
  it("is for the asker, and apart from what people press", async () => {
    const { anna, ben } = opened.scene;
    const answer = await opened.asked();
    expect(labels(answer).join()).not.toContain("ösch");
    expect(renderForPerson(await ben.select(answer, "Mehr …", [remove]).message())).toContain(
      "Only the person who asked",
    );
    expect(answer.deleted).toBe(false);
    await opened.scene.standIn.settled(anna.select(answer, "Mehr …", [remove]));
    expect(answer.deleted).toBe(true);
  });

  it("asks the moderator who is not the asker", async () => {
    const { standIn, guild, channel } = opened.scene;
    const moderator = standIn.addUser("mo", { locale: "de" });
    standIn.join(guild, moderator, [standIn.addRole(guild, "mods", ["ManageMessages"])]);
    const answer = await opened.asked();
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
    const { anna, channel } = opened.scene;
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
  await opened.scene.standIn.settled(interaction);
  expect(message.deleted).toBe(true);
}

describe("an answer's layout", () => {
  it("has the quote first, its source in small print below, one row of buttons and one menu", async () => {
    const answer = await opened.asked();
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

  it("shows each of several questions as it was asked", async () => {
    const { anna, channel } = opened.scene;
    const several = "Wann wurde der Leuchtturm gebaut? Wie viele Gäste_innen besuchen im August den Leuchtturm?";
    const seen = renderForPerson(await anna.slash(channel, "ask", { question: several }).message());
    expect(seen).toContain("**2. Wie viele Gäste\\_innen besuchen im August den Leuchtturm?**");
  });

  it("keeps the bold sentence in the context", async () => {
    const context = renderForPerson(await opened.scene.anna.click(await opened.asked(), "Kontext").message());
    expect(context).toContain("> **Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut.** Seine Laterne");
  });

  it("shows a document's title once on a page, and what concerns a passage in the menu", async () => {
    const { anna } = opened.scene;
    const next = await anna.click(await opened.asked(), "Weitere ▶").message();
    expect(renderForPerson(next).split("**Der Leuchtturm von Sandersoog**").length - 1).toBe(1);
    expect(entries(next).filter((label) => label === "Kontext zeigen").length).toBe(3);
    const context = await anna.select(next, "Mehr …", [1]).message();
    expect(renderForPerson(context)).toContain("Beleg:");
    expect(renderForPerson(await anna.select(next, "Mehr …", [3]).message())).toContain("**▶ Absatz");
  });
});
