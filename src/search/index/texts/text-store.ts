import { join } from "node:path";
import { AppError } from "../../../errors.ts";
import { checksumOf } from "../../structures/checksum.ts";
import type { IndexedDocument } from "../passage-table.ts";
import { openPlainFile, type PlainFile } from "./plain-file.ts";

/** Asking for bytes costs more than reading some that nobody wants. */
const maxStretchBytes = 64 * 1024;

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the text of passages is read from: the documents themselves, or what was extracted from them. */
export interface TextStore {
  /**
   * @param ranges byte ranges as `Passage.bytes` defines them
   * @returns the decoded text of each range
   * @throws AppError `document-changed` where the file is gone or shorter
   */
  read(document: IndexedDocument, ranges: readonly ByteRange[]): Promise<string[]>;
  /** The same out of a text that is extracted anew, for documents that are no plain text; absent: that is not possible. */
  readAgain?(document: IndexedDocument, ranges: readonly ByteRange[]): Promise<string[]>;
}

/** A range of bytes with the checksum of the text that must stand there. */
export interface CheckedRange extends ByteRange {
  readonly checksum: number;
}

/**
 * Reads ranges, and checks that they hold what was indexed. Where an extracted text is damaged, it is extracted anew.
 * @throws AppError `document-changed`
 */
export async function readChecked(
  texts: TextStore,
  document: IndexedDocument,
  ranges: readonly CheckedRange[],
): Promise<string[]> {
  const areRight = (read: readonly string[]): boolean =>
    ranges.every(({ checksum }, at) => checksumOf(read[at] ?? "") === checksum);
  const mayBeDamaged = !document.isPlainText && texts.readAgain !== undefined;
  let read: string[] = [];
  try {
    read = await texts.read(document, ranges);
    if (areRight(read)) return read;
  } catch (error) {
    if (!mayBeDamaged || !(error instanceof DocumentChangedError)) throw error;
  }
  if (mayBeDamaged) read = (await texts.readAgain?.(document, ranges)) ?? [];
  if (ranges.length > 0 && !areRight(read)) throw changed(document);
  return read;
}

/**
 * Reads from the documents' files, and extracted texts from the index's folder.
 * @param pathOf where a document's file lies
 * @param decode the decoder that the documents were read with, for the built-in ones differ on windows-1252
 * @param extractAgain the canonical text as UTF-8 of a document that is no plain text and whose extracted text is not
 *   there; it throws where the document is no longer the one that was indexed
 */
export function createFileTextStore(
  pathOf: (file: string) => string,
  extractedFolder: string,
  decode: (bytes: Uint8Array, encoding: IndexedDocument["encoding"]) => string,
  extractAgain?: (document: IndexedDocument) => Promise<Uint8Array>,
): TextStore {
  const extracted: TextStore["read"] = async (document, ranges) => {
    const text = await extractAgain?.(document);
    return ranges.map(({ start, end }) => decode(text?.subarray(start, end) ?? new Uint8Array(), document.encoding));
  };
  return {
    ...(extractAgain === undefined ? {} : { readAgain: extracted }),
    async read(document, ranges) {
      const path = document.isPlainText ? pathOf(document.file) : join(extractedFolder, `${document.textSha256}.txt`);
      const file = await openPlainFile(path).catch((cause: unknown) => {
        if (document.isPlainText || extractAgain === undefined) throw changed(document, cause);
        return undefined;
      });
      if (file === undefined) return extracted(document, ranges);
      try {
        const stretch = stretchOf(ranges);
        const whole = stretch === undefined ? undefined : await readRange(file, document, stretch);
        const texts: string[] = [];
        for (const range of ranges) {
          const from = stretch?.start ?? 0;
          const bytes =
            whole?.subarray(range.start - from, range.end - from) ?? (await readRange(file, document, range));
          texts.push(decode(bytes, document.encoding));
        }
        return texts;
      } finally {
        await file.close();
      }
    },
  };
}

/** All that is wanted of a file, where that is little enough to be read at once. */
function stretchOf(ranges: readonly ByteRange[]): ByteRange | undefined {
  const start = Math.min(...ranges.map((range) => range.start));
  const end = Math.max(...ranges.map((range) => range.end));
  return ranges.length > 1 && end - start <= maxStretchBytes ? { start, end } : undefined;
}

async function readRange(file: PlainFile, document: IndexedDocument, { start, end }: ByteRange): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(end - start);
  if ((await file.read(buffer, start)) < buffer.length) throw changed(document);
  return buffer;
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
