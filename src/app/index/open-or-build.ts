import { stat } from "node:fs/promises";
import type { CompiledLexicon } from "../../analysis/lexicon/compiled.ts";
import type { CollectionListing } from "../../documents/read-collection.ts";
import { documentPath } from "../../documents/servers/places.ts";
import { AppError } from "../../errors.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import type { StoredState } from "../../search/storage/index-store.ts";
import { openIndex } from "../../search/storage/open-index.ts";
import { lockIndex } from "../../search/storage/writer-lock.ts";
import { type Differences, differencesOf } from "../collection/changes/differences.ts";
import type { Collection } from "../collection/collection.ts";
import type { Outlines } from "../collection/outlines.ts";
import { buildInWorker } from "./build-in-worker.ts";
import { buildIndex, keepIndex, textKeeper } from "./build-index.ts";

/** Collections of more bytes than this, about 2,000 passages, are indexed in a worker thread. */
const workerBytes = 1_200_000;
/** If more than this share of the files has changed, rebuilding is faster than updating. */
const rebuildShare = 0.5;

export interface OpenedCollection {
  readonly state: StoredState;
  /** How the index came about; `in-memory`: built, and the folder could not be written. */
  readonly index: "loaded" | "built" | "in-memory";
  /** How the folder now differs from the index. */
  readonly differences: Differences;
  /** Whether there is so much of it that reading takes a while. */
  readonly isMuch: boolean;
  /** Present if the index only answers until a new one is built: builds the new one in its folder. */
  readonly buildAnew?: (signal: AbortSignal) => Promise<OpenedCollection>;
}

export interface OpenIndexOptions {
  readonly indexFolder: string;
  /** Fingerprint of the text analysis. */
  readonly analyzerFingerprint: string;
  readonly files: FileWriter;
  readonly outlines: Outlines;
  readonly onEvent: (event: IndexEvent) => void;
  /** Build even if the index on disk is up to date. */
  readonly rebuild: boolean;
  /** Answer from an index that is out of date until a new one is built. */
  readonly answersMeanwhile: boolean;
  /** All of the lexicon that a thread of its own needs for building. */
  readonly frequencies: CompiledLexicon["frequencies"];
  /** Whether text is recognised in pictures. */
  readonly recognise: boolean;
  /** Where it is written down which documents are restricted. */
  readonly dataFolder?: string | undefined;
}

/**
 * The index from disk if most of it is up to date, otherwise a new one, which is written to disk for the next start if
 * possible.
 * @throws AppError `folder-empty`
 */
export async function openOrBuild(collection: Collection, options: OpenIndexOptions): Promise<OpenedCollection> {
  const isLarge = (await bytesOf(collection.listing)) > workerBytes;
  const buildAnew = (signal?: AbortSignal) => build(collection, isLarge, options, signal);
  if (options.rebuild) return buildAnew();
  const opened = await load(collection, options);
  if (opened === undefined) return buildAnew();
  const fits = opened.state.isOutdated !== true && !(isLarge && isMostlyNew(collection, opened.differences));
  if (fits) return opened;
  if (!options.answersMeanwhile) return buildAnew();
  return { ...opened, state: { ...opened.state, isOutdated: true }, buildAnew };
}

async function build(
  collection: Collection,
  isLarge: boolean,
  options: OpenIndexOptions,
  signal: AbortSignal | undefined,
): Promise<OpenedCollection> {
  const { indexFolder, onEvent, files, outlines, analyzerFingerprint } = options;
  if (isLarge && (await builtInWorker(collection, options, signal))) {
    const opened = await load(collection, { ...options, answersMeanwhile: false });
    if (opened !== undefined) return { ...opened, index: "built" };
  }
  signal?.throwIfAborted();
  const built = await buildIndex(collection, onEvent, textKeeper(indexFolder, files, outlines), signal);
  const state = { data: built.data, documentsFingerprint: built.documentsFingerprint, journalBytes: 0 };
  const differences = { added: [], changed: [], removed: [] };
  try {
    const manifest = await keepIndex(indexFolder, built, analyzerFingerprint, files);
    return { state: { ...state, manifest }, index: "built", differences, isMuch: false };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onEvent({ kind: "not-kept", error });
    return { state, index: "in-memory", differences, isMuch: false };
  }
}

async function load(
  collection: Collection,
  { indexFolder, analyzerFingerprint, onEvent, answersMeanwhile }: OpenIndexOptions,
): Promise<OpenedCollection | undefined> {
  const opened = await openIndex(indexFolder, { analyzerFingerprint, acceptsOlder: answersMeanwhile });
  if (opened.kind === "damaged") onEvent({ kind: "damaged", reason: opened.reason });
  // Of an index that does not part audiences nobody may be answered, not even meanwhile.
  if (opened.kind !== "loaded" || !opened.data.partsAudiences()) return undefined;
  const differences = await differencesOf(opened.data.documents, collection.listing);
  const files = [...differences.added, ...differences.changed];
  const isMuch = (await bytesOf({ ...collection.listing, files })) > workerBytes;
  return { state: { ...opened, isOutdated: !opened.isPresent }, index: "loaded", differences, isMuch };
}

function isMostlyNew({ listing }: Collection, { added, changed }: Differences): boolean {
  return added.length + changed.length > listing.files.length * rebuildShare;
}

/** @returns false where the index is to be built here instead: its folder cannot be written, or the worker failed */
async function builtInWorker(
  collection: Collection,
  { indexFolder, files, frequencies, recognise, dataFolder, onEvent }: OpenIndexOptions,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const locking = await lockIndex(indexFolder, files);
    if (locking.kind === "read-only") return false;
    await locking.lock.release();
    await buildInWorker(
      { seedsFolder: collection.folder, indexFolder, frequencies, recognise, dataFolder },
      onEvent,
      signal,
    );
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A problem with the documents would occur here as well.
    if (error.code.startsWith("folder-") || ["sources-invalid", "restrictions-unreadable"].includes(error.code))
      throw error;
    return false;
  }
}

/** The total size of files, counted no further than it matters. */
async function bytesOf(listing: Pick<CollectionListing, "folder" | "dataFolder" | "files">): Promise<number> {
  let bytes = 0;
  for (const file of listing.files) {
    const found = await stat(documentPath(listing, file)).catch(() => undefined);
    bytes += found?.size ?? 0;
    if (bytes > workerBytes) break;
  }
  return bytes;
}
