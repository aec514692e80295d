import type { TextRange } from "../../documents/document.ts";

/** A run of equal marks that may open or close emphasis. */
export interface DelimiterRun {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** A run that emphasis may begin with, and what is left of it. */
interface OpenRun {
  readonly run: DelimiterRun;
  readonly start: number;
  end: number;
}

/**
 * The run at a place, and whether it opens or closes emphasis by the rules of CommonMark (section 6.2). A single asterisk
 * between two letters does neither, unlike there: "Leserinnen" are often written "Leser*innen".
 */
export function delimiterRunAt(text: string, start: number): DelimiterRun {
  const mark = text.charAt(start);
  let end = start + 1;
  while (text.charAt(end) === mark) end++;
  const before = characterBefore(text, start);
  const after = characterAt(text, end);
  const isBetweenWords = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const isLeft = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const isRight = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  const isMark = mark !== "*" || end - start > 1 || !isBetweenWords;
  const canOpen = isLeft && (mark !== "_" || !isRight || isPunctuation(before));
  const canClose = isRight && (mark !== "_" || !isLeft || isPunctuation(after));
  return { mark, start, end, canOpen: isMark && canOpen, canClose: isMark && canClose };
}

/** The marks of emphasis among runs, which come in their order. Takes time in proportion to their number. */
export function emphasisMarks(runs: readonly DelimiterRun[]): TextRange[] {
  const marks: TextRange[] = [];
  const open: OpenRun[] = [];
  // Below these places of `open` nothing fits a closing run of that kind, so no one looks there twice.
  const bottoms = new Map<string, number>();
  for (const run of runs) {
    let { start } = run;
    const kind = `${run.mark}${run.canOpen}${(run.end - run.start) % 3}`;
    while (run.canClose && start < run.end) {
      const at = lastFitting(open, run, bottoms.get(kind) ?? 0);
      const opener = open[at];
      if (opener === undefined) {
        bottoms.set(kind, open.length);
        break;
      }
      open.length = at + 1;
      const size = opener.end - opener.start > 1 && run.end - start > 1 ? 2 : 1;
      marks.push({ start: opener.end - size, end: opener.end }, { start, end: start + size });
      opener.end -= size;
      start += size;
      if (opener.end === opener.start) open.pop();
    }
    if (run.canOpen && start < run.end) open.push({ run, start, end: run.end });
  }
  return marks;
}

/** @returns -1 where none fits from `bottom` on */
function lastFitting(open: readonly OpenRun[], closer: DelimiterRun, bottom: number): number {
  for (let at = open.length - 1; at >= bottom; at--) {
    const opener = open[at];
    if (opener !== undefined && fits(opener.run, closer)) return at;
  }
  return -1;
}

function fits(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (opener.mark !== closer.mark) return false;
  const [opening, closing] = [opener.end - opener.start, closer.end - closer.start];
  const isAmbiguous = (opener.canClose || closer.canOpen) && (opening + closing) % 3 === 0;
  return !isAmbiguous || (opening % 3 === 0 && closing % 3 === 0);
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? " " : String.fromCodePoint(point);
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return " ";
  const pair = text.slice(Math.max(0, at - 2), at);
  return [...pair].at(-1) ?? " ";
}

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
