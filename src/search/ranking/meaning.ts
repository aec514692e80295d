import type { NearPassage } from "../../meaning/meaning-index.ts";
import { documentTest } from "../document-filter.ts";
import type { IndexData } from "../index/index-data.ts";
import type { DocumentFilter } from "../passage-index.ts";

/** The constant of reciprocal rank fusion. It is small, since only the first ranks mean much. */
const rankOffset = 10;

/**
 * What each passage that a model finds near a question gets for its rank among them: 1 for the nearest, and less from
 * rank to rank. Cosines themselves say little: those of one model all lie close together.
 * @returns by passage id
 */
export function meaningOf(
  data: IndexData,
  { filter, nearest = [] }: { readonly filter?: DocumentFilter; readonly nearest?: readonly NearPassage[] },
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  if (nearest.length === 0) return shares;
  const isVisible = documentTest(data.documents, filter);
  const numbers = new Map<string, number>();
  data.documents.forEach((document, number) => {
    if (document !== undefined) numbers.set(document.metadata.key, number);
  });
  nearest.forEach(({ documentKey, position }, rank) => {
    const number = numbers.get(documentKey);
    const range = number === undefined ? undefined : data.passageRanges[number];
    if (number === undefined || range === undefined || !isVisible(number)) return;
    // A document that has just changed may have fewer passages than vectors.
    const id = range.start + position;
    if (id < range.end) shares.set(id, (rankOffset + 1) / (rankOffset + 1 + rank));
  });
  return shares;
}
