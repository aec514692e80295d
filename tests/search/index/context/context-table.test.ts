import { describe, expect, it } from "vitest";
import type { Passage, TextPlace } from "../../../../src/documents/document.ts";
import { ContextTable } from "../../../../src/search/index/context/context-table.ts";
import { ContextWriter } from "../../../../src/search/index/context/context-writer.ts";

const canonicalText = "Titel\n\nEins\n\nZwei\n\nWie folgt:\n\n- Punkt";
const metadata = { key: "k", title: "Titel", titleSource: "stated", language: "de" } as const;

function placeOf(words: string): TextPlace {
  const start = canonicalText.indexOf(words);
  const range = { start, end: start + words.length };
  return { range, bytes: range };
}

/** Every word's number is the length of its text. */
const lengthsOf = (text: string): number[] => text.split(" ").map((word) => word.length);

describe("the lines around passages", () => {
  it("are kept once, with those around them and their words", () => {
    const table = new ContextTable();
    const writer = new ContextWriter({ canonicalText, metadata }, table, lengthsOf);
    const context: Passage["context"] = {
      title: placeOf("Titel"),
      headings: [placeOf("Eins"), placeOf("Zwei")],
      leadIns: [placeOf("Wie folgt:")],
    };
    const lines = writer.linesOf({ context });
    expect(writer.linesOf({ context })).toEqual(lines);
    expect(table.size).toBe(5);
    expect(table.placesOf(lines)).toEqual(context);
    expect(table.chain(lines.heading)).toHaveLength(2);
    expect([...table.words(lines.leadIn)]).toEqual([3, 6]);
    expect(lines).toMatchObject({ tableHead: 0, question: 0 });
  });

  it("have the words of a title that the text does not hold", () => {
    const table = new ContextTable();
    const writer = new ContextWriter({ canonicalText, metadata }, table, lengthsOf);
    const lines = writer.linesOf({ context: { headings: [], leadIns: [] } });
    expect([...table.words(lines.title)]).toEqual([5]);
    expect(table.placesOf(lines)).toEqual({ headings: [], leadIns: [] });
    expect([...table.words(0)]).toEqual([]);
  });
});
