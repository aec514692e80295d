import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { cite } from "../../../src/discord/commands/cite.ts";
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

const isPrivate = (message: Message): boolean => message.ephemeralFor !== undefined;

describe("/ask", () => {
  it("answers in the person's language with the passage, word for word, and its source", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Wann wurde der Leuchtturm von Sandersoog gebaut?" })
      .message();
    const seen = renderForPerson(answer);
    expect(seen).toContain("Frage: Wann wurde der Leuchtturm von Sandersoog gebaut?");
    expect(seen).toContain(
      "> **Der Leuchtturm von Sandersoog wurde im Jahr 1887 gebaut.** Seine Laterne leuchtet 34 Kilometer weit",
    );
    expect(seen).toContain("-# **Der Leuchtturm von Sandersoog** · Inselbote · 4. Mai 2021");
    expect(seen).toMatch(/Absatz 2 · `leuchtturm:2@[0-9a-f]{12}`/);
    expect(seen).toContain("Kontext");
    expect(isPrivate(answer)).toBe(false);
  });

  it("speaks English with an English person about an English document, and brackets a described title", async () => {
    const { ben, channel } = scene;
    const seen = renderForPerson(
      await ben.slash(channel, "ask", { question: "How many jars of honey does the first harvest give?" }).message(),
    );
    expect(seen).toContain("700 jars of honey.**");
    expect(seen).toContain("**\\[The honey of Bramley\\]** · 2020");
    expect(seen).toContain("paragraph 2");
    expect(seen).toContain("More ▶");
  });

  it("takes the server's language for people who speak neither", async () => {
    const { ben, channel } = scene;
    const asked = ben.slash(channel, "ask", { question: "Leuchtturm gebaut" }, { locale: "fr" });
    expect(renderForPerson(await asked.message())).toContain("Absatz");
  });

  it("answers privately where that is wanted", async () => {
    const { anna, ben, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Wer ist der Vorsitzende des Vereins?", private: true })
      .message();
    expect(isPrivate(answer)).toBe(true);
    expect(ben.view(channel)).not.toContain(answer);
    expect(renderForPerson(answer)).toContain("Für alle sichtbar machen");
    expect(renderForPerson(answer)).not.toContain("löschen");
  });

  it("says plainly that the documents hold no answer, and what it looked for", async () => {
    const { anna, channel } = scene;
    const seen = renderForPerson(
      await anna.slash(channel, "ask", { question: "Wer gewann den Quidditchpokal 2040?" }).message(),
    );
    expect(seen).toContain("Darauf steht in den Dokumenten keine Antwort.");
    expect(seen).toContain("Quidditchpokal (nirgends gefunden)");
    expect(seen).not.toContain("┃ > ");
  });

  it("stays within a document, and says so", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Was kostet ein Glas Honig?", source: "leuchtturm" })
      .message();
    const seen = renderForPerson(answer);
    expect(seen).toContain("nur in `leuchtturm`");
    expect(seen).not.toContain("honey:");
  });

  it("stays within a time, and says which documents it left out for want of a date", async () => {
    const { anna, channel } = scene;
    const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";
    const within = renderForPerson(
      await anna.slash(channel, "ask", { question, from: "5.2021", until: "2021-05-04" }).message(),
    );
    expect(within).toContain("ab 1. Mai 2021 · bis 4. Mai 2021 · Ein Dokument ohne Datum blieb unberücksichtigt.");
    expect(within).toContain("1887");
    const after = renderForPerson(await anna.slash(channel, "ask", { question, from: "2022" }).message());
    expect(after).not.toContain("1887");
  });

  it.each([
    [{ question: "Wer?", source: "leuchtturn" }, /Dieses Dokument gibt es hier nicht\. Meintest du `leuchtturm`\?/],
    [{ question: "Wer?", from: "gestern" }, /gestern ist kein Datum/],
    [{ question: "Wer?", from: "2022", until: "2021" }, /endet, bevor er anfängt/],
    [{ question: "\u200E \u202E" }, /Da steht keine Frage/],
    [{ question: "*".repeat(1000) }, /Die Frage ist zu lang/],
  ])("explains privately what cannot be asked: %j", async (options, expected) => {
    const { anna, channel } = scene;
    const reply = await anna.slash(channel, "ask", options).message();
    expect(isPrivate(reply)).toBe(true);
    expect(renderForPerson(reply)).toMatch(expected);
  });

  it.each(["?", "a", "Leuchtturm", "x".repeat(1000), "Wort ".repeat(199)])(
    "answers the shortest and the longest question",
    async (question) => {
      const { ben, channel } = scene;
      expect(renderForPerson(await ben.slash(channel, "ask", { question }).message())).not.toBe("");
    },
  );

  it("completes questions from the documents, and sources, within the limits", async () => {
    const { anna, channel } = scene;
    const questions = await anna.autocomplete(channel, "ask", "question", "wann").choices();
    expect(questions.map((choice) => choice.value)).toContain("Wann wurde der Leuchtturm gebaut?");
    expect(questions.length).toBeLessThanOrEqual(25);
    const sources = await anna.autocomplete(channel, "ask", "source", "leucht", { question: "Wer?" }).choices();
    expect(sources).toEqual([{ name: "Der Leuchtturm von Sandersoog (leuchtturm)", value: "leuchtturm" }]);
    // Whoever goes on typing is left alone; a bare heading is no question.
    expect(await anna.autocomplete(channel, "ask", "question", "x".repeat(900)).choices()).toEqual([]);
  });

  it("never completes with what others asked", async () => {
    const { anna, ben, channel } = scene;
    await ben.slash(channel, "ask", { question: "Quastenflosser im Leuchtturm?" }).message();
    expect(await anna.autocomplete(channel, "ask", "question", "Quastenfl").choices()).toEqual([]);
  });
});

describe("/cite", () => {
  it("shows the passage, its neighbours and its proof", async () => {
    const { anna, channel } = scene;
    const seen = renderForPerson(await anna.slash(channel, "cite", { reference: "[Leuchtturm:3]" }).message());
    expect(seen).toContain("> Die Leuchtturmwärterin Wiebke Harms zog 1951");
    expect(seen).toContain("Davor · Absatz 2");
    expect(seen).toContain("Danach · Absatz 4");
    expect(seen).toMatch(
      /Datei leuchtturm\.txt .*Zeichen \d+–\d+ · Fingerabdruck `[0-9a-f]{12}` · SHA-256 `[0-9a-f]{64}`/,
    );
  });

  it.each([
    ["irgendwas", /Das ist keine Fundstelle/],
    ["leuchtturm:99", /Diese Fundstelle gibt es hier nicht\. Meintest du `leuchtturm:\d`/],
    ["leuchtturm:3@000000000000", /steht nicht mehr, was zitiert wurde|gibt es hier nicht/],
  ])("explains what is wrong with %s", async (reference, expected) => {
    const { anna, channel } = scene;
    expect(renderForPerson(await anna.slash(channel, "cite", { reference }).message())).toMatch(expected);
  });

  it.each([
    ["chicago-author-date", "Inselbote. 2021. „Der Leuchtturm von Sandersoog“."],
    ["iso690-footnote", "Der Leuchtturm von Sandersoog"],
    ["markdown", "https://inselbote.example/leuchtturm#:~:text="],
    ["bibtex", "{leuchtturm-3,"],
    ["ris", "TI  - Der Leuchtturm von Sandersoog"],
    ["csl-json", '"title": "Der Leuchtturm von Sandersoog"'],
  ])("writes a reference as %s", async (style, expected) => {
    const { anna, channel } = scene;
    const seen = renderForPerson(await anna.slash(channel, "cite", { reference: "leuchtturm:3", style }).message());
    expect(seen).toContain(expected);
    expect(seen).toMatch(/`leuchtturm:3@[0-9a-f]{12}`/);
    expect(seen).toContain("> Die Leuchtturmwärterin Wiebke Harms zog 1951");
  });

  it("names the styles in both languages", () => {
    const style = cite.data.options?.find(({ name }) => name === "style");
    expect(style).toMatchObject({
      choices: expect.arrayContaining([
        { value: "chicago-footnote", name: "Chicago, footnote", name_localizations: { de: "Chicago, Fußnote" } },
      ]),
    });
  });

  it("completes citations", async () => {
    const { anna, channel } = scene;
    const choices = await anna.autocomplete(channel, "cite", "reference", "leuchtturm:3").choices();
    expect(choices[0]?.value).toBe("leuchtturm:3");
  });
});

describe("/search, /sources, /source, /help", () => {
  it("lists hits with what was found in bold, and says when there is none", async () => {
    const { ben, channel } = scene;
    const seen = renderForPerson(await ben.slash(channel, "search", { terms: "honey market" }).message());
    expect(seen).toContain("**honey**");
    expect(seen).toMatch(/1–\d of \d hits/);
    const none = renderForPerson(
      await ben.slash(channel, "search", { terms: "Quaggamuschelfarm", private: true }).message(),
    );
    expect(none).toContain("No hits.");
  });

  it("lists the documents with what can be told of them", async () => {
    const { anna, channel } = scene;
    const list = await anna.slash(channel, "sources").message();
    expect(isPrivate(list)).toBe(true);
    expect(renderForPerson(list)).toContain("## 3 Dokumente");
    expect(renderForPerson(list)).toMatch(/`leuchtturm` · 5 Textstellen/);
  });

  it("opens a document to read", async () => {
    const { anna, channel } = scene;
    const seen = renderForPerson(await anna.slash(channel, "source", { source: "leuchtturm" }).message());
    expect(seen).toContain("**Der Leuchtturm von Sandersoog**");
    expect(seen).toContain("Seite 1 von 1");
    expect(renderForPerson(await anna.slash(channel, "source", { source: "nichts" }).message())).toContain(
      "gibt es hier nicht",
    );
    expect(renderForPerson(await anna.slash(channel, "source", { source: "leuchtturm", page: 7 }).message())).toContain(
      "Diese Seite gibt es nicht",
    );
  });

  it("explains itself on one screen, in two languages", async () => {
    const { anna, ben, channel } = scene;
    const german = renderForPerson(await anna.slash(channel, "hilfe").message());
    expect(german).toContain("3 Dokumenten");
    expect(german).toContain("`/zitieren`");
    const english = renderForPerson(await ben.slash(channel, "help").message());
    expect(english).toContain("`/cite`");
    expect(english.length).toBeLessThan(2500);
  });
});

describe("Find sources", () => {
  it("shows which passages support what a message says", async () => {
    const { anna, ben, channel } = scene;
    const message = ben.say(
      channel,
      "Moin zusammen! Der Anleger von Sandersoog wurde aus Eichenholz erneuert. Die Königin von Atlantis züchtet violette Nashörner. Glaubt ihr das?",
    );
    const reply = await anna.contextMenu(message, "Belege suchen").message();
    const seen = renderForPerson(reply);
    expect(isPrivate(reply)).toBe(true);
    expect(seen).toContain("**Der Anleger wurde im Frühjahr darauf aus Eichenholz erneuert.**");
    expect(seen).toContain("Die Königin von Atlantis züchtet violette Nashörner.");
    expect(seen).toContain("Dazu fand sich nichts.");
  });

  it("looks at what a forwarded message says", async () => {
    const { anna, ben, channel } = scene;
    const said = ben.say(channel, "Der Anleger von Sandersoog wurde aus Eichenholz erneuert.");
    const reply = await anna.contextMenu(anna.forward(channel, said), "Belege suchen").message();
    expect(renderForPerson(reply)).toContain("**Der Anleger wurde im Frühjahr darauf aus Eichenholz erneuert.**");
  });

  it("explains why it cannot for a message without words", async () => {
    const { ben, channel } = scene;
    const reply = await ben.contextMenu(ben.say(channel, "👍"), "Find sources").message();
    expect(renderForPerson(reply)).toContain("claims nothing");
    const answer = await ben.slash(channel, "help").message();
    expect(renderForPerson(await ben.contextMenu(answer, "Find sources").message())).toContain("has no text");
  });
});

describe("hostile documents", () => {
  it("come out as harmless text with the citation intact", async () => {
    const { anna, channel } = scene;
    const answer = await anna
      .slash(channel, "ask", { question: "Was kocht Zwirbeline aus der Fliegenpilzsuppe?", source: "hexe" })
      .message();
    const seen = renderForPerson(answer);
    expect(seen).toContain("\\*\\*Fliegenpilzsuppe\\*\\*");
    expect(seen).toContain("\\@everyone");
    expect(seen).toContain("\\<\\@123456789012345678\\>");
    expect(seen).toContain("\\`\\`\\`js");
    expect(seen).toContain("https:\\/\\/boese.example");
    expect(seen).not.toContain("\u202E");
    expect(seen).toMatch(/`hexe:(?:1-)?2@[0-9a-f]{12}`/);
    expect(answer.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
  });
});
