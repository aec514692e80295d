import type { IndexedDocument } from "../index/passage-table.ts";
import type { Candidate } from "../passage-index.ts";

/** What tells the places of passages of one collection apart. */
type Placed = Pick<Candidate, "id" | "document">;

interface Scored extends Placed {
  readonly score: number;
}

/**
 * Compares passages by where they stand: by their files' names, and in a file from its beginning. Ids tell the same as
 * long as no document came later.
 * @param documentAt the document of a passage's number
 */
export function inCollectionOrder(
  documentAt: (number: number) => Pick<IndexedDocument, "file">,
): (a: Placed, b: Placed) => number {
  return (a, b) => {
    if (a.document === b.document) return a.id - b.id;
    return documentAt(a.document).file < documentAt(b.document).file ? -1 : 1;
  };
}

/** Compares hits by their scores, the best first; equal ones by where they stand. */
export function bestFirst(
  documentAt: (number: number) => Pick<IndexedDocument, "file">,
): (a: Scored, b: Scored) => number {
  const inOrder = inCollectionOrder(documentAt);
  return (a, b) => b.score - a.score || inOrder(a, b);
}
