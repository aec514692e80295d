import { viewersOf } from "../documents/audience.ts";
import { mayKnow } from "./index/audiences/visible-index.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { DocumentFilter } from "./passage-index.ts";

/** What is known of a document; 0: nothing yet. */
const [allowed, hidden] = [1, 2];

/**
 * A test for documents, by their number, that a filter lets through. Each is looked at when it is first asked about: a
 * question meets some of a large collection's documents, and several of the passages of each.
 */
export function documentTest(
  documents: readonly (IndexedDocument | undefined)[],
  filter: DocumentFilter | undefined,
): (document: number) => boolean {
  if (filter === undefined) return (number) => documents[number] !== undefined;
  const known = new Uint8Array(documents.length);
  return (number) => {
    const before = known[number] ?? 0;
    if (before > 0) return before === allowed;
    const document = documents[number];
    const isAllowed = document !== undefined && isVisible(document, filter);
    known[number] = isAllowed ? allowed : hidden;
    return isAllowed;
  };
}

/** Whether a filter lets a document through. */
export function isVisible({ metadata }: IndexedDocument, filter: DocumentFilter | undefined): boolean {
  return (
    mayKnow(filter?.audience, viewersOf(metadata)) &&
    (filter?.ofServer !== true || metadata.ofServer === true) &&
    (filter?.keys?.includes(metadata.key) ?? true) &&
    isInTime(metadata, filter)
  );
}

function isInTime({ published }: IndexedDocument["metadata"], filter: DocumentFilter | undefined): boolean {
  if (filter?.from === undefined && filter?.until === undefined) return true;
  if (published === undefined) return false;
  return published.until >= (filter.from ?? "") && (filter.until === undefined || published.from <= filter.until);
}
