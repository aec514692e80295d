/**
 * A page's text as UTF-8 where only the header of the answer says that it is anything else: a file keeps no header. The mark at
 * its beginning outweighs what the page says of itself.
 */
export function asUtf8(bytes: Uint8Array, contentType = ""): Uint8Array {
  const charset = /^text\/.*;\s*charset=["']?([\w:.-]+)/iu.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/iu.test(charset)) return bytes;
  try {
    return Buffer.from(`\uFEFF${new TextDecoder(charset).decode(bytes)}`);
  } catch (error) {
    // No encoding has this name.
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}
