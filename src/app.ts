import type { CompiledLexicon } from "./analysis/lexicon/compiled.ts";
import { createLexicon } from "./analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "./analysis/lexicon/read-lexicon.ts";
import type { Catalogue, OpenedDocument } from "./answering/citing/catalogue.ts";
import { createFundstelle } from "./answering/create-fundstelle.ts";
import { withSecondOpinion } from "./answering/second-opinion/with-second-opinion.ts";
import type { Fundstelle } from "./answering/service.ts";
import { Collection } from "./app/collection/collection.ts";
import { createExtraction } from "./app/collection/extract-again.ts";
import { LiveCollection } from "./app/collection/live-collection.ts";
import { readIndexedFile } from "./app/collection/read-indexed-file.ts";
import { RefusedFiles } from "./app/collection/refused-files.ts";
import { rereadChanged } from "./app/collection/reread-changed.ts";
import { fingerprintAnalyzer } from "./app/index/fingerprints.ts";
import { type OpenedCollection, openOrBuild } from "./app/index/open-or-build.ts";
import { followChanges } from "./app/meaning/follow-changes.ts";
import { openJudge } from "./app/meaning/open-judge.ts";
import { type Meaning, openMeaning } from "./app/meaning/open-meaning.ts";
import type { Settings } from "./config/settings.ts";
import { decodeBytes } from "./documents/decode.ts";
import type { SourceDocument } from "./documents/document.ts";
import type { LeftOutFile, SkippedFile } from "./documents/find-files.ts";
import { paragraphPassagesOf } from "./documents/passages/passages.ts";
import { type FolderWatch, watchFolder } from "./documents/watch-folder.ts";
import { AppError, describeError } from "./errors.ts";
import type { ModelState } from "./meaning/model-state.ts";
import { createFlexSearchIndex } from "./search/flexsearch-index.ts";
import { changed, createFileTextStore } from "./search/index/text-store.ts";
import type { IndexEvent } from "./search/index-event.ts";
import { extractedTextsFolder } from "./search/storage/extracted-texts.ts";
import { createFileWriter } from "./search/storage/file-writing.ts";
import { IndexStore } from "./search/storage/index-store.ts";
import { pauseWhenDue, runWithPauses } from "./search/storage/pause.ts";

/** A paragraph that is no passage because a rule says so. */
export interface HiddenParagraph {
  readonly documentKey: string;
  readonly paragraph: number;
  readonly rule: string;
  readonly text: string;
}

/** The files of a folder that are in no document. */
export interface UnreadFiles {
  /** Documents that cannot be read. */
  readonly refused: readonly SkippedFile[];
  /** What is no document. */
  readonly leftOut: readonly LeftOutFile[];
}

/** The running program, whatever the transport. */
export interface App {
  readonly fundstelle: Fundstelle;
  /**
   * `loaded`: read from the folder; `updated`: read and brought up to date; `outdated`: read although it does not match
   * the documents, while a new one is being built; `built`: built and written to the folder; `in-memory`: built or
   * changed, but the folder cannot be written.
   */
  readonly index: "loaded" | "updated" | "outdated" | "built" | "in-memory";
  /**
   * The bytes of a document's file, as it was indexed.
   * @throws AppError `document-changed`, `file-unreadable`
   */
  readFile(file: string): Promise<Uint8Array>;
  /** How many documents already have vectors, and whether the model answers; undefined without a model. */
  meaning(): ReturnType<Meaning["status"]> | undefined;
  /** Whether the judging model answers; undefined without one. */
  judging(): ModelState["kind"] | undefined;
  /** Files of the folder that were not read, and why. */
  unreadFiles(): UnreadFiles;
  /** Paragraphs that boilerplate rules hide, document by document. */
  hiddenParagraphs(): AsyncGenerator<HiddenParagraph>;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly onEvent?: (event: IndexEvent) => void;
  /** Build the index even if the one on disk is up to date. */
  readonly rebuild?: boolean;
  /** Rewrite an index that has grown by changes, so that it takes no more room than a new one. */
  readonly compact?: boolean;
  /**
   * Answer from an index that is out of date, such as one of an earlier version, until a new one is built. Without this
   * the caller waits for the new one.
   */
  readonly answersMeanwhile?: boolean;
  /** Notice changes to the documents while the program runs. */
  readonly watch?: boolean;
  /** Return only when every passage has its vector, provided that the model can be reached. */
  readonly waitForVectors?: boolean;
  /** Used instead of the lexicon that comes with the program. */
  readonly lexicon?: CompiledLexicon;
}

const restMs = 1000;

/** How an index came about, and the work on it that goes on in the background, if any. */
interface Opening {
  readonly index: App["index"];
  readonly succession: Promise<void> | undefined;
}

/**
 * Opens a collection. Its index is read from disk and brought up to date with the documents, or built and written where
 * there is none. Documents that cannot be read are reported and left out.
 * @throws AppError `folder-missing`, `folder-empty`, `sources-invalid`, `restrictions-unreadable`
 */
export async function createApp(
  {
    seedsFolder,
    indexFolder,
    embeddings,
    judge,
    recognise = false,
    dataFolder,
  }: Pick<Settings, "seedsFolder" | "indexFolder"> &
    Partial<Pick<Settings, "embeddings" | "judge" | "recognise" | "dataFolder">>,
  {
    onEvent: tell = () => undefined,
    rebuild = false,
    answersMeanwhile = false,
    compact = false,
    watch = false,
    waitForVectors = false,
    lexicon,
  }: AppOptions = {},
): Promise<App> {
  const refused = new RefusedFiles();
  const onEvent = refused.listening(tell);
  const compiled = lexicon ?? readLexicon();
  const collection = await Collection.open(seedsFolder, createLexicon(compiled), { recognise, dataFolder });
  const analyzerFingerprint = fingerprintAnalyzer(compiled, recognise);
  const files = createFileWriter();
  const { frequencies } = compiled;
  const opened = await openOrBuild(collection, {
    indexFolder,
    analyzerFingerprint,
    frequencies,
    recognise,
    dataFolder,
    files,
    onEvent,
    rebuild,
    answersMeanwhile,
  });
  const texts = createFileTextStore(
    seedsFolder,
    extractedTextsFolder(indexFolder),
    decodeBytes,
    createExtraction(collection, indexFolder, files),
  );
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
    },
  });
  let passages = createFlexSearchIndex(store.data, collection.lexicon, texts);
  let ready: Promise<void> = Promise.resolve();
  const live = new LiveCollection(collection, store, { refused, onEvent });
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
  const watching = watch ? await startWatching(seedsFolder, live, onEvent) : undefined;
  const catalogue: Catalogue = {
    reread: (file) => collection.reread(file),
    open: async (file: string): Promise<OpenedDocument> => {
      const indexed = passages.documents().find((candidate) => candidate.file === file);
      const document = await collection.open(file).catch((error: unknown) => {
        throw indexed !== undefined && error instanceof AppError ? changed(indexed, error) : error;
      });
      if (indexed !== undefined && indexed.fileSha256 !== document.fileSha256) throw changed(indexed);
      return { ...document, paragraphPassages: () => paragraphPassagesOf(document) };
    },
  };
  const meaning =
    embeddings === undefined
      ? undefined
      : await openMeaning(embeddings, { indexFolder, index: () => passages, onEvent });
  const followed =
    meaning === undefined
      ? undefined
      : followChanges(meaning, () => `${store.isOutdated} ${store.documentsFingerprint}`);
  if (waitForVectors) await meaning?.made();
  const fundstelle = createFundstelle({
    index: () => passages,
    lexicon: collection.lexicon,
    catalogue,
    ...(meaning === undefined ? {} : { nearest: meaning.nearest }),
  });
  const reread = rereadChanged(fundstelle, { ready: () => ready, refresh: (file) => live.refresh(new Set([file])) });
  const passageJudge = judge === undefined ? undefined : openJudge(judge, onEvent);
  return {
    fundstelle:
      judge === undefined || passageJudge === undefined
        ? reread
        : withSecondOpinion(reread, passageJudge, judge.weight),
    index,
    meaning: () => meaning?.status(),
    judging: () => passageJudge?.state.kind,
    readFile: (file) => readIndexedFile(seedsFolder, file, passages.documents()),
    unreadFiles: () => ({ refused: refused.all, leftOut: collection.listing.leftOut }),
    async *hiddenParagraphs() {
      for (const { file, metadata, hidden } of passages.documents()) {
        if (hidden > 0) yield* hiddenIn(await catalogue.open(file), metadata.key);
      }
    },
    async close() {
      clearTimeout(resting);
      stopping.abort();
      followed?.stop();
      await meaning?.close();
      await watching?.close();
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

  async function bringUpToDate(): Promise<App["index"]> {
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

function startWatching(
  folder: string,
  live: LiveCollection,
  onEvent: (event: IndexEvent) => void,
): Promise<FolderWatch> {
  return watchFolder(folder, {
    onChange: async (touched) => {
      await live.refresh(touched === "anything" ? undefined : touched);
    },
    onProblem: (reason) => {
      const message = `Changes of the documents cannot be noticed: ${reason}`;
      onEvent({ kind: "not-updated", error: new AppError("file-unreadable", message, "Start the program again.") });
    },
  });
}

function* hiddenIn({ paragraphs, canonicalText }: SourceDocument, documentKey: string): Generator<HiddenParagraph> {
  for (const { number, range, kind, rule } of paragraphs) {
    if (kind !== "boilerplate") continue;
    yield { documentKey, paragraph: number, rule: rule ?? "", text: canonicalText.slice(range.start, range.end) };
  }
}
