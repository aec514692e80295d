import { viewersOf } from "../documents/audience.ts";
import { mayKnow } from "./index/audiences/visible-index.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { DocumentFilter } from "./passage-index.ts";

/** A test for documents, by their number, that a filter lets through. */
export function documentTest(
  documents: readonly (IndexedDocument | undefined)[],
  filter: DocumentFilter | undefined,
): (document: number) => boolean {
  if (filter === undefined) return (number) => documents[number] !== undefined;
  const allowed = documents.map((document) => document !== undefined && isVisible(document, filter));
  return (number) => allowed[number] ?? false;
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
