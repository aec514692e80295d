import { LRUCache } from "lru-cache";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { changed } from "../../search/index/texts/text-store.ts";
import { extractedTextsFolder, isWholeText, writeExtractedTexts } from "../../search/storage/extracted-texts.ts";
import type { FileWriter } from "../../search/storage/file-writing.ts";
import type { Collection } from "./collection.ts";

const keptBytes = 32 * 1024 * 1024;

/**
 * Extracts texts again that are missing beside the index, either because somebody removed them or because the folder
 * cannot be written. Keeps the last few in memory.
 */
export function createExtraction(
  collection: Collection,
  indexFolder: string,
  files: FileWriter,
): (document: IndexedDocument) => Promise<Uint8Array> {
  const kept = new LRUCache<string, Uint8Array>({ maxSize: keptBytes, sizeCalculation: (text) => text.length || 1 });
  const folder = extractedTextsFolder(indexFolder);
  return async (indexed) => {
    const known = kept.get(indexed.textSha256);
    // What was extracted before may have been damaged on the disk since.
    if (known !== undefined && (await isWholeText(folder, indexed.textSha256))) return known;
    const document = await collection.open(indexed.file).catch((cause: unknown) => {
      throw cause instanceof AppError ? changed(indexed, cause) : cause;
    });
    if (document.textSha256 !== indexed.textSha256) throw changed(indexed);
    const text = Buffer.from(document.canonicalText);
    kept.set(indexed.textSha256, text);
    try {
      await writeExtractedTexts(indexFolder, [document], files);
    } catch (error) {
      // The text is there in memory all the same, and writing the index reports that its folder cannot be written.
      if (!(error instanceof AppError)) throw error;
    }
    return text;
  };
}
