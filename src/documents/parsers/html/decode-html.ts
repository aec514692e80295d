import { TextDecoder } from "node:util";
import { decodeText } from "../../decode.ts";

/** Browsers look for a declaration in so many bytes. */
const declarationBytes = 1_024;
/** All of them are windows-1252 to browsers, or what a text without declaration is taken for anyway. */
const usual = /^(?:utf-?8|windows-1252|cp1252|iso-?8859-1|latin-?1|l1|(?:us-)?ascii)$/i;

/**
 * Decodes a page by its byte-order mark, else by the encoding that it declares, else like any text file.
 * @throws AppError `not-text` for binary files.
 */
export function decodeHtml(bytes: Uint8Array, file: string): string {
  const decoder = declaredDecoder(bytes);
  if (decoder === undefined) return decodeText(bytes, file).text;
  return decodeText(new TextEncoder().encode(decoder.decode(bytes)), file).text;
}

function declaredDecoder(bytes: Uint8Array): TextDecoder | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be");
  if (bytes[0] === 0xff || bytes[0] === 0xef) return undefined;
  const head = Buffer.from(bytes.subarray(0, declarationBytes)).toString("latin1");
  const label = /<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1];
  if (label === undefined || usual.test(label)) return undefined;
  try {
    return new TextDecoder(label);
  } catch (error) {
    // No browser knows the encoding either.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
