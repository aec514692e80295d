import { describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { passagesOf } from "../../../src/search/constraints/recent-passages.ts";
import type { PassageIndex } from "../../../src/search/passage-index.ts";
import type { Hit } from "../../../src/search/ranking/rank.ts";
import { search } from "../../../src/search/search.ts";
import { indexed } from "../../support/indexed.ts";
import { inventedDocument } from "../storage/invented.ts";

const lexicon = createLexicon(emptyLexicon());
const boats = inventedDocument("boote", "Das Boot K-4 liegt im Hafen.\n\nDas Boot K-5 liegt im Dock.");

/** An index that tells which passages were read from their files. */
function counted() {
  const { index } = indexed([boats], lexicon);
  const read: number[] = [];
  const counting: PassageIndex = {
    ...index,
    fetch: async (ids) => {
      read.push(...ids);
      return index.fetch(ids);
    },
  };
  return { index: counting, read };
}

async function hitsOf(index: PassageIndex): Promise<readonly Hit[]> {
  const { hits } = await search(index, await index.prepare("Boot", "de"), { limit: 10 });
  return hits;
}

describe("passages that are read for ranking", () => {
  it("are read from their files once", async () => {
    const { index, read } = counted();
    const hits = await hitsOf(index);
    const first = await passagesOf(index, hits);
    expect([...first.values()].map(({ text }) => text).sort()).toEqual([
      "Das Boot K-4 liegt im Hafen.",
      "Das Boot K-5 liegt im Dock.",
    ]);
    expect(read).toHaveLength(2);
    expect(await passagesOf(index, hits)).toEqual(first);
    expect(read).toHaveLength(2);
  });

  it("are read again where an id stands for another place", async () => {
    const { index, read } = counted();
    const hits = await hitsOf(index);
    await passagesOf(index, hits);
    await passagesOf(
      index,
      hits.map((hit) => ({ ...hit, range: { start: hit.range.start, end: hit.range.end + 1 } })),
    );
    expect(read).toHaveLength(4);
  });

  it("are read again by another index", async () => {
    const first = counted();
    const second = counted();
    await passagesOf(first.index, await hitsOf(first.index));
    await passagesOf(second.index, await hitsOf(second.index));
    expect(second.read).toEqual(first.read);
  });
});
