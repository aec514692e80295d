import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { detectLanguage } from "./analysis/detect-language.ts";
import type { CompiledLexicon } from "./analysis/lexicon/compiled.ts";
import { createLexicon } from "./analysis/lexicon/create-lexicon.ts";
import type { Lexicon } from "./analysis/lexicon/lexicon.ts";
import { readLexicon } from "./analysis/lexicon/read-lexicon.ts";
import type { Catalogue, DocumentOnDisk } from "./answering/catalogue.ts";
import { createFundstelle } from "./answering/create-fundstelle.ts";
import type { Fundstelle } from "./answering/service.ts";
import type { Settings } from "./config.ts";
import { decodeText } from "./documents/decode.ts";
import type { Passage, SourceDocument } from "./documents/document.ts";
import { parsers } from "./documents/parsers/parsers.ts";
import { passagesOf } from "./documents/passages.ts";
import { type CollectionListing, listCollection, readCollection, readListed } from "./documents/read-collection.ts";
import { readDocument } from "./documents/read-document.ts";
import { AppError, describeError } from "./errors.ts";
import { createFlexSearchIndex } from "./search/flexsearch-index.ts";
import { IndexData } from "./search/index-data.ts";
import type { IndexEvent } from "./search/index-event.ts";
import { IndexWriter } from "./search/index-writer.ts";
import { createFileWriter } from "./search/storage/file-writing.ts";
import type { IndexStamp } from "./search/storage/manifest.ts";
import { openIndex } from "./search/storage/open-index.ts";
import { writeIndex } from "./search/storage/write-index.ts";
import { lockIndex } from "./search/storage/writer-lock.ts";
import { changed, createFileTextStore } from "./search/text-store.ts";

/** Raised by hand when documents are read, analysed or indexed in another way: indexes built before are built anew. */
const indexingVersion = 1;

/** A paragraph that is no passage because a rule says so. */
export interface HiddenParagraph {
  readonly documentKey: string;
  readonly paragraph: number;
  readonly rule: string;
  readonly text: string;
}

/** The running program, whatever the transport. */
export interface App {
  readonly fundstelle: Fundstelle;
  /** `loaded` from the folder; `built` and written there; `in-memory`: built, and the folder could not be written. */
  readonly index: "loaded" | "built" | "in-memory";
  /** Paragraphs that boilerplate rules hide, document by document. */
  hiddenParagraphs(): AsyncGenerator<HiddenParagraph>;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly onEvent?: (event: IndexEvent) => void;
  /** Whether to build the index even where the one on disk fits. */
  readonly rebuild?: boolean;
  /** Another lexicon than the one that comes with the program. */
  readonly lexicon?: CompiledLexicon;
}

/**
 * Opens a collection: its index from disk where that fits the documents and the program, else built anew and kept.
 * Documents that cannot be read are reported and left out.
 * @throws AppError `folder-missing`, `folder-empty`, `sources-invalid`
 */
export async function createApp(
  settings: Pick<Settings, "seedsFolder" | "indexFolder">,
  { onEvent = () => undefined, rebuild = false, lexicon }: AppOptions = {},
): Promise<App> {
  const listing = await listCollection(settings.seedsFolder);
  const compiled = lexicon ?? readLexicon();
  const collection = new Collection(settings.seedsFolder, listing, createLexicon(compiled));
  const expected = { analyzer: analyzerFingerprint(compiled), documents: await documentsFingerprint(listing) };
  const { data, index } = await openOrBuild(settings.indexFolder, expected, collection, { onEvent, rebuild });
  const texts = createFileTextStore(settings.seedsFolder, join(settings.indexFolder, "texts"));
  const passages = createFlexSearchIndex(data, collection.lexicon, texts);
  const catalogue: Catalogue = {
    reread: (file) => collection.reread(file),
    open: async (file: string): Promise<SourceDocument> => {
      const document = await collection.open(file);
      const indexed = passages.documents().find((candidate) => candidate.file === file);
      if (indexed !== undefined && indexed.fileSha256 !== document.fileSha256) throw changed(indexed);
      return document;
    },
  };
  return {
    fundstelle: createFundstelle({ index: () => passages, lexicon: collection.lexicon, catalogue }),
    index,
    async *hiddenParagraphs() {
      for (const { file, metadata, hidden } of passages.documents()) {
        if (hidden > 0) yield* hiddenIn(await catalogue.open(file), metadata.key);
      }
    },
    close: async () => undefined,
  };
}

/** The folder's documents, read with everything that decides how they are read. */
class Collection {
  readonly lexicon: Lexicon;
  readonly listing: CollectionListing;
  readonly #folder: string;

  constructor(folder: string, listing: CollectionListing, lexicon: Lexicon) {
    this.#folder = folder;
    this.listing = listing;
    this.lexicon = lexicon;
  }

  /** @throws AppError `file-unreadable`, `not-text`, `document-unparsable` */
  open(file: string): Promise<SourceDocument> {
    const key = this.listing.keys.get(file) ?? file;
    return readDocument(this.#folder, file, { key, source: this.listing.sources.get(file), ...this.#detection });
  }

  /** @throws AppError `file-unreadable`, `not-text`, `document-unparsable` */
  async reread(file: string): Promise<DocumentOnDisk> {
    const document = await this.open(file);
    const bytes = await readFile(join(this.#folder, file)).catch((cause: unknown) => {
      throw new AppError("file-unreadable", `${file} cannot be read.`, "Check that it is there and may be read.", {
        cause,
      });
    });
    return { document, passages: passagesOf(document), textAt: (range) => textAt(bytes, range, document) };
  }

  /** Documents one after the other, for there may be more than fit into memory. @throws AppError `folder-empty` */
  async *read(onEvent: (event: IndexEvent) => void): AsyncGenerator<SourceDocument> {
    let documents = 0;
    for (const skipped of this.listing.skipped) onEvent({ kind: "skipped", ...skipped });
    for await (const result of readListed(this.listing, this.#detection)) {
      if ("error" in result) {
        onEvent({ kind: "skipped", ...result });
        continue;
      }
      yield result;
      onEvent({ kind: "read", documents: ++documents, of: this.listing.files.length });
    }
    if (documents === 0) await readCollection(this.#folder, this.#detection);
  }

  /** Names the documents that an index loaded from disk has not got. */
  async reportMissing(data: IndexData, onEvent: (event: IndexEvent) => void): Promise<void> {
    const indexed = new Set(data.documents.map((document) => document?.file));
    for (const skipped of this.listing.skipped) onEvent({ kind: "skipped", ...skipped });
    for (const file of this.listing.files) {
      if (indexed.has(file)) continue;
      try {
        await this.open(file);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        onEvent({ kind: "skipped", file, error });
      }
    }
  }

  get #detection(): { detectLanguage: (text: string) => "de" | "en" } {
    return { detectLanguage: (text) => detectLanguage(text, this.lexicon) ?? "de" };
  }
}

/** The index from disk where it fits, else a new one, which is kept on disk for the next time where that can be written. */
async function openOrBuild(
  folder: string,
  expected: IndexStamp,
  collection: Collection,
  { onEvent, rebuild }: Required<Pick<AppOptions, "onEvent" | "rebuild">>,
): Promise<{ data: IndexData; index: App["index"] }> {
  if (!rebuild) {
    const opened = await openIndex(folder, expected);
    if (opened.kind === "loaded") {
      await collection.reportMissing(opened.data, onEvent);
      return { data: opened.data, index: "loaded" };
    }
    if (opened.kind === "damaged") onEvent({ kind: "damaged", reason: opened.reason });
  }
  const data = await build(collection, onEvent);
  const failure = await keep(folder, data, expected);
  if (failure !== undefined) onEvent({ kind: "not-kept", error: failure });
  return { data, index: failure === undefined ? "built" : "in-memory" };
}

/** @returns why the index could not be kept: questions are answered all the same */
async function keep(folder: string, data: IndexData, stamp: IndexStamp): Promise<AppError | undefined> {
  const files = createFileWriter();
  try {
    const locking = await lockIndex(folder, files);
    if (locking.kind === "read-only") return locking.reason;
    try {
      await writeIndex(folder, data, stamp, files);
    } finally {
      await locking.lock.release();
    }
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return undefined;
}

/** Gives way between two steps, so that whatever else the process does goes on. */
async function build(collection: Collection, onEvent: (event: IndexEvent) => void): Promise<IndexData> {
  const data = new IndexData();
  const writer = new IndexWriter(data, collection.lexicon);
  onEvent({ kind: "building", documents: collection.listing.files.length });
  for await (const document of collection.read(onEvent)) {
    writer.addDocument({ document, passages: passagesOf(document) });
    await setImmediate();
  }
  for (const _done of writer.finishInSteps()) await setImmediate();
  onEvent({ kind: "built", passages: data.sums.passages });
  return data;
}

/** Decoded from the file's own bytes where it is plain text, else from those of the text that was extracted. */
function textAt(
  file: Uint8Array,
  { start, end }: Passage["bytes"],
  { encoding, isPlainText, canonicalText, file: name }: SourceDocument,
): string {
  if (!isPlainText) return Buffer.from(canonicalText, "utf8").toString("utf8", start, end);
  // One byte a character; decoded as a whole, for a part of it might pass for UTF-8.
  if (encoding === "windows-1252") return decodeText(file, name).text.slice(start, end);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(file.subarray(start, end));
}

function* hiddenIn({ paragraphs, canonicalText }: SourceDocument, documentKey: string): Generator<HiddenParagraph> {
  for (const { number, range, kind, rule } of paragraphs) {
    if (kind !== "boilerplate") continue;
    yield { documentKey, paragraph: number, rule: rule ?? "", text: canonicalText.slice(range.start, range.end) };
  }
}

/** What the program itself brings into an index. */
function analyzerFingerprint({ frequencies }: CompiledLexicon): string {
  const hash = createHash("sha256").update(`${indexingVersion}\n`);
  for (const { name, version } of parsers) hash.update(`${name} ${version}\n`);
  // Of the lexicon, only frequencies decide how documents are indexed; the rest is asked when a question comes.
  for (const { words, stems } of [frequencies.de, frequencies.en]) {
    for (const line of words) hash.update(line);
    for (const line of stems) hash.update(line);
  }
  return hash.digest("hex");
}

/** What the documents bring into an index: the bytes of every file, and what sources.json says about each. */
async function documentsFingerprint({ folder, files, sources, keys }: CollectionListing): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(
      JSON.stringify([file, keys.get(file), sources.get(file) ?? null, await contentHash(join(folder, file))]),
    );
  }
  return hash.digest("hex");
}

/** Of a file that cannot be read, the reason: it may be another one the next time. */
async function contentHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    return describeError(error);
  }
  return hash.digest("hex");
}
