import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { AppError } from "../../../errors.ts";
import { decodeText } from "../../decode.ts";
import { readMailHead } from "../../metadata/mail-head.ts";
import { type FrontMatter, readFrontMatter } from "../front-matter/front-matter.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import type { ParsedDocument } from "../parser.ts";
import { MarkdownBlockReader } from "./block-reader.ts";
import { withOpenDirectives } from "./directives.ts";
import { withAnchors } from "./heading-anchors.ts";
import { withQuotedBoxes } from "./indented-boxes.ts";
import { withPlainDashes } from "./pandoc-tables.ts";

/** Nobody nests more deeply or underlines more, and parsing takes quadratic time in both; no table is wider. */
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

/** No head of a message is longer. */
const maxHeadChars = 5_000;
/** A version or a day; "1.2 Words" is a numbered chapter. */
const release = /(?:^|[\s[(v])\d+\.\d+(?![\d.]*\s+\p{L})|\b\d{4}-\d{2}|^unreleased\b/iu;

/** In MDX what is indented stands in a component. */
const withoutIndentedCode = { disable: { null: ["codeIndented"] } };

/** @throws AppError `not-text` or `document-unparsable` */
export function readMarkdown(bytes: Uint8Array, file: string): ParsedDocument {
  const { text, encoding, byteOrderMarkBytes, isExact, gaps } = decodeText(bytes, file);
  const frontMatter = readFrontMatter(text) ?? mailAbove(text);
  const decoded = { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: isExact, gaps };
  const body = frontMatter?.range.end ?? 0;
  // The library drops a byte-order mark at the beginning without counting it.
  const start = text.startsWith("\ufeff", body) ? body + 1 : body;
  const isMdx = /\.mdx$/iu.test(file);
  const written = isMdx
    ? withPlainComments(text.slice(start))
    : withHiddenComments(withPlainDashes(withOpenDirectives(withOneParagraph(text.slice(start)))));
  const { text: rewritten, originalPlace } = withQuotedBoxes(withoutCostlyLines(written));
  const reader = new MarkdownBlockReader(text, (place) => start + originalPlace(place), isMdx);
  if (frontMatter !== undefined) reader.paragraphs.push({ range: frontMatter.range, kind: "metadata" });
  const blocks = parseBlocks(rewritten, file, isMdx);
  for (const block of blocks.children) reader.add(block, { depth: 0 });
  const { paragraphs } = reader;
  const headline = headlineOf(
    paragraphs.flatMap(({ kind, level, heading }) => (kind === "heading" && level === 1 ? (heading ?? "") : [])),
  );
  return {
    ...decoded,
    paragraphs: withAnchors(withHeadingAsTitle(paragraphs)),
    metadata: { ...frontMatter?.metadata, headline },
  };
}

/** The head of a message that was pasted, where the text begins with one. */
function mailAbove(text: string): FrontMatter | undefined {
  const [lead = ""] = /^\s{0,1000}/.exec(text) ?? [];
  const [block = ""] =
    /^(?:[^\n\r]*\S[^\n\r]*(?:\r\n|[\n\r]|$)){2,60}/.exec(text.slice(lead.length, lead.length + maxHeadChars)) ?? [];
  const range = { start: lead.length, end: lead.length + block.trimEnd().length };
  const metadata = block === "" ? undefined : readMailHead(text, range);
  return metadata === undefined ? undefined : { range, metadata };
}

/** The first heading of the first level; none where those are the names of releases, of which none names all. */
function headlineOf(headings: readonly string[]): string {
  const [first = ""] = headings;
  const releases = headings.filter((heading) => release.test(heading));
  return release.test(first) && headings.length >= 3 && releases.length * 3 >= headings.length * 2 ? "" : first;
}

function parseBlocks(text: string, file: string, isMdx: boolean): Root {
  try {
    return fromMarkdown(text, {
      extensions: [gfmTable(), blocksOnly, ...(isMdx ? [withoutIndentedCode] : [])],
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

/** Comments of MDX as those of HTML, which blank lines do not end; everything keeps its place. */
function withPlainComments(text: string): string {
  return text.replace(/^\{\/\*(?:(?!\*\/)[\s\S])+\*\/\}/gmu, (comment) => {
    const inside = comment.slice(4, -3).replace(/[^\n\r]/gu, "x");
    return `<!--${inside}-->`;
  });
}

/** The end of a shortcode over several lines, which Markdown takes for a quote; everything keeps its place. */
function withOneParagraph(text: string): string {
  return text.includes("{{<") ? text.replace(/^([ \t]*)\/?>\}\}/gmu, (end) => end.replace(">", "x")) : text;
}

/** Comments of Obsidian over several paragraphs, as those of HTML; everything keeps its place. */
function withHiddenComments(text: string): string {
  if (!/^%%[ \t]*$/m.test(text)) return text;
  return text.replace(/^%%[ \t]*\n(?:(?!%%|[ \t]*(?:`{3}|~{3})).*\n)*%%[ \t]*$/gmu, (comment) =>
    comment.length < 8 ? comment : `<!--${"x".repeat(comment.length - 7)}-->`,
  );
}

/**
 * The text with lines neutralised that only occur in texts made to be costly: they are read as words of a paragraph.
 * All offsets stay the same.
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
