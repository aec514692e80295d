import { LRUCache } from "lru-cache";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { changed } from "../../search/index/text-store.ts";
import { writeExtractedTexts } from "../../search/storage/extracted-texts.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import type { Collection } from "./collection.ts";

const keptBytes = 32 * 1024 * 1024;

/**
 * Extracts texts that are not beside the index: somebody removed them, or nothing can be written there. A few are kept
 * in memory.
 */
export function createExtraction(
  collection: Collection,
  indexFolder: string,
  files: FileWriter,
): (document: IndexedDocument) => Promise<Uint8Array> {
  const kept = new LRUCache<string, Uint8Array>({ maxSize: keptBytes, sizeCalculation: (text) => text.length || 1 });
  return async (indexed) => {
    const known = kept.get(indexed.textSha256);
    if (known !== undefined) return known;
    const document = await collection.open(indexed.file).catch((cause: unknown) => {
      throw cause instanceof AppError ? changed(indexed, cause) : cause;
    });
    if (document.textSha256 !== indexed.textSha256) throw changed(indexed);
    const text = Buffer.from(document.canonicalText);
    kept.set(indexed.textSha256, text);
    try {
      await writeExtractedTexts(indexFolder, [document], files);
    } catch (error) {
      // It was read all the same; whoever writes the index says that its folder cannot be written.
      if (!(error instanceof AppError)) throw error;
    }
    return text;
  };
}
