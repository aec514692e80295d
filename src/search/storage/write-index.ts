import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { join } from "node:path";
import type { IndexData } from "../index/index-data.ts";
import { encodeIndex } from "./encoding/encode-index.ts";
import { formatVersion } from "./encoding/index-sections.ts";
import { BlockSealer, type SealedBlock } from "./encoding/sealed-blocks.ts";
import { type FileWriter, isUnfinished, namesIn, tidied } from "./file-writing.ts";
import { formatManifest, type IndexStamp, type ManifestContent, manifestFile } from "./manifest.ts";
import { pauseWhenDue } from "./pause.ts";

/** A generation that is whole on the disk, though no manifest names it yet. */
export interface WrittenGeneration {
  readonly identity: string;
  readonly manifest: Omit<ManifestContent, "journal">;
}

/**
 * Writes an index as a new generation and makes it the valid one; whatever the folder held before is removed. The
 * caller holds the writer lock. The same index with the same stamp gives the same bytes.
 * @param data without gaps (`compacted` leaves none); must not change until this returns
 * @throws AppError `disk-failed`; the folder's index is then what it was before
 */
export async function writeIndex(
  folder: string,
  data: IndexData,
  stamp: IndexStamp,
  files: FileWriter,
): Promise<ManifestContent> {
  const manifest = await activateGeneration(
    folder,
    await writeGeneration(folder, data, stamp, files),
    undefined,
    files,
  );
  await removeLeftOvers(folder, manifest, files);
  return manifest;
}

/** The first half of `writeIndex`: the long one. */
export async function writeGeneration(
  folder: string,
  data: IndexData,
  stamp: IndexStamp,
  files: FileWriter,
): Promise<WrittenGeneration> {
  await files.makeFolder(folder);
  const sealer = new BlockSealer();
  const hash = createHash("sha256").update(
    JSON.stringify([formatVersion, stamp.analyzerFingerprint, stamp.documentsFingerprint]),
  );
  const chunks = sealed(encodeIndex(data), sealer, (header) => hash.update(header));
  let identity = "";
  const nameFile = (): string => {
    identity = hash.digest("hex").slice(0, 16);
    return join(folder, `generation-${identity}.bin`);
  };
  await files.replace(nameFile, chunks, folder);
  return {
    identity,
    manifest: {
      format: formatVersion,
      byteOrder: endianness(),
      analyzerFingerprint: stamp.analyzerFingerprint,
      documentsFingerprint: stamp.documentsFingerprint,
      generation: { file: `generation-${identity}.bin`, bytes: sealer.bytes, checksum: sealer.checksum },
      counts: { documents: data.documentCount, passages: data.sums.passages, words: data.vocabulary.size },
    },
  };
}

/**
 * The second half of `writeIndex`: makes a written generation the valid one.
 * @param journal what `formatJournal` made of the changes since the generation; nothing may be added to the journal
 *   that was valid before until this returns
 */
export async function activateGeneration(
  folder: string,
  generation: WrittenGeneration,
  journal: Uint8Array | undefined,
  files: FileWriter,
): Promise<ManifestContent> {
  const name = await unusedJournalName(folder, generation.identity);
  const manifest: ManifestContent = { ...generation.manifest, journal: name };
  if (journal !== undefined) await files.append(join(folder, name), 0, journal);
  await files.replace(join(folder, manifestFile), [Buffer.from(formatManifest(manifest))]);
  return manifest;
}

/** The blocks with their headers, giving way to other work; a header's checksum tells its block's content. */
async function* sealed(
  blocks: Iterable<SealedBlock>,
  sealer: BlockSealer,
  onHeader: (header: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const pause = pauseWhenDue();
  for (const block of blocks) {
    if (block.kind !== 0) {
      const [header, content] = sealer.seal(block);
      onHeader(header);
      yield header;
      yield content;
    }
    await pause();
  }
}

/** A journal that was left behind under the same generation's name is not this one's. */
async function unusedJournalName(folder: string, generation: string): Promise<string> {
  const names = new Set(await namesIn(folder));
  for (let number = 0; ; number++) {
    const name = `journal-${generation}-${number}.bin`;
    if (!names.has(name)) return name;
  }
}

/**
 * Removes generations and journals that the manifest does not name, and what killed processes did not finish.
 * @returns false where something could not be removed: it does no harm, and the next writer tries again
 */
export async function removeLeftOvers(folder: string, manifest: ManifestContent, files: FileWriter): Promise<boolean> {
  const kept = new Set([manifest.generation.file, manifest.journal]);
  const isLeft = (name: string): boolean =>
    (/^(?:generation-[0-9a-f]{16}|journal-[0-9a-f]{16}-\d+)\.bin$/.test(name) || isUnfinished(name)) && !kept.has(name);
  return tidied(async () => {
    await files.remove((await namesIn(folder)).filter(isLeft).map((name) => join(folder, name)));
  });
}
