import type { FilledField } from "./form-fields.ts";
import type { TextRun } from "./layout/lines.ts";

/** In points: how far the words of its line may stand below a field. */
const belowField = 3;
/** In points: labels begin where their fields do, closely. */
const sameStart = 6;
/** In sizes of the type: farther above or below it, words are no label. */
const labelDistance = 1.2;
/** In sizes of the type: farther to its left, words are its label only where there are no others. */
const nearLabel = 12;
/** In sizes of the type: how wide a letter is. */
const charWidth = 0.5;
const usualSize = 12;

/** A field where the page shows it, with larger heights higher. */
interface Box extends FilledField {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The runs of a page with what is filled in: behind the words that stand before it on its line, else behind those that
 * stand right above or below it; a box to tick where it stands, for its words may be on either side.
 * @param toPage from points of the file to those of the runs
 */
export function withFields(
  runs: readonly TextRun[],
  fields: readonly FilledField[],
  toPage: (x: number, y: number) => readonly [number, number],
): TextRun[] {
  const all = [...runs];
  const filled = new Set<TextRun>();
  for (const field of fields) {
    const box = boxOf(field, toPage);
    if (field.isDrawn === true && !hasWordsBeside(all, box)) continue;
    const placed = field.isBox ? tickAt(all, box) : valueAt(all, box, filled);
    const [at, run] = [placed.at, { ...placed.run, isFilledIn: true }];
    filled.add(run);
    all.splice(at, 0, run);
  }
  return all;
}

interface Placed {
  readonly at: number;
  readonly run: TextRun;
}

function boxOf(field: FilledField, toPage: (x: number, y: number) => readonly [number, number]): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = field.rect;
  const [x1, y1] = toPage(left, bottom);
  const [x2, y2] = toPage(right, top);
  return { ...field, left: Math.min(x1, x2), right: Math.max(x1, x2), low: Math.min(y1, y2), high: Math.max(y1, y2) };
}

function isOnLine(run: TextRun, { low, high }: Box): boolean {
  return run.y >= low - belowField && run.y <= high && run.text.trim() !== "";
}

/** Whether words stand right beside a box, as those of what is ticked do. */
function hasWordsBeside(runs: readonly TextRun[], box: Box): boolean {
  return runs.some((run) => {
    const away = run.x >= box.left ? run.x - box.right : box.left - endOf(run);
    return isOnLine(run, box) && Math.abs(away) <= run.size * labelDistance;
  });
}

/** Between the words to its left and those to its right. */
function tickAt(runs: readonly TextRun[], box: Box): Placed {
  const { text, left, right, low, high } = box;
  const before = runs.findLastIndex((run) => isOnLine(run, box) && run.x < left);
  const after = runs.findIndex((run) => isOnLine(run, box) && run.x >= left);
  const near = runs[after] ?? runs[before];
  const size = near?.size ?? Math.min(usualSize, high - low);
  const run = { text, x: left, y: near?.y ?? low + (high - low) / 4, width: right - left, size };
  return { at: after >= 0 ? after : before >= 0 ? before + 1 : placeBelow(runs, low), run };
}

function valueAt(runs: readonly TextRun[], box: Box, filled: ReadonlySet<TextRun>): Placed {
  const { text, left, right, low, high } = box;
  const before = runs.findLastIndex((run) => isOnLine(run, box) && run.x < left && !isTick(run));
  const beside = runs[before];
  const isFar = beside === undefined || filled.has(beside) || left - endOf(beside) > beside.size * nearLabel;
  const label = isFar ? labelAboveOrBelow(runs, box, filled) : -1;
  if (label >= 0) return behindLabel(runs, label, text);
  const size = beside?.size ?? Math.min(usualSize, high - low);
  const x = beside === undefined ? left : Math.min(left, endOf(beside) + size);
  const y = beside?.y ?? low + (high - low) / 4;
  const run = { text, x, y, width: Math.max(right - x, 1), size };
  return { at: before >= 0 ? before + 1 : placeBelow(runs, low), run };
}

/** The nearest words right above or below a field that begin where it does. */
function labelAboveOrBelow(runs: readonly TextRun[], { left, low, high }: Box, filled: ReadonlySet<TextRun>): number {
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [i, run] of runs.entries()) {
    if (run.text.trim() === "" || filled.has(run) || Math.abs(run.x - left) > sameStart) continue;
    const isAbove = run.y > (low + high) / 2;
    const away = isAbove ? run.y - high : low - (run.y + run.size * 0.75);
    if (Math.abs(away) > run.size * labelDistance || away >= least) continue;
    [nearest, least] = [i, away];
  }
  return nearest;
}

function behindLabel(runs: readonly TextRun[], label: number, text: string): Placed {
  const { x: start = 0, width = 0, y = 0, size = usualSize } = runs[label] ?? {};
  const x = start + width + size * charWidth;
  const next = runs.slice(label + 1).find((run) => run.text.trim() !== "");
  const room = next !== undefined && Math.abs(next.y - y) < size && next.x > x ? next.x - x : Number.POSITIVE_INFINITY;
  return { at: label + 1, run: { text, x, y, width: Math.min(text.length * charWidth * size, room), size } };
}

function placeBelow(runs: readonly TextRun[], low: number): number {
  const below = runs.findIndex((run) => run.y < low);
  return below < 0 ? runs.length : below;
}

function endOf({ x, width }: TextRun): number {
  return x + width;
}

function isTick({ text }: TextRun): boolean {
  return /^[☐☒]$/u.test(text);
}
