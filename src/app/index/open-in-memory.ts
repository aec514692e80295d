import type { CompiledLexicon } from "../../analysis/lexicon/compiled.ts";
import { AppError, describeError } from "../../errors.ts";
import { createFlexSearchIndex } from "../../search/flexsearch-index.ts";
import type { TextStore } from "../../search/index/texts/text-store.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import { IndexStore } from "../../search/storage/index-store.ts";
import { pauseWhenDue, runWithPauses } from "../../search/storage/pause.ts";
import type { RefusedFiles } from "../collection/changes/refused-files.ts";
import type { Collection } from "../collection/collection.ts";
import { LiveCollection } from "../collection/live-collection.ts";
import type { Outlines } from "../collection/outlines.ts";
import { type OpenedCollection, openOrBuild } from "./open-or-build.ts";
import type { OpenedIndex } from "./opened-index.ts";

const restMs = 1000;

/** How an index came about, and the work on it that goes on in the background, if any. */
interface Opening {
  readonly index: OpenedIndex["index"];
  readonly succession: Promise<void> | undefined;
}

/** What an index in memory is opened with. */
export interface MemoryParts {
  readonly indexFolder: string;
  readonly analyzerFingerprint: string;
  readonly frequencies: CompiledLexicon["frequencies"];
  readonly recognise: boolean;
  readonly dataFolder: string | undefined;
  readonly files: FileWriter;
  readonly texts: TextStore;
  readonly outlines: Outlines;
  readonly refused: RefusedFiles;
  readonly onEvent: (event: IndexEvent) => void;
  readonly rebuild: boolean;
  readonly answersMeanwhile: boolean;
  readonly compact: boolean;
}

/**
 * Opens an index in memory: read from its folder and brought up to date with the documents, or built and written where
 * there is none.
 * @throws AppError `folder-empty`
 */
export async function openInMemory(collection: Collection, parts: MemoryParts): Promise<OpenedIndex> {
  const { indexFolder, analyzerFingerprint, files, texts, outlines, refused, onEvent, answersMeanwhile, compact } =
    parts;
  const opened = await openOrBuild(collection, parts);
  const store = new IndexStore(opened.state, {
    folder: indexFolder,
    files,
    lexicon: collection.lexicon,
    analyzerFingerprint,
    onReplaced: (data) => {
      passages = createFlexSearchIndex(data, collection.lexicon, texts);
      ready = runWithPauses(passages.warmUp(), pauseWhenDue());
    },
    onGeneration: (saving) => {
      if (saving.kind === "not-saved") onEvent({ kind: "not-kept", error: saving.reason });
      else void outlines.removeOthers(store.data.documents);
    },
  });
  let passages = createFlexSearchIndex(store.data, collection.lexicon, texts);
  let ready: Promise<void> = Promise.resolve();
  const live = new LiveCollection(collection, store, { refused, outlines, onEvent });
  const { buildAnew } = opened;
  const stopping = new AbortController();
  const { index, succession } =
    buildAnew !== undefined
      ? await replaceMeanwhile(buildAnew, stopping.signal)
      : answersMeanwhile && opened.isMuch
        ? await followMeanwhile()
        : { index: await bringUpToDate(), succession: undefined };
  ready = runWithPauses(passages.warmUp(), pauseWhenDue());
  // A program that answers one question and exits should not wait for anything which that question does not need.
  const resting = setTimeout(() => runWithPauses(passages.warmUpRest(), pauseWhenDue()), restMs).unref();
  return {
    index,
    passages: () => passages,
    ready: () => ready,
    refresh: (changed) => live.refresh(changed),
    async *check() {
      // All of it is in memory, and was compared when it was read.
    },
    fingerprint: () => `${store.isOutdated} ${store.documentsFingerprint}`,
    async close() {
      clearTimeout(resting);
      stopping.abort();
      await succession;
      await live.settled();
    },
  };

  /** Lets the present index answer while its replacement is built. */
  async function replaceMeanwhile(
    buildAnew: (signal: AbortSignal) => Promise<OpenedCollection>,
    signal: AbortSignal,
  ): Promise<Opening> {
    onEvent({ kind: "outdated", leftOut: await live.leaveOut(opened.differences) });
    const replace = async (): Promise<void> => {
      const built = await buildAnew(signal);
      if (!signal.aborted) await live.adopt(built.state);
    };
    return { index: "outdated", succession: inBackground(replace, signal) };
  }

  /** Lets the present index answer while it is brought up to date with the documents. */
  async function followMeanwhile(): Promise<Opening> {
    const { differences } = opened;
    await live.setAside(differences);
    onEvent({ kind: "outdated", leftOut: differences.changed.length });
    const follow = async (): Promise<void> => {
      await live.refresh();
    };
    return { index: "outdated", succession: inBackground(follow, stopping.signal) };
  }

  /** Whatever goes wrong here, the present index keeps answering. */
  async function inBackground(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      await work();
      if (!signal.aborted) onEvent({ kind: "replaced" });
    } catch (error) {
      if (!signal.aborted) onEvent({ kind: "not-updated", error: asAppError(error) });
    }
  }

  async function bringUpToDate(): Promise<OpenedIndex["index"]> {
    const { differences, state } = opened;
    const before = store.documentsFingerprint;
    let isSaved = await live.apply(differences);
    const isUpdated = store.documentsFingerprint !== before;
    const isCompact = state.journalBytes === 0 && !isUpdated;
    if (compact && !isCompact && opened.index !== "in-memory") isSaved = (await store.compact()).kind === "saved";
    if (!isSaved) return "in-memory";
    return opened.index === "loaded" && isUpdated ? "updated" : opened.index;
  }
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = `The index could not be built: ${describeError(error)}`;
  return new AppError("internal", message, "Run: fundstelle index", { cause: error });
}
