import type { Passage, ReadParagraph } from "../documents/document.ts";
import { AppError } from "../errors.ts";
import type { DocumentFilter, PassageIndex } from "../search/passage-index.ts";
import type { Catalogue, PagedDocument } from "./citing/catalogue.ts";
import { formatCitation } from "./citing/citation.ts";
import { findDocumentOrFile, nearDocuments } from "./citing/find-document.ts";
import { isInSpan, type ParagraphSpan } from "./paragraph-span.ts";
import type { ReadingPage } from "./service.ts";

/** The default length of a page, in characters. */
const defaultCharsPerPage = 3000;

export interface ReadOptions {
  readonly page?: number;
  readonly around?: ParagraphSpan;
  readonly charsPerPage?: number;
  readonly showsHidden?: boolean;
  readonly filter?: DocumentFilter;
}

/** One page of a document: whole paragraphs. */
export async function readPage(
  index: PassageIndex,
  catalogue: Catalogue,
  key: string,
  { page, around, charsPerPage = defaultCharsPerPage, showsHidden = false, filter }: ReadOptions = {},
): Promise<ReadingPage> {
  const indexed = findDocumentOrFile(index, key, filter);
  if (indexed === undefined) throw unknownDocument(index, key, filter);
  const document = await catalogue.paged(indexed);
  const pages = pagesOf(document, charsPerPage, showsHidden);
  const number = page ?? (around === undefined ? 1 : pageOf(pages, around.paragraph));
  const paragraphs = pages[number - 1];
  if (paragraphs === undefined) {
    throw new AppError(
      "citation-unknown",
      `${indexed.metadata.key} has no page ${number}.`,
      `Its pages are 1 to ${pages.length}.`,
    );
  }
  const [first, last] = [paragraphs[0]?.number ?? 0, paragraphs.at(-1)?.number ?? 0];
  const cited = new Set(
    index.passagesBetween(indexed.metadata.key, first, last).flatMap(({ name }) => paragraphsOf(name)),
  );
  const texts = await document.textsOf(paragraphs);
  const hasAsked = paragraphs.some((paragraph) => isInSpan(around, paragraph));
  return {
    metadata: indexed.metadata,
    file: indexed.file,
    page: number,
    pages: pages.length,
    paragraphs: paragraphs.map((paragraph, at) => ({
      paragraph,
      text: texts[at] ?? "",
      ...(cited.has(paragraph.number)
        ? { citation: formatCitation({ documentKey: indexed.metadata.key, paragraph: paragraph.number }) }
        : {}),
    })),
    ...(hasAsked && around !== undefined ? { marked: spanOf(around) } : {}),
  };
}

function spanOf({ paragraph, lastParagraph }: ParagraphSpan): ParagraphSpan {
  return lastParagraph === undefined ? { paragraph } : { paragraph, lastParagraph };
}

function paragraphsOf({
  paragraph,
  lastParagraph = paragraph,
}: Pick<Passage, "paragraph" | "lastParagraph">): number[] {
  return Array.from({ length: lastParagraph - paragraph + 1 }, (_, i) => paragraph + i);
}

function unknownDocument(index: PassageIndex, key: string, filter: DocumentFilter | undefined): AppError {
  const near = nearDocuments(index.documents(filter), key).slice(0, 3);
  return new AppError(
    "citation-unknown",
    `There is no document ${key.slice(0, 100)}.`,
    near.length === 0
      ? "See the documents with: fundstelle sources"
      : `Did you mean ${near.map(({ metadata }) => metadata.key).join(", ")}?`,
  );
}

/**
 * The page that holds a paragraph, or the one before it if the paragraph is hidden; the last page if there is no such
 * paragraph.
 */
function pageOf(pages: readonly (readonly ReadParagraph[])[], paragraph: number): number {
  const after = pages.findIndex(([first]) => first !== undefined && first.number > paragraph);
  return after < 0 ? Math.max(1, pages.length) : Math.max(1, after);
}

/** Of documents that were opened lately, how they are divided, by what the division depends on. */
const divided = new WeakMap<PagedDocument, Map<string, readonly ReadParagraph[][]>>();

function pagesOf(document: PagedDocument, charsPerPage: number, showsHidden: boolean): readonly ReadParagraph[][] {
  const ways = divided.get(document) ?? new Map<string, readonly ReadParagraph[][]>();
  divided.set(document, ways);
  const way = `${charsPerPage} ${showsHidden}`;
  const known = ways.get(way);
  if (known !== undefined) return known;
  const shown = document.paragraphs.filter(
    ({ kind }) => showsHidden || (kind !== "boilerplate" && kind !== "metadata"),
  );
  const pages = paginate(shown, charsPerPage);
  ways.set(way, pages);
  return pages;
}

/** Divides paragraphs into pages; a heading stays with the text below it. */
function paginate(paragraphs: readonly ReadParagraph[], charsPerPage: number): ReadParagraph[][] {
  const pages: ReadParagraph[][] = [];
  let current: ReadParagraph[] = [];
  let chars = 0;
  for (const paragraph of paragraphs) {
    const length = paragraph.range.end - paragraph.range.start;
    if (current.length > 0 && chars + length > charsPerPage) {
      const held: ReadParagraph[] = [];
      while (current.length > 1 && (current.at(-1)?.kind === "heading" || current.at(-1)?.kind === "title")) {
        const heading = current.pop();
        if (heading !== undefined) held.unshift(heading);
      }
      pages.push(current);
      current = held;
      chars = held.reduce((sum, { range }) => sum + range.end - range.start, 0);
    }
    current.push(paragraph);
    chars += length;
  }
  if (current.length > 0) pages.push(current);
  return pages;
}
