import type { TextRun } from "./lines.ts";

/** In sizes of the type. */
const sameLine = 0.5;
const wordGap = 0.15;
const besideGap = 2;

/** A number with what belongs to it, or one other sign. Beside Arabic letters a hyphen parts numbers. */
const numberOrSign = /\d+(?:[.,:/+-]\d+)*%?|./gsu;
const arabicNumberOrSign = /\d+(?:[.,:/]\d+)*%?|./gsu;
const arabic = /\p{Script=Arabic}/u;

/** Whether most of a page is written from right to left. */
export function isWrittenLeftwards(runs: readonly TextRun[]): boolean {
  let [leftToRight, rightToLeft] = [0, 0];
  for (const { text, isRightToLeft = false } of runs) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (isRightToLeft) rightToLeft += letters;
    else leftToRight += letters;
  }
  return rightToLeft > leftToRight;
}

/**
 * The runs of a page that is written from right to left, turned, so that lines are put together in the same way: such
 * pages have their words in any order, so those of a line are sorted, and what runs from left to right inside of them,
 * such as names and dates, stays together.
 */
export function turnedRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const signs = runs.some(({ text }) => arabic.test(text)) ? arabicNumberOrSign : numberOrSign;
  return rowsOf(runs).flatMap((row) =>
    withoutTurns([...row].sort((a, b) => a.x - b.x))
      .map((run, i, whole) => ({ ...run, text: turnedSigns(run, whole[i + 1], signs), x: -(run.x + run.width) }))
      .reverse(),
  );
}

/**
 * Brackets as they are read. Some programs name them by their shape: on a page from right to left, the shape that closes
 * opens.
 */
export function withReadBrackets(texts: readonly string[]): readonly string[] {
  const count = (form: RegExp) => texts.reduce((sum, text) => sum + (text.match(form)?.length ?? 0), 0);
  const before = (shapes: string) => new RegExp(`(?<![^\\s"'„“])[${shapes}](?=[\\p{L}\\p{N}])`, "gu");
  if (count(before(")\\]")) <= count(before("(\\["))) return texts;
  return texts.map((text) =>
    text.replace(/\([^()]*\)|[()[\]]/gu, (part) => (part.length > 1 ? part : (opposites[part] ?? part))),
  );
}

const opposites: Readonly<Record<string, string>> = { "(": ")", ")": "(", "[": "]", "]": "[" };

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

/**
 * Words beside each other that run from left to right as one run; numbers do so behind such a word alone.
 * @param row from left to right
 */
function withoutTurns(row: readonly TextRun[]): TextRun[] {
  const whole: TextRun[] = [];
  for (const run of row) {
    const before = whole.at(-1);
    const isWord = run.isRightToLeft !== true && /[\p{L}\p{N}]/u.test(run.text);
    const isBesideWord = before !== undefined && before.isRightToLeft !== true && /[\p{L}\p{N}]/u.test(before.text);
    const gap = before === undefined ? 0 : run.x - before.x - before.width;
    const isNear = before !== undefined && gap <= run.size * (/\p{L}/u.test(before.text) ? besideGap : wordGap);
    if (before === undefined || !isWord || !isBesideWord || !isNear) {
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

/**
 * Signs and numbers without a letter stand as the page shows them, from left to right: each number is read so, and they
 * one after the other from right to left.
 * @param next what stands right of them
 */
function turnedSigns(
  { text, isRightToLeft, x, width, size }: TextRun,
  next: TextRun | undefined,
  signs: RegExp,
): string {
  if (isRightToLeft === true || /\p{L}/u.test(text) || /^\s*$/u.test(text)) return text;
  // A number that was parted at the end of a line has its hyphen behind it.
  const isPart = next?.isRightToLeft !== true || next.x - x - width > size * wordGap;
  if (isPart && /^\d[\d.,:/]*[-–]$/u.test(text)) return text;
  return (text.match(signs) ?? []).reverse().join("");
}
