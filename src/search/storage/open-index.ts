import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { describeError, isMissing } from "../../errors.ts";
import type { IndexData } from "../index/index-data.ts";
import { decodeIndex } from "./encoding/decode-index.ts";
import { BlockReader, type BlockSource, DamagedError } from "./encoding/sealed-blocks.ts";
import { applyChange, type JournalReading, readJournal } from "./journal/journal.ts";
import { isPresentFormat, type ManifestContent, readManifest } from "./manifest.ts";
import { pauseWhenDue } from "./pause.ts";

export interface StoredIndex {
  readonly kind: "loaded";
  readonly data: IndexData;
  /** Fingerprint of the documents that `data` holds. */
  readonly documentsFingerprint: string;
  readonly manifest: ManifestContent;
  /** Whether this version of the program made it: another one can be asked, and not be changed. */
  readonly isPresent: boolean;
  /** How many bytes of the journal are whole. */
  readonly journalBytes: number;
}

/** What an index folder holds. `reason` is a sentence for a log. */
export type IndexOpening =
  | StoredIndex
  | { readonly kind: "missing" }
  | { readonly kind: "outdated"; readonly reason: string }
  | { readonly kind: "damaged"; readonly reason: string };

interface ExpectedIndex {
  readonly analyzerFingerprint: string;
  readonly documentsFingerprint?: string;
  readonly acceptsOlder?: boolean;
}

interface FoundIndex {
  readonly manifest: ManifestContent;
  readonly journal: Exclude<JournalReading, { kind: "damaged" }>;
  readonly isPresent: boolean;
  readonly expectedDocumentsFingerprint: string | undefined;
}

/** How often a reader starts over because a writer replaced what it was about to open. */
const mostTries = 5;

/**
 * Loads an index into memory, with the changes of its journal, giving way to other work in between. It needs no lock:
 * a writer may replace the index meanwhile.
 * @param expected the analyzer that questions will be read with, and, where only an index of exactly the present
 *   documents will do, their fingerprint; without it the caller compares `data.documents` with the files.
 *   `acceptsOlder`: whether one that an earlier version of the program made will do
 */
export async function openIndex(folder: string, expected: ExpectedIndex): Promise<IndexOpening> {
  let opening: IndexOpening | undefined;
  for (let tries = 0; tries < mostTries && opening === undefined; tries++) {
    const reading = await readManifest(folder);
    if (reading.kind !== "read") return reading;
    opening = await openGeneration(folder, reading.manifest, expected);
  }
  return opening ?? { kind: "damaged", reason: "The manifest names a file that is not there." };
}

/** Undefined where a file that the manifest names is gone, which the next manifest may explain. */
async function openGeneration(
  folder: string,
  manifest: ManifestContent,
  expected: ExpectedIndex,
): Promise<IndexOpening | undefined> {
  const isPresent = manifest.analyzerFingerprint === expected.analyzerFingerprint && isPresentFormat(manifest);
  if (!isPresent && expected.acceptsOlder !== true) {
    return { kind: "outdated", reason: "The index was made by another version of the program." };
  }
  let file: FileHandle;
  try {
    file = await open(join(folder, manifest.generation.file));
  } catch (failure) {
    return isMissing(failure) ? undefined : { kind: "damaged", reason: unreadable(failure) };
  }
  try {
    const journal = await readJournal(join(folder, manifest.journal), manifest.generation.file);
    if (journal.kind === "damaged") return journal;
    // Without a journal the generation alone is the index, unless a writer took both away just now.
    if (journal.kind === "missing" && !(await isStillValid(folder, manifest))) return undefined;
    const { documentsFingerprint: expectedDocumentsFingerprint } = expected;
    return await load(file, { manifest, journal, isPresent, expectedDocumentsFingerprint });
  } catch (failure) {
    return { kind: "damaged", reason: unreadable(failure) };
  } finally {
    await file.close();
  }
}

async function load(
  file: FileHandle,
  { manifest, journal, isPresent, expectedDocumentsFingerprint }: FoundIndex,
): Promise<IndexOpening> {
  const changes = journal.kind === "read" ? journal.changes : [];
  const documentsFingerprint = changes.at(-1)?.documentsFingerprint ?? manifest.documentsFingerprint;
  if (expectedDocumentsFingerprint !== undefined && documentsFingerprint !== expectedDocumentsFingerprint) {
    return { kind: "outdated", reason: "The documents have changed since the index was made." };
  }
  const { size } = await file.stat();
  if (size !== manifest.generation.bytes) throw new DamagedError("Its size is not the one in the manifest.");
  const reader = new BlockReader(fileSource(file));
  const data = await decodeIndex(reader);
  if (reader.checksum !== manifest.generation.checksum)
    throw new DamagedError("It is not the one that the manifest names.");
  const pause = pauseWhenDue();
  for (const change of changes) await applyChange(data, change, pause);
  const journalBytes = journal.kind === "read" ? journal.bytes : 0;
  return { kind: "loaded", data, documentsFingerprint, manifest, isPresent, journalBytes };
}

function unreadable(failure: unknown): string {
  return `The index cannot be read: ${describeError(failure)}`;
}

async function isStillValid(folder: string, manifest: ManifestContent): Promise<boolean> {
  const now = await readManifest(folder);
  return (
    now.kind === "read" &&
    now.manifest.generation.file === manifest.generation.file &&
    now.manifest.journal === manifest.journal
  );
}

function fileSource(file: FileHandle): BlockSource {
  return {
    async read(target, position) {
      let filled = 0;
      while (filled < target.length) {
        const { bytesRead } = await file.read(target, filled, target.length - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
  };
}
