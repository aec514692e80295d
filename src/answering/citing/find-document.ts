import { editDistance } from "../../analysis/edit-distance.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { DocumentFilter, PassageIndex } from "../../search/passage-index.ts";
import { normalizeKey } from "./citation.ts";

/** The document that a key refers to, regardless of case, umlauts and dashes. */
export function findDocument(index: PassageIndex, key: string, filter?: DocumentFilter): IndexedDocument | undefined {
  const documents = index.documents(filter);
  const wanted = normalizeKey(key);
  const exact = documents.find(({ metadata }) => metadata.key === wanted);
  if (exact !== undefined) return exact;
  const alike = documents.filter(({ metadata }) => withoutDashes(metadata.key) === withoutDashes(wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The same, but the document's file name is accepted too. */
export function findDocumentOrFile(
  index: PassageIndex,
  name: string,
  filter?: DocumentFilter,
): IndexedDocument | undefined {
  const file = name.trim().toLowerCase();
  return (
    index.documents(filter).find((document) => document.file.toLowerCase() === file) ??
    findDocument(index, name, filter)
  );
}

/** Documents with a similar key, most similar first. */
export function nearDocuments<T extends Pick<IndexedDocument, "metadata">>(documents: readonly T[], key: string): T[] {
  const typed = withoutDashes(normalizeKey(key));
  if (typed.length < 3) return [];
  const most = Math.max(2, Math.floor(typed.length / 3));
  return documents
    .map((document) => ({ document, distance: distanceTo(typed, withoutDashes(document.metadata.key), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .map(({ document }) => document);
}

/** An incomplete key is compared only with the same number of characters. */
function distanceTo(typed: string, key: string, most: number): number {
  if (key.startsWith(typed) || typed.startsWith(key)) return most / 2;
  return editDistance(typed, key, most);
}

function withoutDashes(key: string): string {
  return key.replaceAll("-", "");
}
