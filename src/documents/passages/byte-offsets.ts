import type { SourceDocument, TextRange } from "../document.ts";

/** Turns ranges of the canonical text into ranges of bytes. */
export interface ByteOffsets {
  /** Ranges come in any order, but only ascending ones cost no more than the text between them. */
  readonly bytesOf: (range: TextRange) => { readonly start: number; readonly end: number };
}

/** Bytes of the file where it is plain text, else of the canonical text as UTF-8. */
export function createByteOffsets(
  document: Pick<SourceDocument, "canonicalText" | "encoding" | "isPlainText" | "byteOrderMarkBytes">,
): ByteOffsets {
  const first = document.isPlainText ? (document.byteOrderMarkBytes ?? 0) : 0;
  const encoding = document.isPlainText ? document.encoding : "utf-8";
  if (encoding !== "utf-8") {
    const width = encoding === "utf-16le" ? 2 : 1;
    return { bytesOf: ({ start, end }) => ({ start: first + start * width, end: first + end * width }) };
  }
  const text = document.canonicalText;
  let known = 0;
  let knownByte = first;
  const seek = (offset: number): number => {
    if (offset < known) {
      known = 0;
      knownByte = first;
    }
    knownByte += Buffer.byteLength(text.slice(known, offset), "utf8");
    known = offset;
    return knownByte;
  };
  return { bytesOf: ({ start, end }) => ({ start: seek(start), end: seek(end) }) };
}
