import { open } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import type { IndexedDocument } from "./passage-table.ts";

/** Where the text of passages is read from: the documents themselves, or what was extracted from them. */
export interface TextStore {
  /**
   * @param ranges byte ranges as `Passage.bytes` defines them
   * @returns the decoded text of each range
   * @throws AppError `document-changed` where the file is gone or shorter
   */
  read(document: IndexedDocument, ranges: readonly { readonly start: number; readonly end: number }[]): Promise<string[]>;
}

/** Reads from the documents' folder, and extracted texts from the index's. */
export function createFileTextStore(seedsFolder: string, extractedFolder: string): TextStore {
  return {
    async read(document, ranges) {
      const path = document.isPlainText
        ? join(seedsFolder, document.file)
        : join(extractedFolder, `${document.textSha256}.txt`);
      const decoder = new TextDecoder(document.encoding, { ignoreBOM: true });
      const file = await open(path).catch((cause: unknown) => {
        throw changed(document, cause);
      });
      try {
        const texts: string[] = [];
        for (const { start, end } of ranges) {
          const buffer = Buffer.alloc(end - start);
          const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
          if (bytesRead < buffer.length) throw changed(document);
          texts.push(decoder.decode(buffer));
        }
        return texts;
      } finally {
        await file.close();
      }
    },
  };
}

/** The error for a document that is not what was indexed. */
export function changed(document: IndexedDocument, cause?: unknown): AppError {
  return new AppError(
    "document-changed",
    `${document.file} is no longer the document that was indexed.`,
    "Run: fundstelle index",
    { cause },
  );
}
