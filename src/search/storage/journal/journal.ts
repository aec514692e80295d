import { readFile } from "node:fs/promises";
import { describeError, isMissing } from "../../../errors.ts";
import { type SplitWord, splitAs } from "../../index/compounds/compound-changes.ts";
import { DocumentCopier } from "../../index/copy-documents.ts";
import { addPostings, IndexData } from "../../index/index-data.ts";
import { removeDocument } from "../../index/remove-document.ts";
import { decodeIndex } from "../encoding/decode-index.ts";
import { encodeIndex } from "../encoding/encode-index.ts";
import { BlockReader, BlockSealer, blockHeaderBytes, bytesSource } from "../encoding/sealed-blocks.ts";
import { type Pause, runWithPauses } from "../pause.ts";
import { changeHeadSchema, readBlockAt } from "./journal-blocks.ts";

/** One change of the documents: all of it happens, or nothing. */
export interface IndexChange {
  /** Fingerprint of the documents after the change. */
  readonly documentsFingerprint: string;
  /** Keys of documents that went; none of them is added in the same change. */
  readonly removed: readonly string[];
  /** The documents that came or took the place of ones with the same keys, as `encodeIndex` writes them; may be empty. */
  readonly added: Uint8Array;
  /** Words of other documents that are split otherwise since. */
  readonly split: readonly SplitWord[];
}

export type JournalReading =
  | {
      readonly kind: "read";
      readonly changes: readonly IndexChange[];
      /** How many bytes are complete; whatever follows was not finished and is to be cut off. */
      readonly bytes: number;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "damaged"; readonly reason: string };

const kinds = { head: 101, change: 102 };

/**
 * A whole journal:
 *
 *     │ head: name of the generation │ change │ change │ …            blocks, as in the generation itself
 *                                      └ │ length │ JSON: fingerprint, keys removed, words split │ blocks of the documents added │
 *
 * @param generation name of the file that the changes build on
 */
export function formatJournal(generation: string, changes: readonly IndexChange[]): Uint8Array {
  return Buffer.concat([block(kinds.head, Buffer.from(generation)), ...changes.map(formatChange)]);
}

/** A change as it is added to a journal. */
export function formatChange(change: IndexChange): Uint8Array {
  const head = Buffer.from(
    JSON.stringify({
      documentsFingerprint: change.documentsFingerprint,
      removed: change.removed,
      ...(change.split.length === 0 ? {} : { split: change.split }),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return block(kinds.change, Buffer.concat([length, head, change.added]));
}

function block(kind: number, content: Uint8Array): Buffer {
  return Buffer.concat(new BlockSealer().seal({ kind, content }));
}

/** Documents of an index as a change carries them: their passages with their words, without posting lists. */
export async function encodeDocuments(data: IndexData, keys: readonly string[], pause: Pause): Promise<Uint8Array> {
  const excerpt = new IndexData();
  const copier = new DocumentCopier(data, excerpt, true);
  for (const key of keys) {
    const number = data.numberOf(key);
    const document = number === undefined ? undefined : data.documents[number];
    if (number === undefined || document === undefined) continue;
    excerpt.publish(await runWithPauses(copier.copy(number), pause), document);
  }
  if (excerpt.documentCount === 0) return new Uint8Array(0);
  const sealer = new BlockSealer();
  const chunks: Uint8Array[] = [];
  for (const part of encodeIndex(excerpt)) {
    if (part.kind !== 0) chunks.push(Buffer.concat(sealer.seal(part)));
    await pause();
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a journal's changes. A change that was not written to its end counts as not made.
 * @param generation the file that the journal must build on
 */
export async function readJournal(path: string, generation: string): Promise<JournalReading> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (failure) {
    if (isMissing(failure)) return { kind: "missing" };
    return { kind: "damaged", reason: `The journal cannot be read: ${describeError(failure)}` };
  }
  return parseJournal(bytes, generation);
}

function parseJournal(bytes: Uint8Array, generation: string): JournalReading {
  const changes: IndexChange[] = [];
  let position = 0;
  for (;;) {
    const found = readBlockAt(bytes, position);
    if (found === undefined) return { kind: "read", changes, bytes: position };
    if (found.isDamaged) {
      // The last change may be unfinished; one that others follow was once whole.
      const isLast = readBlockAt(bytes, found.end)?.isDamaged !== false;
      return isLast
        ? { kind: "read", changes, bytes: position }
        : { kind: "damaged", reason: `The checksum of the journal's change at byte ${position} differs.` };
    }
    if (position === 0) {
      if (found.kind !== kinds.head || Buffer.from(found.content).toString() !== generation) {
        return { kind: "damaged", reason: "The journal belongs to another index." };
      }
    } else if (found.kind === kinds.change) changes.push(parseChange(found.content));
    else return { kind: "damaged", reason: `The journal holds something unknown at byte ${position}.` };
    position = found.end;
  }
}

function parseChange(content: Uint8Array): IndexChange {
  const length = Buffer.from(content.buffer, content.byteOffset, content.length).readUInt32LE(0);
  const head = Buffer.from(content.subarray(4, 4 + length)).toString();
  return { ...changeHeadSchema.parse(JSON.parse(head)), added: content.subarray(4 + length) };
}

/** Applies a journal's change to memory, with the words as they were analysed when it was written. */
export async function applyChange(data: IndexData, change: IndexChange, pause: Pause): Promise<void> {
  for (const key of change.removed) removeDocument(data, key);
  if (change.added.length >= blockHeaderBytes) await applyAdded(data, change.added, pause);
  for (const _ of splitAs(data, change.split)) await pause();
}

async function applyAdded(data: IndexData, bytes: Uint8Array, pause: Pause): Promise<void> {
  const added = await decodeIndex(new BlockReader(bytesSource(bytes)), pause);
  for (const _ of data.vocabulary.indexWords()) await pause();
  const copier = new DocumentCopier(added, data, true);
  for (const [number, document] of added.documents.entries()) {
    if (document === undefined) continue;
    const firstLine = data.contexts.size;
    const copy = await runWithPauses(copier.copy(number), pause);
    const range = data.passageRanges[copy] ?? { start: 0, end: 0 };
    for (let id = range.start; id < range.end; id++) {
      addPostings(data, id);
      if (id % 16 === 15) await pause();
    }
    await runWithPauses(data.addContextPostings(firstLine), pause);
    removeDocument(data, document.metadata.key);
    data.publish(copy, document);
  }
}
