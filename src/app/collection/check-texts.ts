import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { isWholeText } from "../../search/storage/extracted-texts.ts";
import type { Collection } from "./collection.ts";
import type { Outlines } from "./outlines.ts";

/** What became of what is kept of a document's text: it is what it was; it was damaged or gone, and is whole again; it stays so. */
export interface CheckedText {
  readonly file: string;
  readonly state: "whole" | "repaired" | "damaged";
}

export interface CheckParts {
  /** Extracts a document's text, and writes it beside the index. */
  readonly extract: (document: IndexedDocument) => Promise<unknown>;
  readonly outlines: Outlines;
  readonly collection: Pick<Collection, "input">;
}

/**
 * Compares the extracted texts and the outlines beside an index with their fingerprints, to the byte, and makes again what
 * differs. Documents of which nothing is kept are left out.
 * @param folder of the texts
 */
export async function* checkTexts(
  folder: string,
  documents: readonly IndexedDocument[],
  { extract, outlines, collection }: CheckParts,
): AsyncGenerator<CheckedText> {
  for (const document of documents) {
    const { file, textSha256, isPlainText } = document;
    const isTextWhole = async (): Promise<boolean> => isPlainText || (await isWholeText(folder, textSha256));
    const isOutlineDamaged = await outlines.isDamaged(document);
    if (!isOutlineDamaged && (await isTextWhole())) {
      if (!isPlainText) yield { file, state: "whole" };
      continue;
    }
    try {
      if (isOutlineDamaged) await outlines.keep(await collection.input(file));
      if (!(await isTextWhole())) await extract(document);
    } catch (error) {
      // A file that has changed meanwhile is read again when somebody asks for it.
      if (!(error instanceof AppError)) throw error;
    }
    const isWhole = !(await outlines.isDamaged(document)) && (await isTextWhole());
    yield { file, state: isWhole ? "repaired" : "damaged" };
  }
}
