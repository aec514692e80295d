import { TextDecoder } from "node:util";
import { decodeText } from "../../decode.ts";
import type { ReadingGap } from "../../document.ts";
import { decodeWindows1252 } from "../../encodings/single-byte.ts";

/** Of the head, where declarations stand. */
const maxHeadBytes = 100_000;
const utf8 = /^(?:utf-?8|unicode-1-1-utf-8)$/i;
/** All of them are windows-1252 to browsers. */
const latin = /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|l1|(?:us-)?ascii)$/i;

/**
 * Decodes a page: by its byte-order mark, as UTF-8 where its bytes are that, by the encoding that it declares, else like
 * any text file.
 * @throws AppError `not-text` for binary files.
 */
export function decodeHtml(
  bytes: Uint8Array,
  file: string,
): { readonly html: string; readonly gaps: readonly ReadingGap[] } {
  const declared = isValidUtf8(bytes) ? undefined : declaredText(bytes);
  if (declared === undefined) {
    const { text, gaps } = decodeText(bytes, file);
    return { html: text, gaps };
  }
  return { html: decodeText(new TextEncoder().encode(declared), file).text, gaps: [] };
}

/** Bytes beyond ASCII that happen to be UTF-8 are nothing else; where there are none, an encoding may hide in escapes. */
function isValidUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte >= 0x80)) return !bytes.includes(0x1b);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function declaredText(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)) return undefined;
  const start = Buffer.from(bytes.subarray(0, maxHeadBytes)).toString("latin1");
  const [head = ""] = start.split(/<body[\s>]/i, 1);
  const label = /<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1];
  if (label === undefined || utf8.test(label)) return undefined;
  if (latin.test(label)) return decodeWindows1252(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (error) {
    // No browser knows the encoding either.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
