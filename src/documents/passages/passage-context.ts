import type { LanguageCode, Paragraph, TextRange } from "../document.ts";
import { goesOn, isBetween, leansAtOnce, leansOnLast } from "./discourse.ts";
import {
  endsAsLeadIn,
  isBoldLine,
  isItem,
  isQuestionLine,
  leadInOf,
  maxLabelChars,
  maxLineChars,
  withoutItemMark,
} from "./lead-ins.ts";
import { trimmedRange } from "./paragraphs.ts";
import { isPassageKind } from "./passage-kind.ts";

/** A question asked by the text itself is answered by the first paragraph that is no shorter. */
const answerChars = 80;

/** What stands around a paragraph. */
export interface ParagraphContext {
  readonly headings: readonly TextRange[];
  /** Outermost first. */
  readonly leadIns: readonly TextRange[];
  readonly question?: TextRange;
}

/** A line that opens what stands deeper than itself. */
interface OpenLine {
  readonly depth: number;
  readonly range: TextRange;
}

/** A line that what follows it answers or explains. */
interface Label {
  readonly range: TextRange;
  readonly depth: number;
  /**
   * `deeper`: what stands deeper than itself; `block`: the list, table or code below it; `section`: all up to the next
   * one; `answer`: up to the first long paragraph.
   */
  readonly scope: "deeper" | "block" | "section" | "answer";
}

/** By paragraph number. */
export function contextsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  language: LanguageCode,
): ReadonlyMap<number, ParagraphContext> {
  const contexts = new Map<number, ParagraphContext>();
  let open: OpenLine[] = [];
  /** The line that opens the current table or block of code. */
  let opensBlock: TextRange | undefined;
  let label: Label | undefined;
  let previous: Paragraph | undefined;
  const openedBy = (paragraph: Paragraph, below: "code" | "other"): TextRange | undefined =>
    labelOf(text, paragraph, undefined) === undefined ? leadInOf(text, paragraph.range, language, below) : undefined;
  for (const [i, paragraph] of paragraphs.entries()) {
    const { kind, number, range, headings, depth = 0 } = paragraph;
    if (kind === "title" || kind === "heading") {
      open = [];
      opensBlock = label = previous = undefined;
    }
    if (!isPassageKind(kind) || kind === "caption") continue;
    open = open.filter((line) => line.depth < depth);
    const before = previous?.kind === "text" ? previous : undefined;
    if (kind === "text") {
      opensBlock = undefined;
      const line = before === undefined || depth <= (before.depth ?? 0) ? undefined : openedBy(before, "other");
      if (line !== undefined) open.push({ depth: before?.depth ?? 0, range: line });
    } else if (before !== undefined && (before.depth ?? 0) <= depth) {
      opensBlock = openedBy(before, kind === "code" ? "code" : "other");
    }
    if (label?.scope === "deeper" && depth <= label.depth) label = undefined;
    if (label?.scope === "block" && kind === "text" && depth <= label.depth) label = undefined;
    const own = labelOf(text, paragraph, paragraphs[i + 1]);
    // The next question of a list of them is none that the one before it asks.
    if (own !== undefined && own.scope !== "deeper" && label?.scope === own.scope) label = undefined;
    const leadIns = new Set(open.map((line) => line.range));
    const above = previous === undefined ? undefined : { paragraph: previous, around: contexts.get(previous.number) };
    const meant = above === undefined ? undefined : meantBy(text, paragraph, above, language);
    if (meant !== undefined) leadIns.add(meant);
    if (opensBlock !== undefined) {
      // "to" opens the second half of what the line before the first has opened.
      if (isBetween(text.slice(opensBlock.start, opensBlock.end)))
        for (const line of above?.around?.leadIns ?? []) leadIns.add(line);
      leadIns.add(opensBlock);
    }
    contexts.set(number, {
      headings,
      leadIns: [...leadIns],
      ...(label === undefined ? {} : { question: label.range }),
    });
    if (own !== undefined) label = own;
    else if (label?.scope === "answer" && range.end - range.start >= answerChars) label = undefined;
    previous = paragraph;
  }
  return contexts;
}

/**
 * The line that a paragraph speaks of without naming it, "This means …": the last sentence before it, or the line that
 * opens the list, table or code right before it. Also the line that announces it: "He wrote:".
 */
function meantBy(
  text: string,
  paragraph: Paragraph,
  above: { readonly paragraph: Paragraph; readonly around: ParagraphContext | undefined },
  language: LanguageCode,
): TextRange | undefined {
  const { kind, range, depth = 0 } = paragraph;
  const { paragraph: last, around } = above;
  if (kind !== "text" || depth > (last.depth ?? 0)) return undefined;
  const slice = text.slice(range.start, range.end);
  const lastWords = text.slice(last.range.start, last.range.end);
  const isProse = last.kind === "text" && (!isItem(lastWords) || isAbsatz(last)) && (last.depth ?? 0) <= depth;
  if (isItem(slice) && !isAbsatz(paragraph)) return undefined;
  const words = isAbsatz(paragraph) ? withoutItemMark(slice) : slice;
  const isOpened = isProse && (endsAsLeadIn(lastWords) || goesOn(words, lastWords));
  if (!isOpened && !leansOnLast(words) && !isBetween(words)) return undefined;
  return isProse ? leadInOf(text, last.range, language, "code") : around?.leadIns.at(-1);
}

/** Whether a paragraph is a numbered one right below the heading of a section of a statute: prose, and no item. */
function isAbsatz({ provision }: Paragraph): boolean {
  return provision?.length === 2;
}

/** The sentence before a part of a long paragraph that leans on it: "This also holds …". */
export function leantOnBy(
  text: string,
  part: readonly TextRange[],
  before: readonly TextRange[],
): TextRange | undefined {
  const [first] = part;
  const last = before.at(-1);
  if (first === undefined || last === undefined || !leansAtOnce(text.slice(first.start, first.end))) return undefined;
  const line = trimmedRange(text, last);
  return line.end - line.start <= maxLineChars ? line : undefined;
}

function labelOf(
  text: string,
  { kind, range, depth = 0, isLabel = false }: Paragraph,
  below: Paragraph | undefined,
): Label | undefined {
  if (isLabel) return { range, depth, scope: "deeper" };
  if (kind !== "text" || range.end - range.start > maxLabelChars) return undefined;
  const words = text.slice(range.start, range.end);
  if (isBoldLine(words)) return { range, depth, scope: isBlock(below, depth) ? "block" : "section" };
  return isQuestionLine(words) ? { range, depth, scope: "answer" } : undefined;
}

/** Whether a paragraph is a list, a table or code below a line. */
function isBlock(paragraph: Paragraph | undefined, depth: number): boolean {
  if (paragraph === undefined) return false;
  return paragraph.kind === "code" || paragraph.kind === "table" || (paragraph.depth ?? 0) > depth;
}
