import { stat } from "node:fs/promises";
import type { Catalogue, OpenedDocument, PagedDocument } from "../../answering/citing/catalogue.ts";
import { type LineEnds, lineEndsOf } from "../../answering/citing/lines.ts";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { changed, DocumentChangedError, readChecked, type TextStore } from "../../search/index/texts/text-store.ts";
import type { Collection } from "./collection.ts";
import { openedDocument } from "./opened-document.ts";
import type { Outlines } from "./outlines.ts";
import { readIndexedFile } from "./read-indexed-file.ts";
import type { Outline } from "./stored-outline.ts";
import { UnchangedFiles } from "./unchanged-files.ts";

/** Of documents that were opened lately, in UTF-16 code units, paragraphs of outlines, and line ends of files: some 60 MB together. */
const openedChars = 16_000_000;
const keptParagraphs = 100_000;
const keptLineEnds = 2_000_000;

export interface CatalogueParts {
  /** The documents of the index as it is now. */
  readonly indexed: () => readonly IndexedDocument[];
  readonly texts: TextStore;
  readonly outlines: Outlines;
}

/** Opens a collection's documents for reading on and for proofs, and keeps those that were opened lately. */
export function createCatalogue(collection: Collection, { indexed, texts, outlines }: CatalogueParts): Catalogue {
  const pathOf = (file: string): string => collection.pathOf(file);
  const opened = new UnchangedFiles<OpenedDocument>(pathOf, {
    sizeOf: ({ canonicalText }) => canonicalText.length,
    most: openedChars,
  });
  const outlined = new UnchangedFiles<PagedDocument | undefined>(pathOf, {
    sizeOf: (paged) => paged?.paragraphs.length ?? 1,
    most: keptParagraphs,
  });
  const lineEnds = new UnchangedFiles<LineEnds>(pathOf, { sizeOf: ({ ends }) => ends.length, most: keptLineEnds });
  const paged = new WeakMap<OpenedDocument, PagedDocument>();

  async function open(file: string): Promise<OpenedDocument> {
    const known = indexed().find((candidate) => candidate.file === file);
    const read = async () => openedDocument(await collection.open(file));
    const document = await opened.get(file, known?.readWith ?? "", read).catch((error: unknown) => {
      throw known !== undefined && error instanceof AppError ? changed(known, error) : error;
    });
    if (known !== undefined && known.fileSha256 !== document.fileSha256) throw changed(known);
    return document;
  }

  /** The document by its outline; undefined where it has none, or its file is not as it was. */
  async function pagedByOutline(document: IndexedDocument): Promise<PagedDocument | undefined> {
    const outline = await outlines.read(document);
    if (outline === undefined || !(await isAsIndexed(document, outline))) return undefined;
    const { paragraphs, ranges } = outline;
    return {
      paragraphs,
      async textsOf(wanted) {
        try {
          return await readChecked(
            texts,
            document,
            wanted.flatMap(({ number }) => ranges[number - 1] ?? []),
          );
        } catch (error) {
          if (!(error instanceof DocumentChangedError)) throw error;
          // The document itself says whether it has changed, or only what was kept of it is damaged.
          return pagedAsOpened(await open(document.file)).textsOf(wanted);
        }
      },
    };
  }

  /** A file that is plain text is read by its paragraphs, each with a checksum: its length tells of others that came. */
  async function isAsIndexed({ file, isPlainText }: IndexedDocument, { textBytes }: Outline): Promise<boolean> {
    try {
      if (isPlainText) return (await stat(pathOf(file))).size === textBytes;
      await readIndexedFile({ file, place: pathOf(file) }, indexed());
      return true;
    } catch {
      // Opening the document tells what is wrong with its file.
      return false;
    }
  }

  function pagedAsOpened(document: OpenedDocument): PagedDocument {
    const known = paged.get(document);
    if (known !== undefined) return known;
    const made: PagedDocument = {
      paragraphs: document.paragraphs,
      textsOf: async (wanted) => wanted.map(({ range }) => document.canonicalText.slice(range.start, range.end)),
    };
    paged.set(document, made);
    return made;
  }

  return {
    open,
    reread: (file) => collection.reread(file),
    async paged(document) {
      const { file, fileSha256, readWith } = document;
      const byOutline = await outlined.get(file, `${fileSha256} ${readWith}`, () => pagedByOutline(document));
      if (byOutline !== undefined) return byOutline;
      const whole = await open(file);
      await outlines.keep({ document: whole, readWith });
      return pagedAsOpened(whole);
    },
    lineEnds: ({ file, fileSha256, encoding }) =>
      lineEnds.get(file, fileSha256, async () => {
        const place = pathOf(file);
        return lineEndsOf(await readIndexedFile({ file, place }, indexed()), encoding);
      }),
  };
}
