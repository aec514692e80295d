import { crc32, inflateRawSync } from "node:zlib";
import { unparsable } from "../extracted-document.ts";

/** Even documents of a thousand pages stay far below this. */
const maxEntries = 10_000;
const maxUnpackedBytes = 128 * 1024 * 1024;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
const maxCommentBytes = 0xffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly localOffset: number;
}

/**
 * Unpacks the wanted entries of a ZIP archive. What the archive declares is checked before anything is unpacked, and
 * no entry is unpacked further than it declares.
 * @param file path below the documents' folder, for errors.
 * @param kind what the archive should be: `Word document`.
 * @throws AppError `document-unparsable` for damaged or encrypted archives, and past 10,000 entries or 128 MB unpacked.
 */
export function unzip(
  bytes: Uint8Array,
  file: string,
  { kind, isWanted }: { readonly kind: string; readonly isWanted: (name: string) => boolean },
): ReadonlyMap<string, Uint8Array> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = readDirectory(archive, file, kind).filter(({ name }) => isWanted(name));
  const declared = wanted.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declared > maxUnpackedBytes) throw tooLarge(file);
  return new Map(wanted.map((entry) => [entry.name, unpack(archive, entry, file)]));
}

function readDirectory(archive: Buffer, file: string, kind: string): Entry[] {
  const end = findEnd(archive);
  if (end === undefined) throw unparsable(file, reasonFor(archive, kind));
  const count = archive.readUInt16LE(end + 10);
  if (count > maxEntries) throw tooLarge(file);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + entryBytes > archive.length || archive.readUInt32LE(at) !== entrySignature) throw damaged(file);
    const nameBytes = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + entryBytes, at + entryBytes + nameBytes);
    entries.push({
      name: name.replaceAll("\\", "/").replace(/^\/+/, ""),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      packedBytes: archive.readUInt32LE(at + 20),
      unpackedBytes: archive.readUInt32LE(at + 24),
      localOffset: archive.readUInt32LE(at + 42),
    });
    at += entryBytes + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - endBytes - maxCommentBytes);
  for (let at = archive.length - endBytes; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

function unpack(archive: Buffer, entry: Entry, file: string): Uint8Array {
  const { localOffset, packedBytes, unpackedBytes, method, flags, checksum } = entry;
  if ((flags & 1) !== 0) throw unparsable(file, "it is encrypted", { remedy: "Save it without a password." });
  if (localOffset + localBytes > archive.length || archive.readUInt32LE(localOffset) !== localSignature) {
    throw damaged(file);
  }
  const start =
    localOffset + localBytes + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw damaged(file);
  const isStored = method === 0 && packedBytes === unpackedBytes;
  if (!isStored && method !== 8) throw damaged(file);
  const unpacked = isStored ? packed : inflate(packed, unpackedBytes, file);
  if (unpacked.length !== unpackedBytes || crc32(unpacked) !== checksum) throw damaged(file);
  return unpacked;
}

function inflate(packed: Uint8Array, maxBytes: number, file: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (cause) {
    throw unparsable(file, "its archive is damaged, or holds more than it declares", { cause });
  }
}

/** Why a file is no archive: what else has its name. */
function reasonFor(archive: Buffer, kind: string): string {
  if (archive.length >= 4 && archive.readUInt32BE(0) === 0xd0cf11e0) {
    return "it is protected by a password, or in the format that Office had before 2007";
  }
  return archive.toString("latin1", 0, 2) === "PK" ? "its archive is cut off" : `it is no ${kind}`;
}

function damaged(file: string): Error {
  return unparsable(file, "its archive is damaged");
}

function tooLarge(file: string): Error {
  return unparsable(file, `it unpacks to more than ${maxUnpackedBytes / 1024 / 1024} MB or ${maxEntries} parts`);
}
