import type { SourceDocument, TextRange } from "../document.ts";

/** Turns ranges of the canonical text into ranges of bytes. */
export interface ByteOffsets {
  readonly bytesOf: (range: TextRange) => { readonly start: number; readonly end: number };
}

/** From one known place to the next, in UTF-16 code units. */
const stepChars = 4_096;

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
  /** Bytes before every `stepChars`-th character, as far as they were needed yet. */
  const known = [first];
  const stepAt = (step: number): number => {
    const offset = step * stepChars;
    // Half a character has no bytes.
    return step > 0 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00 ? offset - 1 : offset;
  };
  const bytesBefore = (offset: number): number => {
    let step = Math.floor(offset / stepChars);
    while (known.length <= step) {
      const last = known.length - 1;
      known.push((known[last] ?? first) + Buffer.byteLength(text.slice(stepAt(last), stepAt(last + 1)), "utf8"));
    }
    if (stepAt(step) > offset) step -= 1;
    return (known[step] ?? first) + Buffer.byteLength(text.slice(stepAt(step), offset), "utf8");
  };
  return { bytesOf: ({ start, end }) => ({ start: bytesBefore(start), end: bytesBefore(end) }) };
}
