import { open } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "./passage-table.ts";

/** Where the text of passages is read from: the documents themselves, or what was extracted from them. */
export interface TextStore {
  /**
   * @param ranges byte ranges as `Passage.bytes` defines them
   * @returns the decoded text of each range
   * @throws AppError `document-changed` where the file is gone or shorter
   */
  read(
    document: IndexedDocument,
    ranges: readonly { readonly start: number; readonly end: number }[],
  ): Promise<string[]>;
}

/**
 * Reads from the documents' folder, and extracted texts from the index's.
 * @param decode the decoder that the documents were read with, for the built-in ones differ on windows-1252
 * @param extractAgain the canonical text as UTF-8 of a document that is no plain text and whose extracted text is not
 *   there; it throws where the document is no longer the one that was indexed
 */
export function createFileTextStore(
  seedsFolder: string,
  extractedFolder: string,
  decode: (bytes: Uint8Array, encoding: IndexedDocument["encoding"]) => string,
  extractAgain?: (document: IndexedDocument) => Promise<Uint8Array>,
): TextStore {
  return {
    async read(document, ranges) {
      const path = document.isPlainText
        ? join(seedsFolder, document.file)
        : join(extractedFolder, `${document.textSha256}.txt`);
      const file = await open(path).catch((cause: unknown) => {
        if (document.isPlainText || extractAgain === undefined) throw changed(document, cause);
        return undefined;
      });
      if (file === undefined) {
        const text = await extractAgain?.(document);
        return ranges.map(({ start, end }) =>
          decode(text?.subarray(start, end) ?? new Uint8Array(), document.encoding),
        );
      }
      try {
        const texts: string[] = [];
        for (const { start, end } of ranges) {
          const buffer = Buffer.alloc(end - start);
          const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
          if (bytesRead < buffer.length) throw changed(document);
          texts.push(decode(buffer, document.encoding));
        }
        return texts;
      } finally {
        await file.close();
      }
    },
  };
}

/** Throws an error that names the document which is no longer what was indexed. */
export class DocumentChangedError extends AppError {
  /** The first of them is the one that the message names. */
  readonly files: readonly [string, ...string[]];

  constructor(files: readonly [string, ...string[]], cause?: unknown) {
    super("document-changed", `${files[0]} is no longer the document that was indexed.`, "Run: fundstelle index", {
      cause,
    });
    this.files = files;
  }
}

/** The error for a document that is not what was indexed. */
export function changed(document: IndexedDocument, cause?: unknown): DocumentChangedError {
  return new DocumentChangedError([document.file], cause);
}
