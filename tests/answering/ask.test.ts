import { describe, expect, it } from "vitest";
import type { Answer, CitedPassage } from "../../src/answering/answer.ts";
import { certaintyOf, confidenceOf } from "../../src/answering/judging/confidence/confidence.ts";
import { abstentionReason } from "../../src/answering/judging/looked-for.ts";
import { maxQuestionChars } from "../../src/answering/question.ts";
import { askIsland, documents, index } from "./island.ts";

const marked = ({ text, highlight, passage }: CitedPassage): string =>
  text.slice(highlight.start - passage.range.start, highlight.end - passage.range.start);

function first(answer: Answer): CitedPassage {
  const [passage] = answer.passages;
  if (passage === undefined) throw new Error("There is no passage.");
  return passage;
}

const questions = [
  "Wann wurde der Leuchtturm von Sandersoog gebaut?",
  "Wer zog mit vier Kindern in den Turm?",
  "Woraus wurde der Anleger erneuert?",
  "Wie viele Gläser ergibt die erste Ernte?",
  "What helps against the varroa mite?",
  "Wie viel kostet eine Fahrkarte nach Lissabon?",
  "Insel",
];

describe("ask", () => {
  it.each([
    [
      "Wann wurde der Leuchtturm von Sandersoog gebaut?",
      "leuchtturm:1",
      "Der Leuchtturm von Sandersoog wurde im Jahr 1887 aus Backstein gebaut.",
    ],
    ["Wer zündete die Laterne jeden Abend an?", "leuchtturm:2", "Sie zündete die Laterne jeden Abend von Hand an."],
    ["Wie heißt der Vorsitzende des Vereins?", "leuchtturm:4", "Der Vorsitzende des Vereins heißt Onno Brahms."],
    ["Wie viele Gläser ergibt die erste Ernte im Juni?", "honig:1", "Die erste Ernte im Juni ergibt etwa 700 Gläser."],
    [
      "How many guests does the ferry bring in summer?",
      "nachdruck:2",
      "Die Fähre bringt im Sommer täglich 300 Gäste auf die Insel.",
    ],
  ])("answers %s", async (question, citation, sentence) => {
    const { answer } = await askIsland(question);
    expect(answer.kind).toBe("answered");
    expect(first(answer)).toMatchObject({ citation });
    expect(marked(first(answer))).toBe(sentence);
  });

  it.each(questions)("quotes the very words, with the highlight inside the passage: %s", async (question) => {
    const { answer } = await askIsland(question, { limit: 20 });
    for (const { file, text, passage, highlight, score, signals } of answer.passages) {
      const source = documents.find(({ document }) => document.file === file)?.document;
      expect(text).toBe(source?.canonicalText.slice(passage.range.start, passage.range.end));
      expect(highlight.start).toBeGreaterThanOrEqual(passage.range.start);
      expect(highlight.end).toBeLessThanOrEqual(passage.range.end);
      expect(highlight.end).toBeGreaterThan(highlight.start);
      expect(signals.reduce((sum, share) => sum + share.weight * share.value, 0)).toBeCloseTo(score, 9);
    }
  });

  it.each(questions)("is as certain as its confidence says: %s", async (question) => {
    const { answer, features, judgements } = await askIsland(question);
    expect(answer.confidence).toBe(confidenceOf(features, judgements[0]).confidence);
    expect(answer.certainty).toBe(certaintyOf(answer.confidence, judgements[0]));
    expect(answer.kind).toBe(answer.certainty === "none" ? "abstained" : "answered");
  });

  it("is less sure where the passage lacks a word of the question", async () => {
    const { answer: whole } = await askIsland("Wann wurde der Leuchtturm von Sandersoog gebaut?");
    const { answer: lacking } = await askIsland("Wann wurde der Leuchtturm von Sandersoog mit Dynamit gesprengt?");
    expect(lacking.confidence).toBeLessThan(whole.confidence);
    expect(lacking.missing).toContain("Dynamit");
    expect(lacking.lookedFor).toContainEqual({ word: "Dynamit", isFound: false, isInBestPassage: false });
  });

  it("shows passages that say nearly the same once, and where else they stand", async () => {
    const { answer } = await askIsland("Was geschah mit dem Anleger im Winter 1962?", { limit: 10 });
    expect(first(answer)).toMatchObject({ citation: "leuchtturm:3", similarIn: ["nachdruck:1"] });
    expect(answer.passages.map(({ citation }) => citation)).not.toContain("nachdruck:1");
  });

  it("gives as many passages as asked for, and three otherwise", async () => {
    expect((await askIsland("Insel Laterne Ernte Anleger")).answer.passages.length).toBeLessThanOrEqual(3);
    expect((await askIsland("Insel Laterne Ernte Anleger", { limit: 1 })).answer.passages).toHaveLength(1);
  });

  it("takes words that were left out from the question before", async () => {
    const previousQuestion = "Wie viele Gäste bringt die Fähre im Sommer?";
    const { answer } = await askIsland("Und im Herbst?", { previousQuestion });
    expect(first(answer).citation).toBe("nachdruck:2");
    expect(answer.lookedFor.map(({ word }) => word)).toEqual(["Herbst"]);
  });
});

describe("abstaining", () => {
  it.each([
    ["Was ist das?", "nothing-to-look-for"],
    ["Welche Zinsen verlangt die Zentralbank für Hypotheken?", "not-found"],
  ])("%s: %s", async (question, reason) => {
    const { answer } = await askIsland(question);
    expect(answer).toMatchObject({ kind: "abstained", certainty: "none", reason });
  });

  it("says so where a filter leaves no documents", async () => {
    const { answer } = await askIsland("Wann wurde der Leuchtturm gebaut?", { filter: { keys: [] } });
    expect(answer).toMatchObject({ kind: "abstained", reason: "no-documents", passages: [], confidence: 0 });
  });

  it.each([
    [[], "nothing-to-look-for"],
    [
      [
        ["a", false, false],
        ["b", true, true],
      ],
      "not-found",
    ],
    [
      [
        ["a", true, false],
        ["b", true, true],
      ],
      "never-together",
    ],
    [[["a", true, true]], "weak"],
  ] as const)("gives the reason for %j", (words, reason) => {
    expect(
      abstentionReason(words.map(([word, isFound, isInBestPassage]) => ({ word, isFound, isInBestPassage }))),
    ).toBe(reason);
  });
});

describe("a filter", () => {
  it("counts the undated documents that a time leaves out, of those that may be seen", async () => {
    const from = "2020-01-01";
    const question = "Wann wurde der Leuchtturm gebaut?";
    expect((await askIsland(question, { filter: { from } })).answer.undatedLeftOut).toBe(3);
    expect((await askIsland(question, { filter: { from, audience: {} } })).answer.undatedLeftOut).toBe(2);
    expect((await askIsland(question)).answer.undatedLeftOut).toBe(0);
  });

  it("lets nobody see what is not theirs", async () => {
    const question = "Wie lautet das Kennwort im Tresor der Gilde?";
    expect(first((await askIsland(question, { filter: { audience: { guild: "1" } } })).answer).citation).toBe(
      "tresor:1",
    );
    for (const filter of [{ audience: { guild: "2" } }, { audience: {} }]) {
      const { answer } = await askIsland(question, { limit: 50, filter });
      expect(JSON.stringify(answer.passages)).not.toContain("Zimtschnecke");
    }
  });
});

describe("a question", () => {
  it.each(["", "   ", "\n\t", "\u0000\u0007"])("of nothing but space is refused: %j", async (question) => {
    await expect(askIsland(question)).rejects.toMatchObject({ code: "question-empty" });
  });

  it("that is too long is refused, by its length", async () => {
    await expect(askIsland("x".repeat(10_000))).rejects.toMatchObject({
      code: "question-too-long",
      message: expect.stringContaining("10000"),
    });
    await expect(askIsland("Leuchtturm ".repeat(maxQuestionChars).slice(0, maxQuestionChars))).resolves.toBeDefined();
  });

  it.each(["Wo ist der \uD83D Leuchtturm\uDC00?", "\uDFFF", "a\u0000b Leuchtturm\u2028gebaut"])(
    "of broken characters is asked as far as it can be: %j",
    async (question) => {
      const { answer } = await askIsland(question);
      expect(answer.question.isWellFormed()).toBe(true);
      expect(answer.question).not.toMatch(/[\p{Cc}\u2028]/u);
    },
  );

  it("is asked in the language that is said, or that is its own", async () => {
    expect((await askIsland("When was the lighthouse built?")).answer.language).toBe("en");
    expect((await askIsland("Sandersoog", { language: "en" })).answer.language).toBe("en");
    expect((await askIsland("Sandersoog")).answer.language).toBe("de");
    expect(
      (await askIsland("Sandersoog", { previousQuestion: "When was the lighthouse built?" })).answer.language,
    ).toBe("en");
    expect(index.statistics().documents).toBe(4);
  });
});
