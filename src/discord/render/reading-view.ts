import { passageLink } from "../../answering/linking/sentence-link.ts";
import { isInSpan, type ParagraphSpan } from "../../answering/paragraph-span.ts";
import type { ReadingPage } from "../../answering/service.ts";
import { shownText } from "../../answering/shown/shown-text.ts";
import type { ReadParagraph } from "../../documents/document.ts";
import type { Messages } from "../../locales/messages.ts";
import { jumpId, openId, readingId } from "../custom-ids/ids.ts";
import { messageTextChars } from "../limits.ts";
import {
  type Block,
  button,
  colors,
  container,
  menus,
  rows,
  separator,
  sourceButtons,
  text,
  textChars,
  type View,
} from "./parts/layout.ts";
import { pathOf, sourceLine, standingLines } from "./parts/source-line.ts";
import { cutLine, cutPlain } from "./text/cut.ts";
import { escapeText, inlineCode } from "./text/escape.ts";

/** The approximate length of a page. Even with every character escaped, it fits into a message with a short head. */
export const charsPerPage = 1600;
const partChars = 1700;
const optionChars = 60;
const breakChars = 200;
const pathChars = 120;
const mostBarredLines = 20;
const shortStandingChars = 80;
/** Names the last part of a page. */
export const lastPart = 999_999_999;

/** A paragraph, or some of one that is long. */
interface Piece {
  readonly text: string;
  readonly paragraph: ReadParagraph;
  /** Absent where it is no passage. */
  readonly citation: string | undefined;
}

/** What stands in one message: a page, or a part of one that is too long. */
type Part = readonly Piece[];

/**
 * A page of a document as a message.
 * @param part which part of the page, from 0, where it is too long for one message; one past the end shows the last;
 *   undefined the one with the first paragraph that was asked for; all of those are marked
 */
export function renderReading(page: ReadingPage, part: number | undefined, m: Messages): View {
  const { discord, answer } = m;
  const parts = partsOf(page);
  const isMarked = ({ paragraph }: Piece): boolean => isInSpan(page.marked, paragraph);
  const asked = part ?? parts.findIndex((pieces) => pieces.some(isMarked));
  const current = Math.max(0, Math.min(asked, parts.length - 1));
  const key = page.metadata.key;
  const at = (target: number, targetPart: number): string => readingId.encode({ key, page: target, part: targetPart });
  const hasPrevious = current > 0 || page.page > 1;
  const hasNext = current < parts.length - 1 || page.page < page.pages;
  const pieces = parts[current] ?? [];
  const marked = pieces.find(isMarked)?.paragraph;
  const body = [
    ...sectionOf(pieces),
    separator(),
    ...blocksOf(pieces, page.marked, m),
    separator(),
    text(
      `-# ${discord.sources.page(page.page, page.pages)}${parts.length > 1 ? ` (${current + 1}/${parts.length})` : ""}${originalPages(pieces, m)} · ${paragraphsOf(pieces, key, m)}`,
    ),
  ];
  const headWith = (link: string | undefined, standingChars?: number): Block =>
    text([sourceLine(page.metadata, answer, link), ...standingLines(page, answer, standingChars)].join("\n"));
  const head = headWith(page.readerLink);
  const isTooLong = textChars([head, ...body]) > messageTextChars;
  return container(
    [
      isTooLong ? headWith(undefined, shortStandingChars) : head,
      ...body,
      ...rows([
        ...(hasPrevious
          ? [button(current > 0 ? at(page.page, current - 1) : at(page.page - 1, lastPart), discord.buttons.previous)]
          : []),
        ...(hasNext
          ? [
              button(
                current < parts.length - 1 ? at(page.page, current + 1) : at(page.page + 1, 0),
                discord.buttons.next,
              ),
            ]
          : []),
        ...(page.pages > 1 ? [button(jumpId.encode({ key, pages: page.pages }), discord.sources.jump)] : []),
        ...sourceButtons([linkOf(page, marked), page.metadata.url], discord.buttons.openSource),
      ]),
      ...menus(openId.encode({}), discord.sources.use, optionsOf(pieces, m)),
    ],
    colors.plain,
  );
}

/** A passage of the page to open by itself, from where it can be cited and shared. */
function optionsOf(pieces: Part, { answer }: Messages): { label: string; value: string }[] {
  const citations = new Set<string>();
  return pieces.flatMap(({ citation, paragraph, text: words }) => {
    if (citation === undefined || citations.has(citation)) return [];
    citations.add(citation);
    const label = `${answer.paragraph({ paragraph: paragraph.number })}: ${words.trim()}`;
    return [{ label: cutPlain(label, optionChars), value: citation }];
  });
}

/** The headings that a part begins below, unless they stand in it. */
function sectionOf([first]: Part): Block[] {
  if (first === undefined || isHeading(first.paragraph)) return [];
  const path = pathOf(first.paragraph.headingPath);
  return path === undefined ? [] : [text(`-# ${cutLine(path, pathChars)}`)];
}

/** One text display for all, as components are few and paragraphs may be many. */
function blocksOf(pieces: Part, marked: ParagraphSpan | undefined, { answer }: Messages): Block[] {
  const first = pieces.find(({ paragraph }) => isInSpan(marked, paragraph));
  const written = pieces
    .map((piece) => {
      const { text: words, paragraph } = piece;
      const body = escapeText(words.trim());
      if (body === "") return "";
      if (piece === first && marked !== undefined) return `**▶ ${answer.paragraph(marked)}**\n${barred(body)}`;
      if (isInSpan(marked, paragraph)) return barred(body);
      return isHeading(paragraph) ? `**${body}**` : body;
    })
    .filter((body) => body !== "");
  return written.length === 0 ? [] : [text(written.join("\n\n"))];
}

/** A block quote, unless its many lines would take the room. */
function barred(body: string): string {
  const lines = body.split("\n");
  return lines.length > mostBarredLines ? body : lines.map((line) => `> ${line}`).join("\n");
}

function isHeading({ kind }: ReadParagraph): boolean {
  return kind === "title" || kind === "heading";
}

/** Opens the document's page at the paragraph that was asked for, or at the top of it. */
function linkOf({ metadata, file, paragraphs }: ReadingPage, marked: ReadParagraph | undefined): string | undefined {
  const found = paragraphs.find(({ paragraph }) => paragraph === marked);
  return found === undefined ? undefined : passageLink({ metadata, file, passage: found.paragraph, text: found.text });
}

/** The pages of the document's own that a part stands on. */
function originalPages(pieces: Part, { discord }: Messages): string {
  const pages = pieces.flatMap(({ paragraph }) => (paragraph.page === undefined ? [] : [paragraph.page]));
  const [first, last] = [pages[0], pages.at(-1)];
  return first === undefined || last === undefined ? "" : ` · ${discord.sources.originalPages(first, last)}`;
}

/** Which citations are to be read here. */
function paragraphsOf(pieces: Part, key: string, { answer }: Messages): string {
  const numbers = pieces.filter(({ citation }) => citation !== undefined).map(({ paragraph }) => paragraph.number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return inlineCode(key);
  return first === last
    ? inlineCode(`${key}:${first}`)
    : `${answer.paragraph({ paragraph: first, lastParagraph: last })}: ${inlineCode(`${key}:${first}`)} … ${inlineCode(`${key}:${last}`)}`;
}

function partsOf({ file, paragraphs }: ReadingPage): Part[] {
  const parts: Part[] = [];
  let current: Piece[] = [];
  let chars = 0;
  for (const { paragraph, text: words, citation } of paragraphs) {
    const shown = shownText({ file, kind: paragraph.kind, text: words, start: paragraph.range.start });
    for (const piece of split(shown.text)) {
      // Between two paragraphs stand two line breaks, around a heading four marks.
      const cost = piece.length + 6;
      if (current.length > 0 && chars + cost > partChars) {
        parts.push(current);
        current = [];
        chars = 0;
      }
      current.push({ text: piece, paragraph, citation });
      chars += cost;
    }
  }
  return current.length > 0 || parts.length === 0 ? [...parts, current] : parts;
}

/** Parts of at most `partChars` characters that together are the text, broken at white space where there is some. */
function split(words: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (words.length - start > partChars - 6) {
    const end = breakBefore(words, start, start + partChars - 6);
    pieces.push(words.slice(start, end));
    start = end;
  }
  return [...pieces, words.slice(start)];
}

function breakBefore(words: string, start: number, end: number): number {
  const window = words.slice(end - breakChars, end);
  const space = window.search(/\s\S*$/u);
  if (space >= 0) return end - breakChars + space + 1;
  // The last grapheme may go on behind the end.
  const from = Math.max(start, end - breakChars);
  const last = [...new Intl.Segmenter("und").segment(words.slice(from, end + breakChars))].findLast(
    ({ index }) => from + index <= end,
  );
  const at = from + (last?.index ?? 0);
  if (at > start) return at;
  // An endless stack of accents is cut between code points.
  return /[\uDC00-\uDFFF]/.test(words.charAt(end)) ? end - 1 : end;
}
