import type { CompiledLexicon } from "./analysis/lexicon/compiled.ts";
import { createLexicon } from "./analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "./analysis/lexicon/read-lexicon.ts";
import { createFundstelle } from "./answering/create-fundstelle.ts";
import { withSecondOpinion } from "./answering/second-opinion/with-second-opinion.ts";
import type { Fundstelle } from "./answering/service.ts";
import { openInCluster } from "./app/cluster/open-in-cluster.ts";
import { createCatalogue } from "./app/collection/catalogue.ts";
import { RefusedFiles } from "./app/collection/changes/refused-files.ts";
import { type CheckedText, checkTexts } from "./app/collection/check-texts.ts";
import { Collection } from "./app/collection/collection.ts";
import { createExtraction } from "./app/collection/extract-again.ts";
import { createOutlines } from "./app/collection/outlines.ts";
import { readIndexedFile } from "./app/collection/read-indexed-file.ts";
import { rereadChanged } from "./app/collection/reread-changed.ts";
import { fingerprintAnalyzer } from "./app/index/fingerprints.ts";
import { openInMemory } from "./app/index/open-in-memory.ts";
import type { CheckedIndex, OpenedIndex } from "./app/index/opened-index.ts";
import { followChanges } from "./app/meaning/follow-changes.ts";
import { openJudge } from "./app/meaning/open-judge.ts";
import { type Meaning, openMeaning } from "./app/meaning/open-meaning.ts";
import { followServers } from "./app/servers/follow-servers.ts";
import { openServerDocuments } from "./app/servers/open-server-documents.ts";
import type { Settings } from "./config/settings.ts";
import { decodeBytes } from "./documents/decode.ts";
import type { HiddenParagraph, SourceDocument } from "./documents/document.ts";
import type { LeftOutFile, SkippedFile } from "./documents/find-files.ts";
import type { ServerDocuments } from "./documents/servers/server-documents.ts";
import { type FolderWatch, watchFolder } from "./documents/watch-folder.ts";
import { AppError, describeError } from "./errors.ts";
import type { ModelState } from "./meaning/model-state.ts";
import { createFileTextStore } from "./search/index/texts/text-store.ts";
import type { IndexEvent } from "./search/index-event.ts";
import { extractedTextsFolder } from "./search/storage/extracted-texts.ts";
import { createFileWriter } from "./search/storage/file-writing.ts";

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
  /** How the index came about. */
  readonly index: OpenedIndex["index"];
  /**
   * The bytes of a document's file, as it was indexed.
   * @throws AppError `document-changed`, `file-unreadable`
   */
  readFile(file: string): Promise<Uint8Array>;
  /** How many documents already have vectors, and whether the model answers; undefined without a model. */
  meaning(): ReturnType<Meaning["status"]> | undefined;
  /** The documents that servers add themselves; undefined where nothing outlives the index. */
  readonly serverDocuments: ServerDocuments | undefined;
  /** Whether the judging model answers; undefined without one. */
  judging(): ModelState["kind"] | undefined;
  /** Files of the folder that were not read, and why. */
  unreadFiles(): UnreadFiles;
  /** Paragraphs that boilerplate rules hide, document by document. */
  hiddenParagraphs(): AsyncGenerator<HiddenParagraph>;
  /** Compares what was extracted of documents with its fingerprints, and extracts again what differs. */
  checkTexts(): AsyncGenerator<CheckedText>;
  /** Compares the index with what was written where it is kept elsewhere, and builds it anew where that differs. */
  checkIndex(): AsyncGenerator<CheckedIndex>;
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
  /** Notice what other processes do with servers' own documents. */
  readonly followsServers?: boolean;
  /** Return only when every passage has its vector, provided that the model can be reached. */
  readonly waitForVectors?: boolean;
  /** Used instead of the lexicon that comes with the program. */
  readonly lexicon?: CompiledLexicon;
}

/** Until what is stored is looked at in the background. */
const checkMs = 2_000;

/**
 * Opens a collection. Its index is read from disk and brought up to date with the documents, or built and written where
 * there is none. Documents that cannot be read are reported and left out.
 * @throws AppError `folder-missing`, `folder-empty`, `sources-invalid`, `restrictions-unreadable`
 */
export async function createApp(
  {
    seedsFolder,
    indexFolder,
    cluster,
    embeddings,
    judge,
    recognise = false,
    dataFolder,
    serverQuota,
  }: Pick<Settings, "seedsFolder" | "indexFolder"> &
    Partial<Pick<Settings, "cluster" | "embeddings" | "judge" | "recognise" | "dataFolder" | "serverQuota">>,
  {
    onEvent: tell = () => undefined,
    rebuild = false,
    answersMeanwhile = false,
    compact = false,
    watch = false,
    followsServers = false,
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
  const extract = createExtraction(collection, indexFolder, files);
  const textsFolder = extractedTextsFolder(indexFolder);
  const texts = createFileTextStore((file) => collection.pathOf(file), textsFolder, decodeBytes, extract);
  const outlines = createOutlines(indexFolder, analyzerFingerprint, files);
  const opened =
    cluster === undefined
      ? await openInMemory(collection, {
          indexFolder,
          analyzerFingerprint,
          frequencies: compiled.frequencies,
          recognise,
          dataFolder,
          files,
          texts,
          outlines,
          refused,
          onEvent,
          rebuild,
          answersMeanwhile,
          compact,
        })
      : await openInCluster(collection, { cluster, analyzerFingerprint, texts, refused, onEvent, rebuild });
  const check = () => checkTexts(textsFolder, opened.passages().documents(), { extract, outlines, collection });
  let isClosed = false;
  // Damage is found before somebody asks for what is damaged; who asks one question and ends does not wait for it.
  const lookAtTexts = async (): Promise<void> => {
    for await (const { file, state } of check()) {
      if (isClosed) return;
      if (state !== "whole") onEvent({ kind: "text-damaged", file, isRepaired: state === "repaired" });
    }
  };
  const checking = setTimeout(() => {
    lookAtTexts().catch((thrown: unknown) => {
      const message = `What is stored cannot be looked at: ${describeError(thrown)}.`;
      onEvent({ kind: "not-updated", error: new AppError("internal", message, "Run: fundstelle check") });
    });
  }, checkMs).unref();
  const watching = watch ? await startWatching(seedsFolder, opened, onEvent) : undefined;
  const following =
    followsServers && dataFolder !== undefined
      ? await followServers(dataFolder, { opened, files, onEvent })
      : undefined;
  const catalogue = createCatalogue(collection, { indexed: () => opened.passages().documents(), texts, outlines });
  const meaning =
    embeddings === undefined
      ? undefined
      : await openMeaning(embeddings, { indexFolder, index: () => opened.passages(), onEvent });
  const followed = meaning === undefined ? undefined : followChanges(meaning, () => opened.fingerprint());
  if (waitForVectors) await meaning?.made();
  const fundstelle = createFundstelle({
    index: () => opened.passages(),
    lexicon: collection.lexicon,
    catalogue,
    ...(meaning === undefined ? {} : { nearest: meaning.nearest }),
  });
  const reread = rereadChanged(fundstelle, {
    ready: () => opened.ready(),
    refresh: (files) => opened.refresh(files),
  });
  const passageJudge = judge === undefined ? undefined : openJudge(judge, onEvent);
  return {
    fundstelle:
      judge === undefined || passageJudge === undefined
        ? reread
        : withSecondOpinion(reread, passageJudge, judge.weight),
    index: opened.index,
    serverDocuments:
      dataFolder === undefined || serverQuota === undefined
        ? undefined
        : openServerDocuments({ dataFolder, quota: serverQuota, collection, opened, refused, files }),
    meaning: () => meaning?.status(),
    judging: () => passageJudge?.state.kind,
    readFile: (file) => readIndexedFile({ file, place: collection.pathOf(file) }, opened.passages().documents()),
    unreadFiles: () => ({ refused: refused.all, leftOut: collection.listing.leftOut }),
    async *hiddenParagraphs() {
      for (const { file, metadata, hidden } of opened.passages().documents()) {
        if (hidden > 0) yield* hiddenIn(await catalogue.open(file), metadata.key);
      }
    },
    checkTexts: check,
    checkIndex: () => opened.check(),
    async close() {
      isClosed = true;
      clearTimeout(checking);
      followed?.stop();
      await meaning?.close();
      await Promise.all([watching?.close(), following?.close()]);
      await opened.close();
    },
  };
}

function startWatching(folder: string, index: OpenedIndex, onEvent: (event: IndexEvent) => void): Promise<FolderWatch> {
  return watchFolder(folder, {
    onChange: async (touched) => {
      await index.refresh(touched === "anything" ? undefined : touched);
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
