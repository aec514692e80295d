import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { SourceDocument } from "../../documents/document.ts";
import type { IndexedDocument } from "../index/passage-table.ts";
import { type FileWriter, isUnfinished, namesIn, tidied } from "./file-writing.ts";

/** Below an index folder: the texts of documents that are no plain text, each under its SHA-256. */
export function extractedTextsFolder(indexFolder: string): string {
  return join(indexFolder, "texts");
}

/**
 * Keeps the canonical texts of those documents that are no plain text, for passages are read from there.
 * @throws AppError `disk-failed`
 */
export async function writeExtractedTexts(
  indexFolder: string,
  documents: readonly Pick<SourceDocument, "isPlainText" | "textSha256" | "canonicalText">[],
  files: FileWriter,
): Promise<void> {
  const folder = extractedTextsFolder(indexFolder);
  for (const { isPlainText, textSha256, canonicalText } of documents) {
    if (isPlainText) continue;
    const path = join(folder, `${textSha256}.txt`);
    const bytes = Buffer.from(canonicalText);
    if (await isWholeText(folder, textSha256)) continue;
    await files.makeFolder(folder);
    await files.replace(path, [bytes]);
  }
}

/**
 * Removes the texts of documents that are not there any more.
 * @returns false where one could not be removed, which does no harm
 */
export async function removeUnusedTexts(
  indexFolder: string,
  documents: Iterable<Pick<IndexedDocument, "isPlainText" | "textSha256"> | undefined>,
  files: FileWriter,
): Promise<boolean> {
  const used = new Set<string>();
  for (const document of documents) if (document?.isPlainText === false) used.add(`${document.textSha256}.txt`);
  const folder = extractedTextsFolder(indexFolder);
  const isOurs = (name: string): boolean => /^[0-9a-f]{64}\.txt$/.test(name) || isUnfinished(name);
  return tidied(async () => {
    const left = (await namesIn(folder)).filter((name) => isOurs(name) && !used.has(name));
    await files.remove(left.map((name) => join(folder, name)));
  });
}

/** Whether an extracted text is there, and is to the byte what was extracted. @param folder of the texts */
export async function isWholeText(folder: string, textSha256: string): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(join(folder, `${textSha256}.txt`))) hash.update(chunk);
    return hash.digest("hex") === textSha256;
  } catch (failure) {
    // What cannot be read is as good as not there.
    if (failure instanceof Error && "code" in failure) return false;
    throw failure;
  }
}
