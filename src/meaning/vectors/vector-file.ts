import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { PackedVector } from "./vector-memory.ts";

const magic = "fundstelle-vectors-1\n";
const keyBytes = 16;
const vectorRecord = 1;
const documentRecord = 2;
/** Records that are read before other work gets a turn. */
const recordsAtATime = 2000;

/** What is read back, in the order in which it was written. */
export interface VectorFileContent {
  onVector(key: string, vector: PackedVector): void;
  /** The keys of a document's passages, by what identifies the document's text and its passages. */
  onDocument(identity: string, keys: readonly string[]): void;
}

/** The beginning of a SHA-256 of a text, as hexadecimal: what a vector is kept by. */
export function vectorKey(text: string): string {
  return createHash("sha256")
    .update(text, "utf8")
    .digest("hex")
    .slice(0, keyBytes * 2);
}

/**
 * The vectors of one model on disk. Records are only ever added at the end, each with a checksum; whatever a kill left
 * half-written there is cut off at the next start, and made again.
 *
 *     magic │ length, type, body, checksum │ length, type, body, checksum │ …
 *     type 1: key (16 bytes), scale (float), 8 bits a number        type 2: identity (16), keys (16 each)
 */
export class VectorFile {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @param model whose vectors they are; vectors of another model are in another file */
  static async open(folder: string, model: string, content: VectorFileContent): Promise<VectorFile> {
    await mkdir(folder, { recursive: true });
    const name = createHash("sha256").update(model, "utf8").digest("hex").slice(0, 16);
    const file = await open(join(folder, `${name}.vectors`), "a+");
    try {
      const bytes = await file.readFile();
      const isOurs = bytes.subarray(0, magic.length).toString("latin1") === magic;
      const end = isOurs ? await readRecords(bytes, content) : 0;
      if (end < bytes.length) await file.truncate(end);
      if (end === 0) await file.appendFile(magic, "latin1");
    } catch (error) {
      await file.close();
      throw error;
    }
    return new VectorFile(file);
  }

  /** Adds vectors and documents at the end, and returns when they are on the disk. */
  async add(
    vectors: readonly { readonly key: string; readonly vector: PackedVector }[],
    documents: readonly { readonly identity: string; readonly keys: readonly string[] }[],
  ): Promise<void> {
    const records = [
      ...vectors.map(({ key, vector }) => vectorRecordOf(key, vector)),
      ...documents.map(({ identity, keys }) => recordOf(documentRecord, Buffer.from(identity + keys.join(""), "hex"))),
    ];
    if (records.length === 0) return;
    await this.#file.appendFile(Buffer.concat(records));
    await this.#file.datasync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

function vectorRecordOf(key: string, { scale, numbers }: PackedVector): Buffer {
  const body = Buffer.alloc(keyBytes + 4 + numbers.length);
  body.write(key, 0, "hex");
  body.writeFloatLE(scale, keyBytes);
  body.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.length), keyBytes + 4);
  return recordOf(vectorRecord, body);
}

function recordOf(type: number, body: Buffer): Buffer {
  const record = Buffer.alloc(9 + body.length);
  record.writeUInt32LE(body.length, 0);
  record.writeUInt8(type, 4);
  record.set(body, 5);
  record.writeUInt32LE(crc32(record.subarray(0, 5 + body.length)), 5 + body.length);
  return record;
}

/** @returns where the last whole record ends */
async function readRecords(bytes: Buffer, content: VectorFileContent): Promise<number> {
  let at = magic.length;
  let records = 0;
  while (at + 9 <= bytes.length) {
    const end = at + 5 + bytes.readUInt32LE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at, end)) !== bytes.readUInt32LE(end)) break;
    readRecord(bytes.readUInt8(at + 4), bytes.subarray(at + 5, end), content);
    at = end + 4;
    if (++records % recordsAtATime === 0) await setImmediate();
  }
  return at;
}

function readRecord(type: number, body: Buffer, content: VectorFileContent): void {
  const key = body.toString("hex", 0, keyBytes);
  if (type === vectorRecord) {
    const numbers = new Int8Array(body.subarray(keyBytes + 4));
    content.onVector(key, { scale: body.readFloatLE(keyBytes), numbers });
  } else if (type === documentRecord) {
    const keys: string[] = [];
    for (let at = keyBytes; at < body.length; at += keyBytes) keys.push(body.toString("hex", at, at + keyBytes));
    content.onDocument(key, keys);
  }
}
