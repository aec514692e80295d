import { AppError } from "../errors.ts";
import type { ReadingGap, TextEncoding } from "./document.ts";
import { guessEncoding } from "./encodings/guess-encoding.ts";
import { repairUtf8 } from "./encodings/repair-utf8.ts";
import { decodeWindows1252 } from "./encodings/single-byte.ts";

export interface DecodedText {
  /** The decoded bytes without the byte-order mark, nothing else changed. */
  readonly text: string;
  /** The encoding of the bytes; `utf-8` where `isExact` is false. */
  readonly encoding: TextEncoding;
  /** 0 where there is none. */
  readonly byteOrderMarkBytes: 0 | 2 | 3;
  /** Whether offsets in the text can be converted into offsets of the bytes. */
  readonly isExact: boolean;
  /** Bytes that are no text, and an encoding that nothing in the file states. */
  readonly gaps: readonly ReadingGap[];
}

/** Up to one control character in this many characters is an editor's slip; more are a sign of a binary file. */
const charsPerControl = 100;
/** How many bytes are examined to detect UTF-16 without a byte-order mark. */
const sampleBytes = 4_096;

/**
 * Decodes a text file: UTF-8, UTF-16, or the encoding that its bytes look like most. A few bytes that are no UTF-8 in a
 * text that otherwise is do not make it anything else.
 * @param file names the file in errors.
 * @throws AppError `not-text` for binary files.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const decoded = decode(bytes, file);
  if (decoded.text.includes("\0")) throw notText(file, "it holds NUL characters");
  if (hasTooManyControls(decoded.text)) throw notText(file, "it is full of control characters");
  return decoded;
}

function decode(bytes: Uint8Array, file: string): DecodedText {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return decodeUtf16(bytes, wide, file);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const text = decodeUtf8(content);
  if (text !== undefined) {
    return { text, encoding: "utf-8", byteOrderMarkBytes: hasMark ? 3 : 0, isExact: true, gaps: [] };
  }
  const repaired = repairUtf8(content, hasMark);
  if (repaired !== undefined) {
    const gap: ReadingGap = { kind: "bytes-unreadable", count: repaired.badBytes };
    return { text: repaired.text, encoding: "utf-8", byteOrderMarkBytes: 0, isExact: false, gaps: [gap] };
  }
  const guessed = guessEncoding(bytes);
  const gaps: readonly ReadingGap[] = [{ kind: "encoding-guessed", encoding: guessed.name }];
  if (guessed.name === "windows-1252") {
    return { text: guessed.text, encoding: "windows-1252", byteOrderMarkBytes: 0, isExact: true, gaps };
  }
  return { text: guessed.text, encoding: "utf-8", byteOrderMarkBytes: 0, isExact: false, gaps };
}

/** Detects UTF-16 by its byte-order mark, or by the zeros that make up half of the bytes of most such texts. */
function utf16Of(bytes: Uint8Array): { readonly isLittle: boolean; readonly markBytes: 0 | 2 } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { isLittle: true, markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { isLittle: false, markBytes: 2 };
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = sample.length * 0.4;
  if (odd > most && even === 0) return { isLittle: true, markBytes: 0 };
  if (even > most && odd === 0) return { isLittle: false, markBytes: 0 };
  return undefined;
}

function decodeUtf16(
  bytes: Uint8Array,
  { isLittle, markBytes }: { readonly isLittle: boolean; readonly markBytes: 0 | 2 },
  file: string,
): DecodedText {
  if (bytes.length % 2 !== 0) throw notText(file, "it begins like UTF-16 and ends in half a character");
  const content = bytes.subarray(markBytes);
  const text = new TextDecoder(isLittle ? "utf-16le" : "utf-16be", { ignoreBOM: true }).decode(content);
  const gaps: readonly ReadingGap[] =
    markBytes === 2 ? [] : [{ kind: "encoding-guessed", encoding: isLittle ? "utf-16le" : "utf-16be" }];
  return isLittle
    ? { text, encoding: "utf-16le", byteOrderMarkBytes: markBytes, isExact: true, gaps }
    : { text, encoding: "utf-8", byteOrderMarkBytes: 0, isExact: false, gaps };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // A TypeError means that the bytes are not UTF-8, which the caller handles. Anything else is unexpected.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Decodes a part of a file whose encoding is known; the part begins and ends between characters. */
export function decodeBytes(bytes: Uint8Array, encoding: TextEncoding): string {
  return encoding === "windows-1252"
    ? decodeWindows1252(bytes)
    : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function hasTooManyControls(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isLayout = code >= 0x09 && code <= 0x0d;
    // 0x85 is a line break of its own in some encodings.
    if ((code < 0x20 && !isLayout) || (code >= 0x7f && code <= 0x9f && code !== 0x85)) controls += 1;
  }
  return controls > 1 && controls * charsPerControl > text.length;
}

function notText(file: string, why: string): AppError {
  return new AppError("not-text", `${file} is not a text file: ${why}.`, "Save it as UTF-8 text, or take it out.");
}
