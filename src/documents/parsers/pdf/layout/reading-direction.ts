import type { TextRun } from "./lines.ts";

/** In sizes of the type. */
const sameLine = 0.5;
const wordGap = 0.15;

/**
 * The runs of a page, turned where most of it is written from right to left, so that lines are put together in the same
 * way: such pages have their words in any order, so those of a line are sorted, and what runs from left to right inside of
 * them, such as names and dates, stays together.
 */
export function inReadingDirection(runs: readonly TextRun[]): readonly TextRun[] {
  let [leftToRight, rightToLeft] = [0, 0];
  for (const { text, isRightToLeft = false } of runs) {
    if (isRightToLeft) rightToLeft += text.trim().length;
    else leftToRight += text.trim().length;
  }
  if (rightToLeft <= leftToRight) return runs;
  return rowsOf(runs).flatMap((row) =>
    withoutTurns([...row].sort((a, b) => a.x - b.x))
      .map((run) => ({ ...run, x: -(run.x + run.width) }))
      .reverse(),
  );
}

/** Runs that follow one another on one line. */
function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame = first !== undefined && Math.abs(first.y - run.y) <= Math.max(first.size, run.size) * sameLine;
    if (row !== undefined && isSame) row.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** Words beside each other that run from left to right as one run. @param row from left to right */
function withoutTurns(row: readonly TextRun[]): TextRun[] {
  const whole: TextRun[] = [];
  for (const run of row) {
    const before = whole.at(-1);
    const isWord = run.isRightToLeft !== true && /[\p{L}\p{N}]/u.test(run.text);
    const isBesideWord = before !== undefined && before.isRightToLeft !== true && /[\p{L}\p{N}]/u.test(before.text);
    const gap = before === undefined ? 0 : run.x - before.x - before.width;
    if (before === undefined || !isWord || !isBesideWord || gap > 2 * run.size) {
      whole.push(run);
      continue;
    }
    const space = gap > run.size * wordGap && !/\s$/u.test(before.text) ? " " : "";
    whole[whole.length - 1] = {
      ...before,
      text: `${before.text}${space}${run.text}`,
      width: run.x + run.width - before.x,
    };
  }
  return whole;
}
