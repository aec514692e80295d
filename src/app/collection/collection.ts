import { readFile } from "node:fs/promises";
import { detectLanguage } from "../../analysis/detect-language.ts";
import { unknownLanguage } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import type { DocumentOnDisk } from "../../answering/citing/catalogue.ts";
import { type LineEnds, lineEndsOf, lineRangeOfBytes } from "../../answering/citing/lines.ts";
import { decodeText } from "../../documents/decode.ts";
import type { LanguageCode, Passage, SourceDocument } from "../../documents/document.ts";
import type { Source } from "../../documents/metadata/sources-file.ts";
import { paragraphPassagesOf } from "../../documents/passages/passages.ts";
import { type CollectionListing, listCollection, readListed } from "../../documents/read-collection.ts";
import { readDocument, readFromBytes } from "../../documents/read-document.ts";
import type { ReadDocument } from "../../documents/reading/read-in-thread.ts";
import { documentPath, placeIn } from "../../documents/servers/places.ts";
import { AppError } from "../../errors.ts";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { readWith } from "../index/fingerprints.ts";

export interface CollectionOptions {
  /** Whether text is recognised in pictures. */
  readonly recognise?: boolean;
  /** Where it is written down which documents are restricted; absent: nowhere. */
  readonly dataFolder?: string | undefined;
}

/** The documents in a folder, together with everything that decides how they are read. */
export class Collection {
  readonly folder: string;
  readonly lexicon: Lexicon;
  #listing: CollectionListing;

  readonly #recognise: boolean;
  readonly #dataFolder: string | undefined;

  private constructor(
    folder: string,
    lexicon: Lexicon,
    { recognise = false, dataFolder }: CollectionOptions,
    listing: CollectionListing,
  ) {
    this.#recognise = recognise;
    this.#dataFolder = dataFolder;
    this.folder = folder;
    this.lexicon = lexicon;
    this.#listing = listing;
  }

  /** @throws AppError `folder-missing`, `sources-invalid`, `restrictions-unreadable` */
  static async open(folder: string, lexicon: Lexicon, options: CollectionOptions = {}): Promise<Collection> {
    return new Collection(folder, lexicon, options, await listCollection(folder, options.dataFolder));
  }

  /** The files as of the last listing. */
  get listing(): CollectionListing {
    return this.#listing;
  }

  /**
   * Reads what is no document of the collection yet.
   * @throws AppError `not-text`, `document-unparsable`
   */
  readNew(bytes: Uint8Array, name: string, named: { readonly key: string; readonly source: Source }) {
    return readFromBytes(bytes, name, { ...named, recognise: this.#recognise, ...this.#detection });
  }

  /** Where a document lies. */
  pathOf(file: string): string {
    return documentPath(this.#listing, file);
  }

  /** Lists the files again. @throws AppError `folder-missing`, `sources-invalid`; the previous listing is then kept */
  async list(): Promise<CollectionListing> {
    this.#listing = await listCollection(this.folder, this.#dataFolder);
    return this.#listing;
  }

  /** @throws AppError `file-unreadable`, `not-text`, `document-unparsable` */
  async open(file: string): Promise<SourceDocument> {
    return (await this.#read(file)).document;
  }

  #read(file: string): Promise<ReadDocument> {
    const key = this.#listing.keys.get(file) ?? file;
    const source = this.#listing.sources.get(file);
    const sharedTitle = this.#listing.sharedTitles.get(file);
    const { folder, below } = placeIn(this.#listing, file);
    return readDocument(folder, file, {
      below,
      key,
      source,
      sharedTitle,
      recognise: this.#recognise,
      ...this.#detection,
    });
  }

  /**
   * A document in the form that the index takes. @throws AppError `file-unreadable`, `not-text`, `document-unparsable`
   */
  async input(file: string): Promise<DocumentInput> {
    const fingerprint = readWith(this.#listing, file);
    return { ...(await this.#read(file)), readWith: fingerprint };
  }

  /** @throws AppError `file-unreadable`, `not-text`, `document-unparsable` */
  async reread(file: string): Promise<DocumentOnDisk> {
    const { document, passages } = await this.#read(file);
    const bytes = await readFile(this.pathOf(file)).catch((cause: unknown) => {
      throw new AppError("file-unreadable", `${file} cannot be read.`, "Check that it is there and may be read.", {
        cause,
      });
    });
    let ends: LineEnds | undefined;
    return {
      document,
      passages,
      paragraphs: paragraphPassagesOf(document),
      textAt: (range) => textAt(bytes, range, document),
      linesAt: (range) => {
        ends ??= lineEndsOf(bytes, document.encoding);
        return lineRangeOfBytes(ends, range);
      },
    };
  }

  /**
   * Yields documents one after the other, since there may be more than fit into memory. @throws AppError `folder-empty`
   */
  async *read(onEvent: (event: IndexEvent) => void): AsyncGenerator<DocumentInput> {
    const { files, skipped } = this.#listing;
    for (const file of skipped) onEvent({ kind: "skipped", ...file });
    let documents = 0;
    for await (const result of readListed(this.#listing, (file) => this.input(file))) {
      if ("error" in result) onEvent({ kind: "skipped", ...result });
      else {
        const { file, gaps } = result.document;
        if (gaps !== undefined) onEvent({ kind: "incomplete", file, gaps });
        yield result;
      }
      onEvent({ kind: "read", documents: ++documents, of: files.length });
    }
  }

  get #detection(): { detectLanguage: (text: string) => LanguageCode } {
    return { detectLanguage: (text) => detectLanguage(text, this.lexicon) ?? unknownLanguage.code };
  }
}

/** Decoded from the file's own bytes where it is plain text, else from those of the text that was extracted. */
function textAt(
  file: Uint8Array,
  { start, end }: Passage["bytes"],
  { encoding, isPlainText, canonicalText, file: name }: SourceDocument,
): string {
  if (!isPlainText) return Buffer.from(canonicalText, "utf8").toString("utf8", start, end);
  // One byte a character. The whole text is decoded, since a part of it alone might pass for UTF-8.
  if (encoding === "windows-1252") return decodeText(file, name).text.slice(start, end);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(file.subarray(start, end));
}
