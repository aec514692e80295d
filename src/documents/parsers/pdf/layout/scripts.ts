import { loweredText, raisedText } from "../../raised-text.ts";
import type { TextRun } from "./lines.ts";

/** What the type of a line stands on, in points. */
export interface BaseLine {
  readonly y: number;
  readonly size: number;
}

/** What may stand raised at the beginning of a word, as in `¹⁴C`. */
export interface LeadingScript {
  /** Where in the words of its line. */
  readonly at: number;
  readonly text: string;
  /** Whether it is known to; at the beginning of a line, what stands behind it tells. */
  readonly isRaised: boolean;
}

/**
 * Type so much smaller than that of its line is raised or lowered where it stands higher or lower: office programs set
 * it at 58 to 80 %, browsers at 83 %.
 */
const smallSize = 0.88;
/** In sizes of the line's type. */
const raisedBy = 0.12;
const loweredBy = 0.06;
/** Type of the line's own size may stand a little off, as in the cells of a table; figures so far off are none of the line's. */
const sameSize = 1.02;
const raisedAlikeBy = 0.25;
const loweredAlikeBy = 0.15;
const figures = /^[+−–-]?\d{1,3}[+−–-]?$/u;

/** Nobody raises more; a number beside a longer text may be larger and stand lower. */
const maxChars = 16;

type Shift = "raised" | "lowered";

/** Whether a run stands raised or lowered beside the type of its line. */
export function isShifted(line: BaseLine, run: TextRun): boolean {
  return shiftOf(line, run) !== undefined;
}

/**
 * The text of a run with a sign of being raised or lowered: `10⁶`, `H₂O`, and the mark of a note as `[3]`.
 * @param before the words before it
 * @param isAttached whether they touch
 */
export function shiftedText(line: BaseLine, run: TextRun, before: string, isAttached: boolean): string {
  const shift = shiftOf(line, run);
  if (shift === undefined || !(isAttached || isMarkApart(line, run, before))) return run.text;
  const [, lead = "", words = "", tail = ""] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? [];
  const shown = shift === "raised" ? raisedText(words, before.trimEnd()) : loweredText(words, before);
  return lead + shown + tail;
}

/** Whether it is the mark of a note with a gap before it; words with a gap before them stand beside a number of their own size. */
function isMarkApart(line: BaseLine, run: TextRun, before: string): boolean {
  return isSmall(line, run) && figures.test(run.text.trim()) && /[\p{L}.,;:!?)\]"”“»«’]\s*$/u.test(before);
}

/** The words of a line with the figures that stand raised at the beginning of the word that a run goes on with. */
export function withLeadingScript(
  line: BaseLine & { readonly mostChars: number },
  { at, text, isRaised }: LeadingScript,
  run: TextRun,
  words: string,
): string {
  if (!/^\d{1,3}$/u.test(text) || !/^["'„“»«(]?\p{L}/u.test(run.text)) return words;
  if (!isRaised && !beganRaised(line, run)) return words;
  // Words stand behind the number of their note, and the sign of an element behind that of its kind.
  const isNote = at === 0 && /^["'„“»«(]?\p{L}{3}/u.test(run.text);
  return words.slice(0, at) + (isNote ? `[${text}] ` : raisedText(text, "x"));
}

/** Whether all of a line so far stands raised beside the type of the run behind it. */
export function beganRaised(line: BaseLine & { readonly mostChars: number }, run: TextRun): boolean {
  const begun = { ...run, text: run.text.trim().slice(0, line.mostChars), y: line.y, size: line.size };
  return line.mostChars <= 3 && shiftOf(run, begun) === "raised";
}

function shiftOf(line: BaseLine, run: TextRun): Shift | undefined {
  if (run.text.trim().length > maxChars) return undefined;
  const up = (run.y - line.y) / line.size;
  if (isSmall(line, run)) return up > raisedBy ? "raised" : up < -loweredBy ? "lowered" : undefined;
  if (run.size > line.size * sameSize || !figures.test(run.text.trim())) return undefined;
  return up > raisedAlikeBy ? "raised" : up < -loweredAlikeBy ? "lowered" : undefined;
}

function isSmall(line: BaseLine, run: TextRun): boolean {
  return run.size < line.size * smallSize;
}
