import type { IndexData } from "../../../../src/search/index/index-data.ts";
import { decodeIndex } from "../../../../src/search/storage/encoding/decode-index.ts";
import { encodeIndex } from "../../../../src/search/storage/encoding/encode-index.ts";
import { headerSchema, type IndexHeader, sections } from "../../../../src/search/storage/encoding/index-sections.ts";
import {
  BlockReader,
  BlockSealer,
  bytesSource,
  type SealedBlock,
} from "../../../../src/search/storage/encoding/sealed-blocks.ts";

/** The blocks of an index as they stand on disk. */
export function blocksOf(data: IndexData): SealedBlock[] {
  const blocks: SealedBlock[] = [];
  for (const { kind, content } of encodeIndex(data)) {
    // A block is valid until the next one is asked for.
    if (kind !== 0) blocks.push({ kind, content: Uint8Array.from(content) });
  }
  return blocks;
}

/** Reads blocks as from a file. */
export function read(blocks: readonly SealedBlock[], pause: () => Promise<void> = async () => undefined) {
  const sealer = new BlockSealer();
  const bytes = Buffer.concat(blocks.flatMap((block) => sealer.seal(block)));
  return decodeIndex(new BlockReader(bytesSource(bytes)), pause);
}

export function jsonOf({ content }: SealedBlock): unknown {
  return JSON.parse(Buffer.from(content).toString());
}

export function headerOf([block]: readonly SealedBlock[]): IndexHeader {
  return headerSchema.parse(block === undefined ? undefined : jsonOf(block));
}

/** The same blocks below another header. */
export function withHeader([, ...others]: readonly SealedBlock[], header: IndexHeader): SealedBlock[] {
  return [{ kind: sections.header, content: Buffer.from(JSON.stringify(header)) }, ...others];
}

/** The same blocks without a column. */
export function withoutColumn(blocks: readonly SealedBlock[], name: string): SealedBlock[] {
  const header = headerOf(blocks);
  const at = header.columns.findIndex((column) => column.name === name);
  const filled = header.columns.filter(({ length }, index) => index < at && length > 0).length;
  const isEmpty = header.columns[at]?.length === 0;
  const columns = blocks.filter(({ kind }) => kind === sections.columns);
  const rest = blocks.filter((block) => isEmpty || block !== columns[filled]);
  return withHeader(rest, { ...header, columns: header.columns.filter((_, index) => index !== at) });
}
