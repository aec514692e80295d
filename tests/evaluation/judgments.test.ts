import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseJudgments } from "../../src/evaluation/judgments.ts";
import { root } from "../support/program.ts";

const line = (more: object = {}) =>
  JSON.stringify({
    id: "q-1",
    lang: "de",
    type: "fact",
    question: "Wer?",
    answerable: true,
    difficulty: "lexical",
    ...more,
  });

describe("parseJudgments", () => {
  it("reads one a line, empty lines left out", () => {
    const gold = [{ doc: "a.txt", contains: "Harms" }];
    const judgments = parseJudgments(`${line({ gold })}\r\n\n${line({ id: "q-2", answer: null })}\n`, "x.jsonl");
    expect(judgments).toHaveLength(2);
    expect(judgments[0]).toMatchObject({ id: "q-1", gold });
    expect(judgments[1]?.gold).toEqual([]);
    expect(parseJudgments("", "x.jsonl")).toEqual([]);
  });

  it.each([
    ["{", "not JSON"],
    ["[]", "line 3"],
    [line({ lang: "French" }), "lang"],
    [line({ question: "" }), "question"],
    [line({ gold: [{ doc: "a.txt", contains: "" }] }), "contains"],
    [line({ answerable: "yes" }), "answerable"],
  ])("names the file, the line and what is wrong with %s", (bad, named) => {
    const read = () => parseJudgments(`${line()}\n\n${bad}\n`, "x.jsonl");
    expect(read).toThrow(/x\.jsonl, line 3: .+/);
    expect(read).toThrow(named);
    expect(read).toThrow(expect.objectContaining({ code: "judgments-invalid" }));
  });

  it.each(["seeds.jsonl", "seeds-second.jsonl"])("reads %s, whose snippets stand once in their documents", (name) => {
    const file = path.join(root, "tests", "judgments", name);
    const judgments = parseJudgments(readFileSync(file, "utf8"), name);
    expect(judgments.length).toBeGreaterThan(50);
    expect(new Set(judgments.map(({ id }) => id)).size).toBe(judgments.length);
    for (const { id, gold, answerable } of judgments) {
      expect([id, gold.length > 0]).toEqual([id, answerable]);
      for (const { doc, contains } of gold) {
        expect([id, contains, readFileSync(path.join(root, "seeds", doc), "utf8").split(contains).length]).toEqual([
          id,
          contains,
          2,
        ]);
      }
    }
  });

  it("needs the question alone, and where its answer stands", () => {
    const short = [
      JSON.stringify({ question: "Wer?", document: "a.md", contains: "Harms" }),
      JSON.stringify({ question: "Who?" }),
    ].join("\n");
    expect(parseJudgments(short, "x.jsonl", () => "en")).toMatchObject([
      { id: "1", lang: "en", answerable: true, gold: [{ doc: "a.md", contains: "Harms" }] },
      { id: "2", lang: "en", answerable: false, gold: [] },
    ]);
    expect(() => parseJudgments(JSON.stringify({ question: "Wer?", document: "a.md" }), "x.jsonl")).toThrow("line 1");
  });

  it("reads what a spreadsheet wrote", () => {
    const rows = "Wie hoch?\ta/b.md\tsind 40 Euro\r\nGibt es eine Sauna?\t\t\r\n\r\nWer?\n";
    expect(parseJudgments(rows, "x.tsv")).toMatchObject([
      { question: "Wie hoch?", answerable: true, gold: [{ doc: "a/b.md", contains: "sind 40 Euro" }] },
      { question: "Gibt es eine Sauna?", answerable: false },
      { id: "4", question: "Wer?", answerable: false },
    ]);
    expect(() => parseJudgments("Wer?\ta.md\n", "x.tsv")).toThrow("x.tsv, line 1");
    expect(() => parseJudgments("Wer?\ta.md\tHarms\tnoch etwas\n", "x.tsv")).toThrow("three columns");
  });
});
