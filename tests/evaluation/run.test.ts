import { describe, expect, it } from "vitest";
import type { Judgment } from "../../src/evaluation/judgments.ts";
import { type JudgedUnit, runJudgments } from "../../src/evaluation/run.ts";
import { askIsland, documents } from "../answering/island.ts";

const judgment = (question: string, doc: string, contains: string, answer: string | null = null): Judgment => ({
  id: question,
  lang: "de",
  type: "fact",
  question,
  answerable: true,
  gold: [{ doc, contains }],
  answer,
  difficulty: "lexical",
});

const textOf = (file: string, paragraph: number): string => {
  const input = documents.find(({ document }) => document.file === file);
  const range = input?.passages.find((passage) => passage.paragraph === paragraph)?.range ?? { start: 0, end: 0 };
  return input?.document.canonicalText.slice(range.start, range.end) ?? "";
};

async function run(one: Judgment, unit: JudgedUnit = "passage") {
  const ofCitation = (citation: string) => {
    const [key, paragraph] = citation.split(":");
    return { file: `${key}.txt`, text: textOf(`${key}.txt`, Number(paragraph)) };
  };
  const [outcome] = await runJudgments(
    [one],
    (question) => askIsland(question, { limit: 12 }),
    unit,
    textOf,
    ofCitation,
  );
  if (outcome === undefined) throw new Error("Every judgment has an outcome.");
  return outcome;
}

describe.each(["passage", "paragraph"] as const)("runJudgments by %s", (unit) => {
  it("finds the right passage's place, and whether its sentence is marked", async () => {
    const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";
    expect(await run(judgment(question, "leuchtturm.txt", "aus Backstein", "1887"), unit)).toMatchObject({
      position: 0,
      isSentenceRight: true,
    });
    expect(await run(judgment(question, "leuchtturm.txt", "aus Backstein", "34 Kilometer"), unit)).toMatchObject({
      position: 0,
      isSentenceRight: false,
    });
    expect(
      (await run(judgment(question, "leuchtturm.txt", "aus Backstein", "nirgends"), unit)).isSentenceRight,
    ).toBeUndefined();
  });

  it("knows a wrong passage from a right one, and the right words of another document", async () => {
    const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";
    expect((await run(judgment(question, "honig.txt", "Varroamilbe"), unit)).position).not.toBe(0);
    expect((await run(judgment(question, "leuchtturm.txt", "steht nirgends"), unit)).position).toBe(-1);
    expect((await run(judgment(question, "honig.txt", "aus Backstein"), unit)).position).toBe(-1);
  });

  it("takes a passage that says the same elsewhere for right", async () => {
    const found = await run(
      judgment("Was geschah mit dem Anleger im Winter 1962?", "nachdruck.txt", "aus gutem Eichenholz"),
      unit,
    );
    expect(found.position).toBe(0);
  });
});
