import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { isWholeText } from "../../search/storage/extracted-texts.ts";

/** What became of a document's extracted text: it is what it was; it was damaged or gone, and is whole again; it stays so. */
export interface CheckedText {
  readonly file: string;
  readonly state: "whole" | "repaired" | "damaged";
}

/**
 * Compares the extracted texts beside an index with their fingerprints, to the byte, and extracts again what differs.
 * @param folder of the texts
 * @param extract a document's text, which it writes beside the index
 */
export async function* checkTexts(
  folder: string,
  documents: readonly IndexedDocument[],
  extract: (document: IndexedDocument) => Promise<unknown>,
): AsyncGenerator<CheckedText> {
  for (const document of documents) {
    const { file, textSha256, isPlainText } = document;
    if (isPlainText) continue;
    if (await isWholeText(folder, textSha256)) {
      yield { file, state: "whole" };
      continue;
    }
    try {
      await extract(document);
    } catch (error) {
      // A file that has changed meanwhile is read again when somebody asks for it.
      if (!(error instanceof AppError)) throw error;
    }
    yield { file, state: (await isWholeText(folder, textSha256)) ? "repaired" : "damaged" };
  }
}
