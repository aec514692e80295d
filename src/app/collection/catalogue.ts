import type { Catalogue, OpenedDocument } from "../../answering/citing/catalogue.ts";
import { type LineEnds, lineEndsOf } from "../../answering/citing/lines.ts";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { changed } from "../../search/index/text-store.ts";
import type { Collection } from "./collection.ts";
import { openedDocument } from "./opened-document.ts";
import { readIndexedFile } from "./read-indexed-file.ts";
import { UnchangedFiles } from "./unchanged-files.ts";

/** Of documents that were opened lately, in UTF-16 code units, and line ends of files: some 40 MB together. */
const openedChars = 16_000_000;
const keptLineEnds = 2_000_000;

/**
 * Opens a collection's documents for reading on and for proofs, and keeps those that were opened lately.
 * @param indexed the documents of the index as it is now
 */
export function createCatalogue(collection: Collection, indexed: () => readonly IndexedDocument[]): Catalogue {
  const placeOf = (file: string): string => collection.placeOf(file);
  const opened = new UnchangedFiles<OpenedDocument>(placeOf, {
    sizeOf: ({ canonicalText }) => canonicalText.length,
    most: openedChars,
  });
  const lineEnds = new UnchangedFiles<LineEnds>(placeOf, { sizeOf: ({ ends }) => ends.length, most: keptLineEnds });
  return {
    reread: (file) => collection.reread(file),
    async open(file) {
      const known = indexed().find((candidate) => candidate.file === file);
      const read = async () => openedDocument(await collection.open(file));
      const document = await opened.get(file, known?.readWith ?? "", read).catch((error: unknown) => {
        throw known !== undefined && error instanceof AppError ? changed(known, error) : error;
      });
      if (known !== undefined && known.fileSha256 !== document.fileSha256) throw changed(known);
      return document;
    },
    lineEnds: ({ file, fileSha256, encoding }) =>
      lineEnds.get(file, fileSha256, async () => {
        const place = placeOf(file);
        return lineEndsOf(await readIndexedFile({ file, place }, indexed()), encoding);
      }),
  };
}
