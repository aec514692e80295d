import { describe, expect, it } from "vitest";
import {
  type EntryBytes,
  entryBytesFor,
  largestOf,
  packColumn,
  unpackColumn,
} from "../../../../src/search/storage/encoding/columns.ts";

/** What comes back of a column behind two entries that are there, and before one. */
function unpacked(values: readonly number[], size: EntryBytes): number[] {
  const packed = packColumn(Uint32Array.from(values), size);
  // As a block reader gives it: somewhere in a larger buffer, at a multiple of eight.
  const around = new Uint8Array(packed.length + 16).fill(0xee);
  around.set(packed, 8);
  const target = new Uint32Array(values.length + 3).fill(9);
  unpackColumn(around.subarray(8, 8 + packed.length), size, target, 2);
  return [...target];
}

describe("a column", () => {
  it.each([
    [0, 1],
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 3],
    [2 ** 24 - 1, 3],
    [2 ** 24, 4],
    [2 ** 32 - 1, 4],
  ] as const)("takes as many bytes an entry as its largest needs: %i", (largest, bytes) => {
    expect(entryBytesFor(largest)).toBe(bytes);
    expect(packColumn(Uint32Array.from([largest, 1]), bytes)).toHaveLength(2 * bytes);
    expect(unpacked([largest, 1, largest], bytes)).toEqual([9, 9, largest, 1, largest, 9]);
  });

  it.each([1, 2, 3, 4] as const)("may be empty, of %i bytes an entry", (bytes) => {
    expect(unpacked([], bytes)).toEqual([9, 9, 9]);
  });

  it("has its lowest byte first", () => {
    expect([...packColumn(Uint32Array.from([0x030201, 6]), 3)]).toEqual([1, 2, 3, 6, 0, 0]);
    expect(unpacked([0x030201, 0xfefdfc, 0x000100], 3)).toEqual([9, 9, 0x030201, 0xfefdfc, 0x000100, 9]);
  });

  it("has the largest of its entries", () => {
    expect(largestOf(Uint32Array.from([3, 2 ** 32 - 1, 4]))).toBe(2 ** 32 - 1);
    expect(largestOf(Uint32Array.from([5, 3]))).toBe(5);
    expect(largestOf(new Uint32Array(0))).toBe(0);
  });
});
