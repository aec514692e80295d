import { describe, expect, it } from "vitest";
import { createFlexSearchIndex } from "../../../../src/search/flexsearch-index.ts";
import { type ContextField, kindOfLine, linesAround } from "../../../../src/search/index/context/context-index.ts";
import type { IndexData } from "../../../../src/search/index/index-data.ts";
import { removeDocument } from "../../../../src/search/index/remove-document.ts";
import { search } from "../../../../src/search/search.ts";
import { textsOf } from "../../../support/indexed.ts";
import { builtIndex, compactedAtOnce, inventedDocument, lexicon } from "../../storage/invented.ts";

const handbook = inventedDocument(
  "handbuch",
  [
    "Vorwort ohne Überschrift.",
    "# Kompressor",
    "Der Druck beträgt 8 bar.",
    "Er wird jährlich geprüft.",
    "# Absauganlage",
    "Der Druck beträgt 2 bar.",
    "# Kompressor",
    "Nachtrag zum Öl.",
  ].join("\n\n"),
);
const menu = inventedDocument("speisekarte", "Suppe und Brot.\n\n# Getränke\n\nTee und Saft.");

function wordsAround(data: IndexData, passage: number): [ContextField, string][] {
  return linesAround(data, passage).map(({ field, line }) => [
    field,
    [...data.contexts.words(line)].map((word) => data.vocabulary.word(word)).join(" "),
  ]);
}

async function foundFirst(question: string, documents: Parameters<typeof builtIndex>[0]): Promise<string | undefined> {
  const index = createFlexSearchIndex(builtIndex(documents), lexicon, textsOf(documents));
  const { hits } = await search(index, index.prepare(question, "de"), { limit: 10 });
  const [fetched] = await index.fetch(hits.slice(0, 1).map(({ id }) => id));
  return fetched?.text;
}

describe("what stands around passages", () => {
  it("is known for each of them", () => {
    const data = builtIndex([handbook, menu]);
    expect(wordsAround(data, 0)).toEqual([["title", "about handbuch"]]);
    expect(wordsAround(data, 1)).toEqual([
      ["title", "about handbuch"],
      ["heading", "kompressor"],
    ]);
    expect(wordsAround(data, 3)).toEqual([
      ["title", "about handbuch"],
      ["heading", "absauganlage"],
    ]);
    expect(wordsAround(data, 6)).toEqual([
      ["title", "about speisekarte"],
      ["heading", "getranke"],
    ]);
  });

  it("is kept once for passages that follow one another", () => {
    const data = builtIndex([handbook, menu]);
    const [title, heading] = linesAround(data, 2);
    expect([...data.contextIndex.spansOf(title?.line ?? 0)]).toEqual([{ field: "title", start: 0, end: 5 }]);
    expect([...data.contextIndex.spansOf(heading?.line ?? 0)]).toEqual([{ field: "heading", start: 1, end: 3 }]);
  });

  it("finds a passage that holds none of the question's rare words itself", async () => {
    expect(await foundFirst("Welchen Druck hat die Absauganlage?", [handbook, menu])).toBe("Der Druck beträgt 2 bar.");
    expect(await foundFirst("Welchen Druck hat der Kompressor?", [handbook, menu])).toBe("Der Druck beträgt 8 bar.");
  });

  it("does not count where it stands above everything", async () => {
    const island = inventedDocument("insel", "Der Leuchtturm ist rot.\n\nDie Insel hat einen Hafen.");
    expect(await foundFirst("Insel", [island])).toBe("Die Insel hat einen Hafen.");
  });

  it("goes with its document and stays with the others", () => {
    const data = builtIndex([handbook, menu]);
    const before = data.vocabulary.liveCount;
    removeDocument(data, "handbuch");
    expect(data.contextIndex.stems.has("kompressor")).toBe(false);
    expect(data.vocabulary.liveCount).toBeLessThan(before);
    expect(wordsAround(data, 6)).toEqual([
      ["title", "about speisekarte"],
      ["heading", "getranke"],
    ]);
    const fresh = builtIndex([menu]);
    const copy = compactedAtOnce(data);
    expect(copy.contexts.size).toBe(fresh.contexts.size);
    for (const kind of [kindOfLine("title"), kindOfLine("heading")]) {
      expect(data.contextIndex.sumsOf(kind)).toEqual(fresh.contextIndex.sumsOf(kind));
      expect(copy.contextIndex.sumsOf(kind)).toEqual(fresh.contextIndex.sumsOf(kind));
    }
  });
});
