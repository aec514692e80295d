import type { ParagraphKind, Passage, TextRange } from "../../documents/document.ts";
import { formatOf } from "../../documents/formats.ts";
import type { DocumentFormat } from "../../documents/parsers/parser.ts";
import { blockMarks } from "./block-marks.ts";
import { htmlTableMarks, isHtmlTable } from "./html-table-marks.ts";
import { type InlineMark, inlineMarks } from "./inline-marks.ts";
import { asciidocMarks } from "./markups/asciidoc.ts";
import { linesOf } from "./markups/lines.ts";
import { orgMarks } from "./markups/org.ts";
import { restructuredTextMarks } from "./markups/restructuredtext.ts";
import { tableMarks } from "./markups/restructuredtext-tables.ts";
import { isPandocTable, type Segment, segmentsOf } from "./segments.ts";

/** A quote as people read it. */
export interface ShownText {
  readonly text: string;
  /** Where a range of the document's canonical text stands in `text`; empty where nothing of it is shown. */
  place(range: TextRange): TextRange;
}

/** A passage with what shows how it is read. */
export interface QuotedPassage {
  readonly file: string;
  readonly passage: Passage;
  readonly text: string;
}

/** A part of a document's canonical text, which begins at `start` there. */
export interface QuotedText {
  /** The document's file, below the documents' folder. */
  readonly file: string;
  readonly kind: ParagraphKind;
  readonly text: string;
  readonly start: number;
}

/**
 * A quote as it is shown: of a Markdown file without the marks that no reader of the file's pages sees, of any other as
 * it stands. Nothing is added or moved: what is shown are the quote's own characters, in their order, entities as the
 * characters that they stand for, a line break of HTML as one, and ` | ` between the cells of its tables.
 */
export function shownText({ file, kind, text, start }: QuotedText): ShownText {
  const whole: Reduced = { text, origins: undefined };
  const shown = withoutMarkup(whole, kind, formatOf(file));
  return {
    text: shown.text,
    place: (range) => ({
      start: placeOf(shown, range.start - start),
      end: placeOf(shown, range.end - start),
    }),
  };
}

/** A text of which some characters were left out. */
interface Reduced {
  readonly text: string;
  /** Where each of its characters stood; undefined: all are there. */
  readonly origins: readonly number[] | undefined;
}

function withoutMarkup(whole: Reduced, kind: ParagraphKind, format: DocumentFormat | undefined): Reduced {
  const shown = reduced(whole, kind, format);
  // If everything is markup it is shown after all, since an empty quote could not be compared with anything.
  return /[\p{L}\p{N}]/u.test(shown.text) ? shown : whole;
}

function reduced(whole: Reduced, kind: ParagraphKind, format: DocumentFormat | undefined): Reduced {
  switch (format?.markup) {
    case "markdown":
      return withoutMarkdown(whole, kind);
    case "restructuredtext":
      return without(whole, restructuredTextMarks(whole.text, kind));
    case "asciidoc":
      return without(whole, asciidocMarks(whole.text, kind));
    case "org":
      return without(whole, orgMarks(whole.text, kind, format?.readHeadline));
    default:
      return whole;
  }
}

function withoutMarkdown(whole: Reduced, kind: ParagraphKind): Reduced {
  const segments = segmentsOf(whole.text, kind).map((segment) => reducedSegment(whole.text, segment));
  return {
    text: segments.map(({ text }) => text).join(""),
    origins: segments.flatMap(({ origins }) => origins),
  };
}

function reducedSegment(
  text: string,
  { start, end, kind }: Segment,
): { readonly text: string; readonly origins: number[] } {
  const whole: Reduced = { text: text.slice(start, end), origins: undefined };
  const isHtml = kind === "table" && isHtmlTable(whole.text);
  const isPandoc = kind === "table" && !isHtml && isPandocTable(whole.text);
  const ofTable = isHtml ? htmlTableMarks(whole.text) : isPandoc ? tableMarks(linesOf(whole.text)).marks : undefined;
  const blocks = without(whole, ofTable ?? blockMarks(whole.text, kind));
  const shown = kind === "code" ? blocks : withoutGaps(without(blocks, inlineMarks(blocks.text)));
  const origins = Array.from({ length: shown.text.length }, (_, at) => start + (shown.origins?.[at] ?? at));
  return { text: shown.text, origins };
}

/** Where lines were left out, one blank line is enough. */
function withoutGaps(reduced: Reduced): Reduced {
  if (reduced.origins === undefined) return reduced;
  const gaps = [...reduced.text.matchAll(/(?<=\n[ \t]*\n)(?:[ \t]*\n)+/g)];
  return without(
    reduced,
    gaps.map(({ 0: gap, index }) => ({ start: index, end: index + gap.length })),
  );
}

function without({ text, origins }: Reduced, marks: readonly InlineMark[]): Reduced {
  if (marks.length === 0) return { text, origins };
  const kept: number[] = [];
  const pieces: string[] = [];
  const keep = (from: number, to: number): void => {
    pieces.push(text.slice(from, to));
    for (let at = from; at < to; at++) kept.push(origins?.[at] ?? at);
  };
  let from = 0;
  for (const { start, end, shows = "" } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start > from) keep(from, start);
    if (start >= from) {
      pieces.push(shows);
      for (let i = 0; i < shows.length; i++) kept.push(origins?.[start] ?? start);
    }
    from = Math.max(from, end);
  }
  keep(from, text.length);
  return { text: pieces.join(""), origins: kept };
}

/** How many of the characters that are shown stood before a place. */
function placeOf({ text, origins }: Reduced, place: number): number {
  if (origins === undefined) return Math.max(0, Math.min(place, text.length));
  let [low, high] = [0, origins.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((origins[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
