import { hashOf } from "../../../documents/file-hash.ts";
import type { CollectionListing } from "../../../documents/read-collection.ts";
import { documentPath } from "../../../documents/servers/places.ts";
import type { IndexedDocument } from "../../../search/index/passage-table.ts";
import { pauseWhenDue } from "../../../search/storage/pause.ts";
import { readWith } from "../../index/fingerprints.ts";

/** What has changed in the folder since it was indexed. */
export interface Differences {
  /** Files that are not in the index. */
  readonly added: readonly string[];
  /** Files with other bytes, or read with another key or another entry of sources.json. */
  readonly changed: readonly string[];
  /** Documents whose files are gone. */
  readonly removed: readonly IndexedDocument[];
}

/**
 * Compares documents of an index with the files of a listing.
 * @param isSuspect whether a file's bytes are compared; names, keys and sources.json always are
 */
export async function differencesOf(
  documents: readonly (IndexedDocument | undefined)[],
  listing: CollectionListing,
  isSuspect: (file: string) => boolean = () => true,
): Promise<Differences> {
  const pause = pauseWhenDue();
  const indexed = new Map<string, IndexedDocument>();
  for (const document of documents) if (document !== undefined) indexed.set(document.file, document);
  const added: string[] = [];
  const changed: string[] = [];
  for (const file of listing.files) {
    await pause();
    const document = indexed.get(file);
    indexed.delete(file);
    if (document === undefined) added.push(file);
    else if (document.readWith !== readWith(listing, file)) changed.push(file);
    else if (isSuspect(file) && (await hashOf(documentPath(listing, file))) !== document.fileSha256) changed.push(file);
  }
  return { added, changed, removed: [...indexed.values()] };
}

export function hasDifferences({ added, changed, removed }: Differences): boolean {
  return added.length + changed.length + removed.length > 0;
}
