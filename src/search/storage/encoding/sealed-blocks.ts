import { crc32 } from "node:zlib";

/**
 * Everything on disk is a sequence of blocks:
 *
 *     byte    0      4        8       12                12 + length
 *             │ kind │ length │ crc32 │ content … │      the next block
 *             └──────┬────────┘   │   └────┬──────┘
 *                    └────────────┴────────┘ the checksum covers all three
 *
 * Numbers are unsigned and little-endian. No block is used before its checksum has been compared.
 */
export interface SealedBlock {
  readonly kind: number;
  readonly content: Uint8Array;
}

export const blockHeaderBytes = 12;
/** A length beyond this is damage. */
const mostBytes = 1 << 28;

/** Thrown where the bytes read are not those that were written. */
export class DamagedError extends Error {}

/** Adds headers to blocks, and combines all checksums into one. */
export class BlockSealer {
  bytes = 0;
  #checksum = 0;

  /** CRC-32 over the checksums of all blocks so far, as eight hexadecimal digits. */
  get checksum(): string {
    return hex(this.#checksum);
  }

  seal({ kind, content }: SealedBlock): [header: Uint8Array, content: Uint8Array] {
    const header = Buffer.alloc(blockHeaderBytes);
    header.writeUInt32LE(kind, 0);
    header.writeUInt32LE(content.length, 4);
    header.writeUInt32LE(crc32(content, crc32(header.subarray(0, 8))), 8);
    this.bytes += header.length + content.length;
    this.#checksum = crc32(header.subarray(8), this.#checksum);
    return [header, content];
  }
}

/** Where blocks are read from. */
export interface BlockSource {
  /** Fills as much of `target` as there is. @returns how many bytes */
  read(target: Uint8Array, position: number): Promise<number>;
}

/** Blocks in a row in memory. */
export function bytesSource(bytes: Uint8Array): BlockSource {
  return {
    async read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}

/** Reads block after block with one read of the source each, which includes the header of the next block. */
export class BlockReader {
  readonly #source: BlockSource;
  #buffer = new Uint8Array(1 << 16);
  #header: Uint8Array | undefined;
  #position = 0;
  #checksum = 0;

  constructor(source: BlockSource) {
    this.#source = source;
  }

  /** As `BlockSealer.checksum`, over what was read. */
  get checksum(): string {
    return hex(this.#checksum);
  }

  /** How many bytes the blocks so far take. */
  get position(): number {
    return this.#position;
  }

  /**
   * The next block, its content at an address that is a multiple of eight and valid until the next call; undefined at
   * the end.
   * @throws DamagedError where the block is incomplete or its checksum differs
   */
  async next(): Promise<SealedBlock | undefined> {
    const header = this.#header ?? (await this.#firstHeader());
    if (header.length === 0) return undefined;
    const view = new DataView(header.buffer, header.byteOffset);
    const kind = view.getUint32(0, true);
    const length = view.getUint32(4, true);
    const expected = view.getUint32(8, true);
    if (length > mostBytes) throw new DamagedError(`A block at byte ${this.#position} has no possible length.`);
    const wanted = length + blockHeaderBytes;
    if (this.#buffer.length < wanted) this.#buffer = new Uint8Array(wanted * 2);
    const found = await this.#source.read(this.#buffer.subarray(0, wanted), this.#position + blockHeaderBytes);
    if (found < length) throw new DamagedError(`The file ends inside the block at byte ${this.#position}.`);
    const content = this.#buffer.subarray(0, length);
    if (crc32(content, crc32(header.subarray(0, 8))) !== expected) {
      throw new DamagedError(`The checksum of the block at byte ${this.#position} differs.`);
    }
    this.#checksum = crc32(header.subarray(8), this.#checksum);
    this.#position += wanted;
    const rest = found - length;
    if (rest > 0 && rest < blockHeaderBytes) throw new DamagedError("The file ends inside the head of a block.");
    this.#header = rest === 0 ? new Uint8Array(0) : this.#buffer.slice(length, wanted);
    return { kind, content };
  }

  async #firstHeader(): Promise<Uint8Array> {
    const header = new Uint8Array(blockHeaderBytes);
    const found = await this.#source.read(header, 0);
    if (found === 0) return header.subarray(0, 0);
    if (found < blockHeaderBytes) throw new DamagedError("The file ends inside the head of a block.");
    return header;
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
