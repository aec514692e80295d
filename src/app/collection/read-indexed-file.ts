import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { changed } from "../../search/index/texts/text-store.ts";

/**
 * The bytes of a document's file, where they are those that were indexed.
 * @param place where the file lies
 * @throws AppError `document-changed`, `file-unreadable`
 */
export async function readIndexedFile(
  { file, place }: { readonly file: string; readonly place: string },
  documents: readonly IndexedDocument[],
): Promise<Uint8Array> {
  const indexed = documents.find((document) => document.file === file);
  if (indexed === undefined) throw unreadable(file);
  const bytes = await readFile(place).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (createHash("sha256").update(bytes).digest("hex") !== indexed.fileSha256) throw changed(indexed);
  return bytes;
}

function unreadable(file: string, cause?: unknown): AppError {
  return new AppError("file-unreadable", `${file} cannot be read.`, "Check that it is there and may be read.", {
    cause,
  });
}
