import { AppError } from "../errors.ts";
import type { TextEncoding } from "./document.ts";

export interface DecodedText {
  /** The decoded bytes without the byte-order mark, nothing else changed. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** 0 where there is none. */
  readonly byteOrderMarkBytes: 0 | 2 | 3;
}

/** What windows-1252 makes of the bytes 0x80 to 0x9F; the five it leaves open stay control characters. */
const windows1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** One control character in so many characters is a slip of an editor, more are a sign of a binary file. */
const charsPerControl = 100;

/**
 * Decodes a text file: UTF-8 with or without byte-order mark, UTF-16LE with one, else windows-1252.
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    if (bytes.length % 2 !== 0) throw notText(file, "it begins like UTF-16 and ends in half a character");
    const text = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes.subarray(2));
    return { text, encoding: "utf-16le", byteOrderMarkBytes: 2 };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw notText(file, "it is big-endian UTF-16");
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const text = decodeUtf8(content);
  if (text !== undefined) return { text, encoding: "utf-8", byteOrderMarkBytes: hasMark ? 3 : 0 };
  return { text: decodeWindows1252(bytes), encoding: "windows-1252", byteOrderMarkBytes: 0 };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // A TypeError says that the bytes are not UTF-8, which the caller can deal with; anything else it cannot.
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

/** Written out because the built-in decoders of some Node versions read windows-1252 as ISO 8859-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
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
