import { describe, expect, it } from "vitest";
import { BlockSealer } from "../../../../src/search/storage/encoding/sealed-blocks.ts";
import { changeHeadSchema, readBlockAt } from "../../../../src/search/storage/journal/journal-blocks.ts";

const block = (kind: number, text: string) =>
  Buffer.concat(new BlockSealer().seal({ kind, content: Buffer.from(text) }));
const bytes = Buffer.concat([block(101, "eins"), block(102, ""), block(0xfedcba98, "drei")]);

describe("the block at a place", () => {
  it("is told with its kind, its content and its end", () => {
    expect(readBlockAt(bytes, 0)).toEqual({ kind: 101, content: bytes.subarray(12, 16), isDamaged: false, end: 16 });
    expect(readBlockAt(bytes, 16)).toEqual({ kind: 102, content: Buffer.alloc(0), isDamaged: false, end: 28 });
    expect(readBlockAt(bytes, 28)).toEqual({
      kind: 0xfedcba98,
      content: bytes.subarray(40, 44),
      isDamaged: false,
      end: 44,
    });
    const inside = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    expect(readBlockAt(inside, 28)?.isDamaged).toBe(false);
  });

  it("is none where the file ends, there or inside of it", () => {
    expect(readBlockAt(bytes, 44)).toBeUndefined();
    for (let length = 29; length < 44; length++) {
      expect(readBlockAt(Uint8Array.from(bytes.subarray(0, length)), 28)).toBeUndefined();
    }
    expect(readBlockAt(bytes.subarray(0, 28), 16)).toMatchObject({ kind: 102, isDamaged: false, end: 28 });
    expect(readBlockAt(bytes, 40)).toBeUndefined();
  });

  it("is damaged where any bit of it is another, and no other is", () => {
    for (let place = 0; place < 16; place++) {
      // Another length is believed: the block then ends elsewhere, or nowhere.
      if (place >= 4 && place < 8) continue;
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ 0x10;
      expect(readBlockAt(flipped, 0)?.isDamaged, `byte ${place}`).toBe(true);
      expect(readBlockAt(flipped, 16)?.isDamaged).toBe(false);
    }
    const shorter = Buffer.from(bytes);
    shorter[4] = 3;
    expect(readBlockAt(shorter, 0)).toMatchObject({ isDamaged: true, end: 15 });
  });
});

describe("what a change says", () => {
  it("is read as it is written, and as earlier formats wrote it", () => {
    const split = [{ word: "Hafenmauer", language: "de", audience: "", parts: ["Hafen", "Mauer"] }];
    expect(changeHeadSchema.parse({ documentsFingerprint: "a", removed: ["x"], split })).toEqual({
      documentsFingerprint: "a",
      removed: ["x"],
      split,
    });
    const older = { documentsFingerprint: "a", removed: ["x"], split: [] };
    expect(changeHeadSchema.parse({ documentsFingerprint: "a", removed: ["x"] })).toEqual(older);
    expect(changeHeadSchema.parse({ documents: "a", removed: ["x"] })).toEqual(older);
    expect(changeHeadSchema.safeParse({ removed: ["x"] }).success).toBe(false);
  });
});
