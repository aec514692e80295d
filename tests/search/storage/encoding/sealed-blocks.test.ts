import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  BlockReader,
  BlockSealer,
  type BlockSource,
  blockHeaderBytes,
  bytesSource,
  DamagedError,
  type SealedBlock,
} from "../../../../src/search/storage/encoding/sealed-blocks.ts";

const contents = ["Der Turm fiel.", "", "x".repeat(200_000), "Ende"];
const blocks: readonly SealedBlock[] = contents.map((text, kind) => ({ kind, content: Buffer.from(text) }));

function sealed(all: readonly SealedBlock[], sealer = new BlockSealer()): Buffer {
  return Buffer.concat(all.flatMap((block) => sealer.seal(block)));
}

/** What is read to the end, and where each block ended. */
async function readAll(source: BlockSource) {
  const reader = new BlockReader(source);
  const found: { kind: number; text: string }[] = [];
  const positions: number[] = [];
  for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
    found.push({ kind: block.kind, text: Buffer.from(block.content).toString() });
    positions.push(reader.position);
  }
  return { found, positions, checksum: reader.checksum, reader };
}

describe("sealed blocks", () => {
  it("are read as they were sealed, with the same checksum", async () => {
    const sealer = new BlockSealer();
    expect([sealer.bytes, sealer.checksum]).toEqual([0, "00000000"]);
    const bytes = sealed(blocks, sealer);
    expect(sealer.bytes).toBe(bytes.length);
    const { found, positions, checksum, reader } = await readAll(bytesSource(bytes));
    expect(found).toEqual(contents.map((text, kind) => ({ kind, text })));
    const sizes = contents.map((text) => text.length + blockHeaderBytes);
    expect(positions).toEqual(sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0)));
    expect(checksum).toBe(sealer.checksum);
    expect(checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(await reader.next()).toBeUndefined();
  });

  it("have a head of kind, length and a checksum over both and the content", () => {
    const [header, content] = new BlockSealer().seal({ kind: 0x01020304, content: Buffer.from("abc") });
    const head = Buffer.from([4, 3, 2, 1, 3, 0, 0, 0]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(Buffer.concat([head, Buffer.from("abc")])));
    expect(Buffer.from(header)).toEqual(Buffer.concat([head, checksum]));
    expect(Buffer.from(content).toString()).toBe("abc");
  });

  it("have another checksum together where one of them or their order is another", () => {
    const checksumOf = (all: readonly SealedBlock[]) => {
      const sealer = new BlockSealer();
      for (const block of all) sealer.seal(block);
      return sealer.checksum;
    };
    const checksums = [blocks, blocks.slice(1), blocks.toReversed(), [...blocks, ...blocks.slice(3)]].map(checksumOf);
    expect(new Set(checksums).size).toBe(4);
  });

  it("are none in an empty file", async () => {
    expect((await readAll(bytesSource(new Uint8Array(0)))).found).toEqual([]);
  });

  it("have their content at a multiple of eight, a short one behind a long one too", async () => {
    const reader = new BlockReader(bytesSource(sealed(blocks)));
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      expect(block.content.byteOffset % 8).toBe(0);
    }
  });

  it("are read with one read each, the first head apart", async () => {
    const source = bytesSource(sealed(blocks));
    const reads: number[] = [];
    await readAll({
      read(target, position) {
        reads.push(position);
        return source.read(target, position);
      },
    });
    expect(reads).toHaveLength(1 + blocks.length);
    expect(reads.slice(0, 2)).toEqual([0, blockHeaderBytes]);
  });

  it("are read from where a buffer begins inside of another", async () => {
    const bytes = sealed(blocks.slice(0, 2));
    const around = Buffer.concat([Buffer.alloc(5, 0xee), bytes, Buffer.alloc(5, 0xee)]);
    const { found } = await readAll(bytesSource(around.subarray(5, 5 + bytes.length)));
    expect(found).toHaveLength(2);
  });
});

describe("damaged blocks", () => {
  const two = sealed([
    { kind: 1, content: Buffer.from("eins") },
    { kind: 2, content: Buffer.from("zwei") },
  ]);

  async function failureOf(bytes: Uint8Array): Promise<unknown> {
    return readAll(bytesSource(bytes)).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it("are found by any bit that is another", async () => {
    for (let place = 0; place < two.length; place++) {
      const flipped = Buffer.from(two);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      expect(await failureOf(flipped), `byte ${place}`).toBeInstanceOf(DamagedError);
    }
  });

  it("are found by any byte that is missing at the end, save where a block ends", async () => {
    for (let length = 1; length < two.length; length++) {
      const failure = await failureOf(two.subarray(0, length));
      if (length === two.length / 2) expect(failure).toBeUndefined();
      else expect(failure, `${length} bytes`).toBeInstanceOf(DamagedError);
    }
  });

  it.each([
    ["The file ends inside the head of a block.", two.subarray(0, 11)],
    ["The file ends inside the block at byte 0.", two.subarray(0, 15)],
    ["The file ends inside the head of a block.", two.subarray(0, 17)],
    ["The file ends inside the block at byte 16.", two.subarray(0, 31)],
    ["A block at byte 0 has no possible length.", Buffer.from([1, 0, 0, 0, 1, 0, 0, 16, 0, 0, 0, 0])],
    ["The file ends inside the block at byte 0.", Buffer.from([1, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0])],
    [
      "The checksum of the block at byte 0 differs.",
      Buffer.concat([two.subarray(0, 8), Buffer.alloc(4), two.subarray(12)]),
    ],
    ["The checksum of the block at byte 16 differs.", Buffer.concat([two.subarray(0, 31), Buffer.from("e")])],
  ])("are named: %s", async (message, bytes) => {
    expect(await failureOf(bytes)).toMatchObject({ message });
  });
});
