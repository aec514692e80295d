/** How many bytes each entry of a column takes on disk: as many as the largest entry needs. */
export type EntryBytes = 1 | 2 | 3 | 4;

export function entryBytesFor(largest: number): EntryBytes {
  if (largest < 1 << 8) return 1;
  if (largest < 1 << 16) return 2;
  return largest < 1 << 24 ? 3 : 4;
}

export function largestOf(values: Uint32Array): number {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}

/** The entries as bytes, lowest first; valid as long as `values` is. */
export function packColumn(values: Uint32Array, size: EntryBytes): Uint8Array {
  switch (size) {
    case 1:
      return Uint8Array.from(values);
    case 2:
      return bytesOf(Uint16Array.from(values));
    case 3:
      return packThree(values);
    case 4:
      return bytesOf(values);
  }
}

/**
 * Puts entries back.
 * @param content what `packColumn` made, at an address that is a multiple of four
 * @param target of at least as many entries from `start` on
 */
export function unpackColumn(content: Uint8Array, size: EntryBytes, target: Uint32Array, start: number): void {
  const { buffer, byteOffset, length } = content;
  switch (size) {
    case 1:
      target.set(content, start);
      return;
    case 2:
      target.set(new Uint16Array(buffer, byteOffset, length / 2), start);
      return;
    case 3:
      unpackThree(content, target, start);
      return;
    case 4:
      target.set(new Uint32Array(buffer, byteOffset, length / 4), start);
      return;
  }
}

function bytesOf(values: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function packThree(values: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 3);
  let at = 0;
  for (const value of values) {
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    at += 3;
  }
  return bytes;
}

function unpackThree(content: Uint8Array, target: Uint32Array, start: number): void {
  const count = content.length / 3;
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    target[start + i] = (content[at] ?? 0) | ((content[at + 1] ?? 0) << 8) | ((content[at + 2] ?? 0) << 16);
  }
}
