import { AppError } from "../errors.ts";
import type { Paragraph } from "../documents/document.ts";
import type { FlexSearchIndex } from "../search/flexsearch-index.ts";
import type { DocumentFilter } from "../search/passage-index.ts";
import type { Catalogue } from "./catalogue.ts";
import { formatCitation } from "./citation.ts";
import type { ReadingPage } from "./service.ts";

/** A page holds about so many characters where nothing else is asked for. */
const defaultCharsPerPage = 3000;

export interface ReadOptions {
  readonly page?: number;
  readonly around?: number;
  readonly charsPerPage?: number;
  readonly filter?: DocumentFilter;
}

/** One page of a document: whole paragraphs, hidden ones left out. */
export async function readDocument(
  index: FlexSearchIndex,
  catalogue: Catalogue,
  key: string,
  { page, around, charsPerPage = defaultCharsPerPage, filter }: ReadOptions = {},
): Promise<ReadingPage> {
  const wanted = key.trim().toLowerCase();
  const indexed = index
    .documents(filter)
    .find((document) => document.metadata.key === wanted || document.file.toLowerCase() === wanted);
  if (indexed === undefined) {
    throw new AppError("citation-unknown", `There is no document ${key.slice(0, 100)}.`, "See the documents with: fundstelle sources");
  }
  const document = await catalogue.open(indexed.file);
  const shown = document.paragraphs.filter(({ kind }) => kind !== "boilerplate" && kind !== "metadata");
  const pages = paginate(shown, charsPerPage);
  const number = page ?? Math.max(1, pages.findIndex((paragraphs) => paragraphs.some((p) => p.number === around)) + 1);
  const paragraphs = pages[number - 1];
  if (paragraphs === undefined) {
    throw new AppError("citation-unknown", `${indexed.metadata.key} has no page ${number}.`, `Its pages are 1 to ${pages.length}.`);
  }
  const firstParts = new Set(index.passageNames(indexed.metadata.key).map((passage) => passage.paragraph));
  return {
    metadata: indexed.metadata,
    file: indexed.file,
    page: number,
    pages: pages.length,
    paragraphs: paragraphs.map((paragraph) => ({
      paragraph,
      text: document.canonicalText.slice(paragraph.range.start, paragraph.range.end),
      ...(firstParts.has(paragraph.number)
        ? { citation: formatCitation({ documentKey: indexed.metadata.key, paragraph: paragraph.number }) }
        : {}),
    })),
  };
}

/** Whole paragraphs to a page; a heading goes with what it heads. */
function paginate(paragraphs: readonly Paragraph[], charsPerPage: number): Paragraph[][] {
  const pages: Paragraph[][] = [];
  let current: Paragraph[] = [];
  let chars = 0;
  for (const paragraph of paragraphs) {
    const length = paragraph.range.end - paragraph.range.start;
    if (current.length > 0 && chars + length > charsPerPage) {
      const held: Paragraph[] = [];
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
