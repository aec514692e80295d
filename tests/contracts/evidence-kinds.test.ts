import { describe, expect, it } from "vitest";
import { compare } from "../../src/answering/judging/comparing/comparison.ts";
import { questionView } from "../../src/answering/judging/comparing/question-view.ts";
import { judgeModel } from "../../src/answering/judging/confidence/judge-model.ts";
import { evidenceKinds } from "../../src/answering/judging/evidence/list.ts";
import { judgePassage, noEvidence } from "../../src/answering/judging/judge.ts";
import { judgeInputs } from "../../src/answering/judging/judge-inputs.ts";
import { de } from "../../src/locales/de.ts";
import { en } from "../../src/locales/en.ts";
import { rankingSettings } from "../../src/search/settings/ranking-settings.ts";
import { detect, index, lexicon } from "../answering/island.ts";

const passages = [
  "Der Leuchtturm von Sandersoog wurde im Jahr 1887 aus Backstein gebaut. Seine Laterne leuchtet 34 Kilometer weit.",
  "Die Wärterin Wiebke Harms zog 1951 mit ihren vier Kindern in den Turm.",
  "Gegen die Varroamilbe hilft Ameisensäure, nicht vor, sondern nach der Ernte im Juni.",
  "| Ware | Preis |\n| --- | --- |\n| Honig | 6,50 € |",
  "…",
];
const questions = [
  "Wann wurde der Leuchtturm von Sandersoog gebaut?",
  "Wie viele Kinder hatte Wiebke Harms 1960 nicht?",
  "Warum zog Wiebke Petersen in den Turm?",
  "Wie hoch ist der Leuchtturm?",
  "Was hilft vor der Ernte gegen die Varroamilbe?",
  "What does honey cost?",
  "honig",
  "Und im Juni?",
];

describe.each(evidenceKinds)("evidence: $name", (kind) => {
  it("is a share, or counts either way, for any question and passage, and the same each time", () => {
    for (const question of questions) {
      for (const text of passages) {
        const comparison = comparisonOf(question, text);
        if (comparison === undefined) continue;
        const value = kind.value(comparison);
        expect(value).toBeGreaterThanOrEqual(kind.name === "counted" ? -1 : 0);
        expect(value).toBeLessThanOrEqual(1);
        expect(kind.value(comparison)).toBe(value);
      }
    }
  });

  it("is one of the judge's inputs", () => {
    expect(judgeInputs.slice(0, evidenceKinds.length)).toContain(kind.name);
    expect(Object.keys(judgeModel.usual)).toEqual(judgeInputs);
    expect(Object.keys(noEvidence)).toEqual(evidenceKinds.map(({ name }) => name));
  });

  it("says what it found in both languages", () => {
    for (const question of questions) {
      for (const text of passages) {
        const comparison = comparisonOf(question, text);
        const finding = comparison === undefined ? undefined : kind.finding?.(comparison);
        if (finding === undefined) continue;
        for (const { answer } of [de, en]) {
          const words = answer.finding(finding);
          expect(words).not.toMatch(/undefined|“”|„“/);
          for (const word of finding.words) expect(words).toContain(word);
        }
      }
    }
  });
});

function comparisonOf(question: string, text: string) {
  const query = index.prepare(question, detect(question) ?? "de");
  const view = questionView(
    query,
    query.concepts.map(() => 1),
    lexicon,
    rankingSettings.alternatives,
  );
  const middle = text.indexOf(". ") + 1;
  const sentences =
    middle > 0 && middle < text.length - 1
      ? [
          { start: 10, end: 10 + middle },
          { start: 10 + middle, end: 10 + text.length },
        ]
      : [{ start: 10, end: 10 + text.length }];
  return compare(
    view,
    { text, start: 10, sentences, isTable: text.startsWith("|"), language: "de", context: ["Die Insel"] },
    lexicon,
  );
}

describe("judgePassage", () => {
  it("judges what the index fetched, and names what speaks against it", async () => {
    const [id] = index.passagesOf("leuchtturm");
    const [fetched] = await index.fetch(id === undefined ? [] : [id]);
    if (fetched === undefined) throw new Error("There is no passage.");
    const judge = (question: string) => {
      const query = index.prepare(question, "de");
      return judgePassage(
        questionView(
          query,
          query.concepts.map(() => 1),
          lexicon,
          rankingSettings.alternatives,
        ),
        fetched,
        lexicon,
      );
    };
    expect(judge("Wann wurde der Leuchtturm von Sandersoog gebaut?")).toMatchObject({
      findings: [],
      hasMismatch: false,
    });
    expect(judge("Wer hat 1912 den Leuchtturm von Sandersoog gebaut?")).toMatchObject({ hasMismatch: true });
    for (const question of [...questions, "Wer hat den Leuchtturm von Sandersoog abgerissen?"]) {
      const told = (judge(question)?.findings ?? []).map((finding) => JSON.stringify(finding));
      expect(told).toEqual([...new Set(told)]);
    }
    expect(judge("Wer hat 1912 den Leuchtturm von Sandersoog gebaut?")?.findings).toContainEqual({
      what: "other-number",
      words: ["1912", "1887"],
    });
  });
});

describe("opposites", () => {
  const told = (question: string, text: string): readonly string[] => {
    const comparison = comparisonOf(question, text);
    return evidenceKinds.flatMap((kind) =>
      kind.name === "opposite" && comparison !== undefined ? (kind.finding?.(comparison)?.words ?? []) : [],
    );
  };

  it("are told where one stands in the place of what is asked", () => {
    expect(told("Leuchtet der Leuchtturm selten?", "Der Leuchtturm leuchtet oft.")).toEqual(["selten", "oft"]);
  });

  it("are none where the opposite is denied, or the question has it as well", () => {
    expect(told("Leuchtet der Leuchtturm selten?", "Der Leuchtturm leuchtet nicht oft.")).toEqual([]);
    expect(told("Was gilt für Honig gegen die Varroamilbe?", "Gegen die Varroamilbe hilft Honig.")).toEqual([]);
  });
});
