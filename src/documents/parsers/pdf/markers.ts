import type { TextRun } from "./layout/lines.ts";

/** The marker of an item of a list. */
export const marker = /^(?:[-–—*•·▪◦‣●○■□]|\(?(?:\d{1,2}|[a-z])[.)])$/iu;
/** In sizes of the type: how far the marker stands before its words at most. */
export const markerGap = 4;
/** A page with more of them is a drawing. */
const mostComparisons = 10_000_000;
/** In sizes of the type. */
const sameHeight = 0.2;

/**
 * The runs of a page with the markers of lists in front of the words that stand behind them: some programs draw all of
 * them after the text.
 */
export function withMarkersInPlace(runs: readonly TextRun[]): readonly TextRun[] {
  const stray = runs.filter((run, i) => marker.test(run.text.trim()) && !isBefore(run, nextOf(runs, i)));
  if (stray.length === 0 || stray.length * runs.length > mostComparisons) return runs;
  const moved = new Map<TextRun, TextRun>();
  for (const mark of stray) {
    const words = wordsBehind(mark, runs);
    if (words !== undefined) moved.set(words, mark);
  }
  if (moved.size === 0) return runs;
  const marks = new Set(moved.values());
  return runs.flatMap((run) => {
    const mark = moved.get(run);
    return marks.has(run) ? [] : mark === undefined ? [run] : [mark, run];
  });
}

function nextOf(runs: readonly TextRun[], at: number): TextRun | undefined {
  let next = at + 1;
  while (runs[next]?.text.trim() === "") next += 1;
  return runs[next];
}

/** Whether a marker stands right before words, on their line. */
function isBefore(mark: TextRun, words: TextRun | undefined): boolean {
  if (words === undefined || Math.abs(words.y - mark.y) > mark.size * sameHeight) return false;
  const gap = words.x - mark.x - mark.width;
  return gap > -mark.size * sameHeight && gap <= mark.size * markerGap;
}

/** The first words of the line that a marker stands before; undefined where something else stands between or before them. */
function wordsBehind(mark: TextRun, runs: readonly TextRun[]): TextRun | undefined {
  const onLine = runs.filter(
    (run) => run !== mark && run.text.trim() !== "" && Math.abs(run.y - mark.y) <= mark.size * sameHeight,
  );
  const near = onLine.filter((run) => isBefore(mark, run)).sort((a, b) => a.x - b.x)[0];
  const isFirst = onLine.every((run) => run.x > mark.x || mark.x - run.x - run.width > mark.size * markerGap);
  return isFirst && near !== undefined && !marker.test(near.text.trim()) ? near : undefined;
}
