import type { SourceDocument } from "../documents/document.ts";

/** Opens the documents behind the index, for reading on and for proofs. */
export interface Catalogue {
  /**
   * Reads and parses a document again.
   * @param file below the documents' folder
   * @throws AppError `file-unreadable`, `document-changed`
   */
  open(file: string): Promise<SourceDocument>;
}
