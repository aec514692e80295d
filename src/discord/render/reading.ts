import type { ReadingPage } from "../../answering/service.ts";
import type { Messages } from "../../locales/messages.ts";
import { readingId } from "../components/ids.ts";
import { type Block, button, colors, container, linkButtons, rows, separator, text, type View } from "./blocks.ts";
import { escapeText, inlineCode } from "./escape.ts";
import { sourceLine } from "./source-line.ts";

/** A page of a document holds about so many characters; escaped it fits into a message even where every one is doubled. */
export const charsPerPage = 1600;
const partChars = 1700;
const breakChars = 200;
/** Names the last part of a page. */
export const lastPart = 999_999_999;

/** Something to read: a page, or a part of one that is too long. */
interface Part {
  /** The paragraph's text or some of it. */
  readonly pieces: readonly {
    readonly text: string;
    readonly kind: string;
    readonly number: number;
    readonly isCited: boolean;
  }[];
}

/**
 * A page of a document as a message.
 * @param part which part of the page, from 0, where it is too long for one message; one past the end shows the last
 */
export function renderReading(page: ReadingPage, part: number, m: Messages): View {
  const { discord, answer } = m;
  const parts = partsOf(page);
  const current = Math.min(part, parts.length - 1);
  const key = page.metadata.key;
  const at = (target: number, targetPart: number): string => readingId.encode({ key, page: target, part: targetPart });
  const hasPrevious = current > 0 || page.page > 1;
  const hasNext = current < parts.length - 1 || page.page < page.pages;
  const pieces = parts[current]?.pieces ?? [];
  return container(
    [
      text(sourceLine(page.metadata, answer)),
      separator(),
      ...blocksOf(pieces),
      separator(),
      text(
        `-# ${discord.sources.page(page.page, page.pages)}${parts.length > 1 ? ` (${current + 1}/${parts.length})` : ""} · ${paragraphsOf(pieces, key, m)}`,
      ),
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
        ...linkButtons(page.metadata.url, discord.buttons.openSource),
      ]),
    ],
    colors.plain,
  );
}

/** One text display for all, as components are few and paragraphs may be many. */
function blocksOf(pieces: Part["pieces"]): Block[] {
  const written = pieces
    .map(({ text: words, kind }) => {
      const body = escapeText(words.trim());
      return kind === "title" || kind === "heading" ? `**${body}**` : body;
    })
    .filter((body) => body !== "" && body !== "****");
  return written.length === 0 ? [] : [text(written.join("\n\n"))];
}

/** Which citations are to be read here. */
function paragraphsOf(pieces: Part["pieces"], key: string, { answer }: Messages): string {
  const numbers = pieces.filter(({ isCited }) => isCited).map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return inlineCode(key);
  return first === last
    ? inlineCode(`${key}:${first}`)
    : `${answer.paragraph(first, undefined)}–${last}: ${inlineCode(`${key}:${first}`)} … ${inlineCode(`${key}:${last}`)}`;
}

function partsOf({ paragraphs }: ReadingPage): Part[] {
  const parts: Part[] = [];
  let current: Part["pieces"][number][] = [];
  let chars = 0;
  for (const { paragraph, text: words, citation } of paragraphs) {
    for (const piece of split(words)) {
      // Between two paragraphs stand two line breaks, around a heading four marks.
      const cost = piece.length + 6;
      if (current.length > 0 && chars + cost > partChars) {
        parts.push({ pieces: current });
        current = [];
        chars = 0;
      }
      current.push({ text: piece, kind: paragraph.kind, number: paragraph.number, isCited: citation !== undefined });
      chars += cost;
    }
  }
  return current.length > 0 || parts.length === 0 ? [...parts, { pieces: current }] : parts;
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
  // A tower of accents without end is cut between code points.
  return /[\uDC00-\uDFFF]/.test(words.charAt(end)) ? end - 1 : end;
}
