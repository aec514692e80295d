import type { Passage, ReadParagraph, SourceDocument } from "../../documents/document.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { LineEnds, LineRange } from "./lines.ts";

/** A document read from its file as the file is now. */
export interface DocumentOnDisk {
  readonly document: SourceDocument;
  /** The passages that it is divided into now. */
  readonly passages: readonly Passage[];
  /** Its paragraphs as passages of their own, long ones in parts. */
  readonly paragraphs: readonly Passage[];
  /** The text of a range of bytes as `Passage.bytes` defines them, decoded from the file itself. */
  textAt(bytes: Passage["bytes"]): string;
  /** The lines of the file itself on which a range of its bytes stands; for plain text. */
  linesAt(bytes: Passage["bytes"]): LineRange;
}

/** A document of the index, opened again. */
export interface OpenedDocument extends SourceDocument {
  /** Its paragraphs as passages of their own, long ones in parts, where they are needed. */
  paragraphPassages(): readonly Passage[];
}

/** A document of the index, opened for reading it page by page. */
export interface PagedDocument {
  readonly paragraphs: readonly ReadParagraph[];
  /** The words of some of its paragraphs. @throws AppError `document-changed`, `file-unreadable` */
  textsOf(paragraphs: readonly ReadParagraph[]): Promise<readonly string[]>;
}

/** Opens the documents behind the index, for reading on and for proofs. */
export interface Catalogue {
  /**
   * Where the lines of a plain-text document's file end, where it is the one that was indexed.
   * @throws AppError `file-unreadable`, `document-changed`
   */
  lineEnds(document: IndexedDocument): Promise<LineEnds>;
  /**
   * Reads and parses a document again, where it was not opened lately.
   * @param file below the documents' folder
   * @throws AppError `file-unreadable`, `document-changed`
   */
  open(file: string): Promise<OpenedDocument>;
  /**
   * Opens a document for reading it page by page: of a long one nothing but what is shown is read.
   * @throws AppError `file-unreadable`, `document-changed`
   */
  paged(document: IndexedDocument): Promise<PagedDocument>;
  /**
   * Reads and parses a document again, whether or not it is still the one in the index.
   * @throws AppError `file-unreadable`, `not-text`, `document-unparsable`
   */
  reread(file: string): Promise<DocumentOnDisk>;
}
