import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { readDate } from "../../metadata/read-date.ts";
import { type ExtractedBlock, wordsOnOneLine } from "../extracted-document.ts";
import type { HtmlPage } from "../html/dom.ts";
import type { FoundMetadata } from "../parser.ts";

/** Lines of authors and dates stand among the first paragraphs. */
const headBlocks = 12;
/** Longer lines are more than names. */
const maxFactChars = 200;

export interface ShownFacts {
  readonly metadata: FoundMetadata;
  /** The lines that say so. */
  readonly lines: ReadonlySet<string>;
}

/** What the paragraphs say that have the styles for author and date; the name of whoever made the file is less than that. */
export function readShownFacts(page: HtmlPage): ShownFacts {
  const first = [...page.querySelectorAll("p, h1, li")].slice(0, headBlocks);
  const linesOf = (name: string) =>
    first
      .filter((element) => element.getAttribute("class") === name)
      .flatMap(({ textContent }) => wordsOnOneLine(textContent) ?? [])
      .filter((line) => line.length <= maxFactChars);
  const names = linesOf("document-author");
  const authors = parseAuthors(names);
  const dated = linesOf("document-date").map((line) => ({ line, date: readDate(line) }));
  const published = dated.find(({ date }) => date !== undefined);
  return {
    metadata: { ...(authors.length === 0 ? {} : { authors }), ...defined({ published: published?.date }) },
    lines: new Set([...(authors.length === 0 ? [] : names), ...(published === undefined ? [] : [published.line])]),
  };
}

/** Without a title of which the top of the document shows no word, but another title: many keep that of what they were made from. */
export function withTitleShown(stated: FoundMetadata, blocks: readonly ExtractedBlock[]): FoundMetadata {
  const { title, ...others } = stated;
  if (title === undefined || !blocks.slice(0, headBlocks).some(({ kind }) => kind === "title")) return stated;
  const shown = blocks.slice(0, headBlocks).map(({ text }) => text.toLowerCase());
  const words = title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const isShown = words.length === 0 || words.some((word) => shown.some((text) => text.includes(word)));
  return isShown ? stated : others;
}

/** The blocks, with the lines of authors and dates as what is known of the document. */
export function withoutFacts(blocks: readonly ExtractedBlock[], { lines }: ShownFacts): readonly ExtractedBlock[] {
  return blocks.map((block, i) => {
    const isFact = i < headBlocks && (block.kind ?? "text") === "text" && lines.has(wordsOnOneLine(block.text) ?? "");
    return isFact ? { ...block, kind: "metadata" } : block;
  });
}
