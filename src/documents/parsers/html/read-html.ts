import { Readability } from "@mozilla/readability";
import { defined } from "../../../defined.ts";
import { readByline, readDateLine } from "../../metadata/date-lines.ts";
import { documentOfBlocks, type ExtractedBlock, unparsable, wordsOnOneLine } from "../extracted-document.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { readPlainText } from "../plain-text/read-plain-text.ts";
import { blocksOf } from "./blocks/collect-blocks.ts";
import { headingLevel, isNoteOfArticle, levelAttribute } from "./blocks/elements.ts";
import { decodeHtml } from "./decode-html.ts";
import type { HtmlElement, HtmlPage } from "./dom.ts";
import { withLeftOut } from "./left-out.ts";
import { measurePage } from "./measure.ts";
import { onlyHeadline, readHtmlMetadata } from "./metadata.ts";
import { openPage } from "./open-page.ts";
import { preparePage } from "./preparing/prepare-page.ts";
import { threadIn } from "./preparing/threads.ts";
import { htmlOfXhtml, isXhtml } from "./xhtml.ts";

/** Nobody writes or reads a page with more elements. */
const maxElements = 300_000;
/** Readability visits each element many times, and its neighbours each time. */
const maxElementsForReadability = 30_000;
const maxDepthForReadability = 256;
/** A page with fewer links in its text has nothing around its article that is worth the loss of a table or a list. */
const clutteredLinks = 0.15;
/** If nearly all of a page is article, what would be cut is one of its tables, lists or boxes. */
const nearlyAll = 0.85;
const mostOfPage = 0.5;
/** Lines that say who published a page and when stand among its first ones. */
const headBlocks = 15;
/** Anything shorter is not the article, if the page has more text. */
const minArticleChars = 140;

/**
 * Reads a page's article, and hides what stands around it.
 * @throws AppError `not-text` or `document-unparsable`.
 */
export function readHtml(bytes: Uint8Array, file: string): ParsedDocument {
  const { html: whole, gaps } = decodeHtml(bytes, file);
  const frontMatter = readFrontMatter(whole);
  const html = frontMatter === undefined ? whole : whole.slice(frontMatter.range.end);
  const page = isXhtml(html, file) ? htmlOfXhtml(html) : html;
  return { ...readPage(page, frontMatter?.metadata ?? {}, file), gaps };
}

/**
 * The same of a page whose letters are known.
 * @param stated what is known of it otherwise
 */
export function readPage(html: string, stated: FoundMetadata, file: string): ParsedDocument {
  const tags = html.match(/<[a-z]/gi)?.length ?? 0;
  if (tags > maxElements) throw unparsable(file, `it has more than ${maxElements} elements`);
  if (tags === 0) return readUnmarked(html, file);
  const page = openPage(html);
  preparePage(page);
  const metadata = { ...readHtmlMetadata(page), ...stated };
  const headline = onlyHeadline(page);
  const all = blocksOf(page.body);
  const content = contentOf(page, all);
  const thread = threadIn(page);
  const find = () => (isForReadability(page) ? findArticle(page) : undefined);
  const blocks = thread === undefined ? articleOf(content, find) : blocksOf(thread);
  const article = asOutlined(withFactLines(withHeadline(blocks, content, headline)));
  return documentOfBlocks(withLeftOut(article, blocks === all ? article : all), metadata, file);
}

/** What the page calls its main part, if that is most of it, else all of it. */
function contentOf(page: HtmlPage, whole: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  const [main, ...others] = page.querySelectorAll('main, [role="main"]');
  if (main === undefined || others.length > 0) return whole;
  const blocks = blocksOf(main);
  return charsOf(blocks) >= charsOf(whole) * mostOfPage ? blocks : whole;
}

/** The article's blocks, or the whole page's where no article is found or hardly anything lies around it. */
function articleOf(whole: readonly ExtractedBlock[], find: () => HtmlElement | undefined): readonly ExtractedBlock[] {
  const article = find();
  if (article === undefined) return whole;
  const blocks = blocksOf(article);
  const [found, all] = [charsOf(blocks), charsOf(whole)];
  if (found >= all * nearlyAll || found < Math.min(minArticleChars, all)) return whole;
  return explainedChars(whole) > found ? whole : blocks;
}

/** What stands under questions and terms: of a page that is made of them Readability keeps what stands around them. */
function explainedChars(blocks: readonly ExtractedBlock[]): number {
  let chars = 0;
  let label: number | undefined;
  for (const { text, kind, depth = 0, isLabel } of blocks) {
    if (label !== undefined && depth > label && kind === "text") chars += text.length;
    else label = undefined;
    if (isLabel === true) label = depth;
  }
  return chars;
}

function isForReadability(page: HtmlPage): boolean {
  const { elements, depth, chars, linkChars } = measurePage(page.body);
  if (elements > maxElementsForReadability || depth > maxDepthForReadability) return false;
  return linkChars > chars * clutteredLinks;
}

function charsOf(blocks: readonly ExtractedBlock[]): number {
  return blocks.reduce((sum, { text, kind }) => (kind === "boilerplate" ? sum : sum + text.length), 0);
}

/** Modifies the page, so everything else must have been read from it before. */
function findArticle(page: HtmlPage): HtmlElement | undefined {
  keepNotes(page);
  for (const heading of page.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    heading.setAttribute(levelAttribute, String(headingLevel(heading) ?? 1));
  }
  const reader = new Readability<HtmlElement>(page, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: HtmlElement) => node,
  });
  return reader.parse()?.content ?? undefined;
}

/** Readability leaves out every `aside` and `footer`; those of the article are put into sections instead. */
function keepNotes(page: HtmlPage): void {
  for (const note of [...page.querySelectorAll("aside, footer")].filter(isNoteOfArticle)) {
    const section = page.createElement("section");
    note.parentNode?.insertBefore(section, note);
    for (let child = note.firstChild; child !== null; child = note.firstChild) section.appendChild(child);
  }
}

/** Readability takes the headline for the title and leaves it out. */
function withHeadline(
  blocks: readonly ExtractedBlock[],
  whole: readonly ExtractedBlock[],
  headline: string | undefined,
): readonly ExtractedBlock[] {
  if (
    headline === undefined ||
    blocks.some(({ text, kind }) => kind === "heading" && wordsOnOneLine(text) === headline)
  ) {
    return blocks;
  }
  const title = whole.find(
    ({ text, kind, level }) => kind === "heading" && level === 1 && wordsOnOneLine(text) === headline,
  );
  return title === undefined ? blocks : [{ ...title, kind: "title" }, ...blocks];
}

/** Where a page has headings for its sections, a short line that is none of them is text. */
function asOutlined(blocks: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  if (!blocks.some(({ kind, level = 1 }) => kind === "heading" && level > 1)) return blocks;
  return blocks.map((block) => (block.kind === undefined ? { ...block, kind: "text" } : block));
}

/** Short lines at the top that say who published the page and when are no headings. */
function withFactLines(blocks: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  return blocks.map((block, i) => {
    const words = i < headBlocks && block.kind === undefined ? block.text.trim() : "";
    const { rest } = readDateLine(words, { start: 0, end: words.length }) ?? {};
    const isFact = rest === undefined ? readByline(words) !== undefined : rest.start === rest.end;
    return words !== "" && isFact ? { ...block, kind: "text" } : block;
  });
}

/** A plain text with the extension of a page. */
function readUnmarked(text: string, file: string): ParsedDocument {
  const { paragraphs, metadata } = readPlainText(text, file);
  const blocks = paragraphs.map(({ range, kind }) => ({
    text: text.slice(range.start, range.end),
    ...defined({ kind }),
  }));
  return documentOfBlocks(blocks, metadata, file);
}
