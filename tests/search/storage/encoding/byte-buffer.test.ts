import { describe, expect, it } from "vitest";
import { ByteBuffer, ByteReader } from "../../../../src/search/storage/encoding/byte-buffer.ts";

function written(values: readonly number[]): Uint8Array {
  const buffer = new ByteBuffer();
  for (const value of values) buffer.put(value);
  return buffer.take().slice();
}

function readAll(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const values: number[] = [];
  // More than any of these tests has written: a reader that finds no end fails instead of hanging.
  while (!reader.isAtEnd && values.length < 100_000) values.push(reader.next());
  return values;
}

describe("numbers of seven bits a byte", () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [127, [127]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [16_383, [0xff, 0x7f]],
    [16_384, [0x80, 0x80, 1]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 8]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 15]],
  ])("are the lowest first, and a top bit says that more follow: %i", (value, bytes) => {
    expect([...written([value])]).toEqual(bytes);
    expect(readAll(Uint8Array.from(bytes))).toEqual([value]);
  });

  it("are read as they were put, however many there are", () => {
    const values = Array.from({ length: 60_000 }, (_, n) => (n * 2_654_435_761) % 2 ** 32);
    expect(readAll(written(values))).toEqual(values);
  });

  it("are kept where the room is doubled just before them", () => {
    for (const before of [(1 << 16) - 6, (1 << 16) - 5, (1 << 16) - 4]) {
      const values = [...Array.from({ length: before }, (_, n) => n % 100), 2 ** 32 - 1, 7];
      expect(readAll(written(values)), `behind ${before} bytes`).toEqual(values);
    }
  });

  it("are taken once", () => {
    const buffer = new ByteBuffer();
    expect(buffer.length).toBe(0);
    buffer.put(300);
    expect(buffer.length).toBe(2);
    expect([...buffer.take()]).toEqual([0xac, 2]);
    expect(buffer.length).toBe(0);
    buffer.put(1);
    expect([...buffer.take()]).toEqual([1]);
    expect([...buffer.take()]).toEqual([]);
  });

  it("are 0 beyond the end, and no more than five bytes are one number", () => {
    const reader = new ByteReader(Uint8Array.from([5]));
    expect([reader.isAtEnd, reader.next(), reader.isAtEnd, reader.next()]).toEqual([false, 5, true, 0]);
    expect(new ByteReader(Uint8Array.from([0x81])).next()).toBe(1);
    const endless = new ByteReader(Uint8Array.from([0x80, 0x80, 0x80, 0x80, 0x81, 6]));
    expect([endless.next(), endless.next()]).toEqual([2 ** 28, 6]);
  });
});
