import { AppError } from "../../errors.ts";
import { IndexData } from "../../search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../search/index/index-writer.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { writeExtractedTexts } from "../../search/storage/extracted-texts.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import { pauseWhenDue } from "../../search/storage/pause.ts";
import { writeIndex } from "../../search/storage/write-index.ts";
import { lockIndex } from "../../search/storage/writer-lock.ts";
import type { Collection } from "../collection/collection.ts";
import type { Outlines } from "../collection/outlines.ts";
import { DocumentsFingerprint } from "./fingerprints.ts";

/** An index of all documents of a collection, with its fingerprint. */
export interface BuiltIndex {
  readonly data: IndexData;
  readonly documentsFingerprint: string;
}

/**
 * Builds an index in small steps, so that the rest of the process keeps running.
 * @param onDocument called with each document as it comes, for what is to be kept of its text
 * @param signal ends it soon
 * @throws AppError `folder-empty`; the signal's reason
 */
export async function buildIndex(
  collection: Collection,
  onEvent: (event: IndexEvent) => void,
  onDocument: (input: DocumentInput) => Promise<void>,
  signal?: AbortSignal,
): Promise<BuiltIndex> {
  const pause = pauseWhenDue();
  const data = new IndexData();
  const writer = new IndexWriter(data, collection.lexicon);
  const fingerprint = new DocumentsFingerprint();
  onEvent({ kind: "building", documents: collection.listing.files.length });
  for await (const input of collection.read(onEvent)) {
    signal?.throwIfAborted();
    await onDocument(input);
    for (const _ of writer.addInSteps(input)) await pause();
    fingerprint.change(data, [input], []);
    await pause();
  }
  const of = data.table.size;
  for (const passages of writer.finishInSteps()) {
    signal?.throwIfAborted();
    onEvent({ kind: "indexed", passages, of });
    await pause();
  }
  onEvent({ kind: "built", passages: data.sums.passages });
  return { data, documentsFingerprint: fingerprint.value };
}

/**
 * Stores extracted texts, and outlines of long documents, beside an index that is being built. If that fails, they are made
 * again when they are needed, and writing the index itself reports the reason.
 */
export function textKeeper(
  indexFolder: string,
  files: FileWriter,
  outlines: Outlines,
): (input: DocumentInput) => Promise<void> {
  let canWrite = true;
  return async (input) => {
    const { document } = input;
    if (canWrite) await outlines.keep(input);
    if (document.isPlainText || !canWrite) return;
    try {
      await writeExtractedTexts(indexFolder, [document], files);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      canWrite = false;
    }
  };
}

/**
 * Writes a newly built index to its folder.
 * @throws AppError why it could not be kept: questions are answered all the same
 */
export async function keepIndex(
  folder: string,
  { data, documentsFingerprint }: BuiltIndex,
  analyzerFingerprint: string,
  files: FileWriter,
) {
  const locking = await lockIndex(folder, files);
  if (locking.kind === "read-only") throw locking.reason;
  try {
    return await writeIndex(folder, data, { analyzerFingerprint, documentsFingerprint }, files);
  } finally {
    await locking.lock.release();
  }
}
