/**
 * FNV-1a over a text's UTF-16 code units, 32 bits. It tells a changed passage from an unchanged one, and proves
 * nothing.
 */
export function checksumOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
