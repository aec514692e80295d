import type { Nodes, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { AppError } from "../../../errors.ts";
import { decodeText } from "../../decode.ts";
import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";
import { readFrontMatter } from "../front-matter.ts";
import type { ParsedDocument, ParsedParagraph } from "../parser.ts";
import { partsOf } from "./glued-headings.ts";
import { withAnchors } from "./heading-anchors.ts";

/** Lists of short items are one paragraph up to this length. */
const maxListChars = 1_000;
const maxItemChars = 200;
/** No one nests deeper or underlines more, and parsing takes time in the square of either; no table is wider. */
const maxNesting = 32;
const maxUnderlines = 1_000;
const maxColumns = 1_000;

/** Only blocks are of interest: the words inside them stay as they are written. */
const blocksOnly = {
  disable: {
    null: [
      "attention",
      "autolink",
      "characterEscape",
      "characterReference",
      "codeText",
      "hardBreakEscape",
      "htmlText",
      "labelEnd",
      "labelStartImage",
      "labelStartLink",
    ],
  },
};

/** @throws AppError `not-text` or `document-unparsable` */
export function readMarkdown(bytes: Uint8Array, file: string): ParsedDocument {
  const { text, encoding, byteOrderMarkBytes, isExact, gaps } = decodeText(bytes, file);
  const frontMatter = readFrontMatter(text);
  const decoded = { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: isExact, gaps };
  const body = frontMatter?.range.end ?? 0;
  // The library drops a byte-order mark at the beginning without counting it.
  const start = text.startsWith("\ufeff", body) ? body + 1 : body;
  const paragraphs: ParsedParagraph[] = [];
  if (frontMatter !== undefined) paragraphs.push({ range: frontMatter.range, kind: "metadata" });
  const blocks = parseBlocks(withoutCostlyLines(text.slice(start)), file);
  for (const block of blocks.children) addBlock(block, text, start, { depth: 0 }, paragraphs);
  const headline = paragraphs.find(({ kind, level }) => kind === "heading" && level === 1)?.heading ?? "";
  return {
    ...decoded,
    paragraphs: withAnchors(withTitle(paragraphs)),
    metadata: { ...frontMatter?.metadata, headline },
  };
}

function parseBlocks(text: string, file: string): Root {
  try {
    return fromMarkdown(text, {
      extensions: [gfmTable(), blocksOnly],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
  } catch (cause) {
    throw new AppError(
      "document-unparsable",
      `${file} cannot be read as Markdown.`,
      "Rename it to .txt to have it read as plain text.",
      { cause },
    );
  }
}

/**
 * The text with the lines made harmless that only a text that means to be costly has: they are read as words of a
 * paragraph. Everything keeps its place.
 */
function withoutCostlyLines(text: string): string {
  let underlines = 0;
  return text.replace(/[^\r\n]+/g, (line) => {
    if (underline.test(line)) underlines += 1;
    const isCostly =
      underlines > maxUnderlines && underline.test(line) ? true : nesting.test(line) || hasTooManyColumns(line);
    return isCostly ? line.replace(/[^\p{L}\p{N}\s]|^\s+/gu, (marks) => "x".repeat(marks.length)) : line;
  });
}

const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const nesting = new RegExp(`^(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t])){${maxNesting}}|^[ \\t]{${maxNesting * 8}}`);

function hasTooManyColumns(line: string): boolean {
  return line.length > maxColumns && line.split("|", maxColumns + 2).length > maxColumns + 1;
}

/** Where a block stands. */
interface Place {
  /** In lists: 0 outside them. */
  readonly depth: number;
  /** Where the block quote around it begins. */
  readonly quoteStart?: number;
}

function addBlock(node: RootContent, text: string, offset: number, place: Place, paragraphs: ParsedParagraph[]): void {
  const range = withQuoteMarks(rangeOf(node, text, offset), text, place.quoteStart);
  if (range.start >= range.end) return;
  const words = text.slice(range.start, range.end);
  const add = (paragraph: Omit<ParsedParagraph, "range">, depth = place.depth, own = range): void => {
    paragraphs.push({ range: own, ...paragraph, ...(depth === 0 ? {} : { depth }) });
  };
  switch (node.type) {
    case "heading":
      add({ kind: "heading", level: node.depth, heading: headingWords(words) });
      return;
    case "code":
      add({ kind: "code" });
      return;
    case "table":
      add({ kind: "table", ...headOf(node, text, offset) });
      return;
    case "list":
      if (isShortList(node.spread, node.children, words)) add({ kind: "text" }, place.depth + 1);
      else addItems(node.children, text, offset, { ...place, depth: place.depth + 1 }, paragraphs);
      return;
    case "blockquote":
      for (const child of node.children)
        addBlock(child, text, offset, { ...place, quoteStart: range.start }, paragraphs);
      return;
    case "html":
      add(hasWords(words) ? { kind: "text" } : { kind: "boilerplate", rule: "markup" });
      return;
    case "thematicBreak":
    case "definition":
      add({ kind: "boilerplate", rule: "markup" });
      return;
    case "paragraph":
      for (const { own, heading, level } of partsOf(range, words)) {
        if (heading === undefined) add(imageOrText(text.slice(own.start, own.end)), place.depth, own);
        else add({ kind: "heading", heading: headingWords(heading), level }, place.depth, own);
      }
      return;
    default:
      add({ kind: "text" });
  }
}

/** The row that names a table's columns. */
function headOf({ children }: Table, text: string, offset: number): { readonly tableHead?: TextRange } {
  const [head] = children;
  return head === undefined ? {} : { tableHead: rangeOf(head, text, offset) };
}

/** An item begins with its bullet, whatever blocks it holds. */
function addItems(
  items: readonly RootContent[],
  text: string,
  offset: number,
  place: Place,
  paragraphs: ParsedParagraph[],
): void {
  const { depth } = place;
  for (const item of items) {
    const range = rangeOf(item, text, offset);
    if (item.type !== "listItem" || range.start >= range.end) continue;
    const [first, ...others] = item.children;
    if (first?.type === "paragraph") {
      paragraphs.push({ range: { start: range.start, end: rangeOf(first, text, offset).end }, kind: "text", depth });
    } else if (first !== undefined) {
      addBlock(first, text, offset, { depth }, paragraphs);
    }
    for (const child of others) addBlock(child, text, offset, { depth }, paragraphs);
  }
}

function isShortList(isSpread: boolean | null | undefined, items: readonly unknown[], words: string): boolean {
  return isSpread !== true && words.length <= maxListChars && words.length <= items.length * maxItemChars;
}

function imageOrText(words: string): Omit<ParsedParagraph, "range"> {
  const image = /^!\[([^[\]]*)\]\([^()]*\)$/u.exec(words);
  if (image === null) return { kind: "text" };
  return hasWords(image[1] ?? "") ? { kind: "caption" } : { kind: "boilerplate", rule: "markup" };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(withoutTags(text));
}

/** Without HTML's tags and comments; one that is never closed reaches to the end. */
function withoutTags(text: string): string {
  let words = "";
  let from = 0;
  for (let tag = text.indexOf("<"); tag >= 0; tag = text.indexOf("<", from)) {
    words += text.slice(from, tag);
    const close = text.startsWith("<!--", tag) ? "-->" : ">";
    const end = text.indexOf(close, tag);
    if (end < 0) return words;
    from = end + close.length;
  }
  return words + text.slice(from);
}

/** A quoted block begins with its mark: the parser leaves out the one on its first line. */
function withQuoteMarks(range: TextRange, text: string, quoteStart: number | undefined): TextRange {
  if (quoteStart === undefined) return range;
  let { start } = range;
  while (start > quoteStart && /[ \t>]/.test(text.charAt(start - 1))) start -= 1;
  return trimmedRange(text, { start, end: range.end });
}

/** The first heading is the title where it is the only one of its level and nothing but metadata stands above it. */
function withTitle(paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const first = paragraphs.findIndex((paragraph) => paragraph.kind !== "metadata" && paragraph.kind !== "boilerplate");
  const level = paragraphs[first]?.level;
  const peers = paragraphs.filter(
    (paragraph) => paragraph.level !== undefined && level !== undefined && paragraph.level <= level,
  );
  return paragraphs.map((paragraph, i) =>
    i === first && paragraph.kind === "heading" && peers.length === 1 ? { ...paragraph, kind: "title" } : paragraph,
  );
}

function headingWords(words: string): string {
  return words
    .replace(/^#{1,6}[ \t]*/u, "")
    .replace(/(?:\r\n|\n|\r)[ \t>]*(?:=+|-+)[ \t]*$/u, "")
    .replace(/[ \t]#+[ \t]*$/u, "")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\*{1,3}|__|`/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function rangeOf(node: Nodes, text: string, offset: number): TextRange {
  const start = (node.position?.start.offset ?? 0) + offset;
  const end = (node.position?.end.offset ?? 0) + offset;
  return trimmedRange(text, { start, end });
}
