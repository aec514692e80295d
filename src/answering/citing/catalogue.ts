import type { Passage, SourceDocument } from "../../documents/document.ts";

/** A document read from its file as the file is now. */
export interface DocumentOnDisk {
  readonly document: SourceDocument;
  /** The passages that it is divided into now. */
  readonly passages: readonly Passage[];
  /** Its paragraphs as passages of their own, long ones in parts. */
  readonly paragraphs: readonly Passage[];
  /** The text of a range of bytes as `Passage.bytes` defines them, decoded from the file itself. */
  textAt(bytes: Passage["bytes"]): string;
}

/** A document of the index, opened again. */
export interface OpenedDocument extends SourceDocument {
  /** Its paragraphs as passages of their own, long ones in parts, where they are needed. */
  paragraphPassages(): readonly Passage[];
}

/** Opens the documents behind the index, for reading on and for proofs. */
export interface Catalogue {
  /**
   * Reads and parses a document again.
   * @param file below the documents' folder
   * @throws AppError `file-unreadable`, `document-changed`
   */
  open(file: string): Promise<OpenedDocument>;
  /**
   * Reads and parses a document again, whether or not it is still the one in the index.
   * @throws AppError `file-unreadable`, `not-text`, `document-unparsable`
   */
  reread(file: string): Promise<DocumentOnDisk>;
}
