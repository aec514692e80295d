import { crc32 } from "node:zlib";
import * as z from "zod";
import { blockHeaderBytes } from "../encoding/sealed-blocks.ts";

const splitWordSchema = z.object({
  word: z.string(),
  language: z.string(),
  audience: z.string(),
  parts: z.array(z.string()),
});

/** What a change says beside the documents that it adds. */
export const changeHeadSchema = z.union([
  z.object({
    documentsFingerprint: z.string(),
    removed: z.array(z.string()),
    split: z.array(splitWordSchema).default([]),
  }),
  // As earlier formats wrote it.
  z
    .object({ documents: z.string(), removed: z.array(z.string()) })
    .transform(({ documents, removed }) => ({ documentsFingerprint: documents, removed, split: [] })),
]);

export interface FoundBlock {
  readonly kind: number;
  readonly content: Uint8Array;
  readonly isDamaged: boolean;
  /** Where the next one begins, as far as this one can be believed. */
  readonly end: number;
}

/** The block at a place of a file in memory; undefined where the file ends, there or inside the block. */
export function readBlockAt(bytes: Uint8Array, position: number): FoundBlock | undefined {
  const start = position + blockHeaderBytes;
  if (start > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + position, blockHeaderBytes);
  const end = start + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const content = bytes.subarray(start, end);
  const checksum = crc32(content, crc32(bytes.subarray(position, position + 8)));
  return { kind: view.getUint32(0, true), content, isDamaged: checksum !== view.getUint32(8, true), end };
}
