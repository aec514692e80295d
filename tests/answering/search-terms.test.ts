import { describe, expect, it } from "vitest";
import { searchTerms } from "../../src/answering/search-terms.ts";
import { data, detect, index } from "./island.ts";

const search = (terms: string, options?: Parameters<typeof searchTerms>[3]) =>
  searchTerms(index, terms, detect, options);

describe("searchTerms", () => {
  it("lists the passages that hold a term, best first", async () => {
    const { hits, total, offset } = await search("Anleger Eichenholz");
    expect(
      hits
        .slice(0, 2)
        .map(({ citation }) => citation)
        .sort(),
    ).toEqual(["leuchtturm:3", "nachdruck:1"]);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(total).toBe(hits.length);
    expect(offset).toBe(0);
  });

  it("marks the words, and shows a snippet around the first of them, inside the passage", async () => {
    const { hits } = await search("Laterne", { limit: 50 });
    expect(hits.length).toBeGreaterThan(1);
    for (const { text, passage, highlights, snippet } of hits) {
      const at = (range: { start: number; end: number }) =>
        text.slice(range.start - passage.range.start, range.end - passage.range.start);
      expect(highlights.map(at)).toContain("Laterne");
      for (const [index, range] of highlights.entries()) {
        expect(range.start).toBeGreaterThanOrEqual(highlights[index - 1]?.end ?? passage.range.start);
        expect(range.end).toBeLessThanOrEqual(passage.range.end);
      }
      expect(snippet.start).toBeGreaterThanOrEqual(passage.range.start);
      expect(snippet.end).toBeLessThanOrEqual(passage.range.end);
      expect(at(snippet)).toBe(at(snippet).trim());
      expect(at(snippet)).toContain(at(highlights[0] ?? snippet));
    }
  });

  it("gives every hit once over its pages, in the order of the whole", async () => {
    const whole = await search("Insel Laterne Ernte Anleger Leuchtturm", { limit: 50 });
    const paged: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 2) {
      const page = await search("Insel Laterne Ernte Anleger Leuchtturm", { limit: 2, offset });
      expect(page).toMatchObject({ total: whole.total, offset });
      paged.push(...page.hits.map(({ citation }) => citation));
    }
    expect(paged).toEqual(whole.hits.map(({ citation }) => citation));
    expect(await search("Laterne", { offset: 1000 })).toMatchObject({ hits: [], offset: 1000 });
  });

  it("obeys filters, in its total too", async () => {
    expect(await search("Tresor", { filter: { audience: {} } })).toMatchObject({ hits: [], total: 0 });
    expect(await search("Tresor", { filter: { audience: { guild: "1" } } })).toMatchObject({ total: 1 });
    const { hits } = await search("Anleger", { filter: { keys: ["nachdruck"] } });
    expect(hits.map(({ metadata }) => metadata.key)).toEqual(["nachdruck"]);
  });

  it("suggests a spelling for a word that is not there", async () => {
    const { suggestions, hits } = await search("Leuchttrum");
    expect(suggestions).toEqual(["leuchtturm"]);
    expect(hits[0]?.metadata.key).toBe("leuchtturm");
    expect((await search("Leuchtturm")).suggestions).toEqual([]);
  });

  it("finds nothing for unknown words", async () => {
    expect(await search("Quarkspeise")).toMatchObject({ hits: [], total: 0 });
    expect(data.sums.passages).toBe(9);
  });

  it.each(["", "x".repeat(5000)])("refuses terms like a question", async (terms) => {
    await expect(search(terms)).rejects.toMatchObject({ code: expect.stringMatching(/^question-/) });
  });
});
