/** A run of text as a page shows it, upright. */
export interface TextRun {
  readonly text: string;
  /** Left end, in points from the page's left. */
  readonly x: number;
  /** Base line, in points; larger is higher. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
}

export interface Line {
  /** Parts with wide gaps between them: more than one in the row of a table. */
  readonly cells: readonly string[];
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  /** That of most of its characters. */
  readonly size: number;
}

/** All in sizes of the type. */
const sameLine = 0.5;
const wordGap = 0.15;
const cellGap = 2;
const overlap = 0.5;

interface Draft {
  readonly cells: string[];
  readonly x: number;
  endX: number;
  readonly y: number;
  size: number;
  mostChars: number;
}

/** Puts a page's runs, in the order of its content, together to lines. */
export function linesOf(runs: readonly TextRun[]): Line[] {
  const lines: Draft[] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line === undefined || !continues(line, run)) {
      if (run.text.trim() !== "") lines.push(draftOf(run));
      continue;
    }
    append(line, run);
  }
  return lines.map(({ cells, x, endX, y, size }) => ({
    cells: cells.map((cell) => cell.trim()).filter((cell) => cell !== ""),
    x,
    endX,
    y,
    size,
  }));
}

/** The words of a line that is no row of a table. */
export function textOf(line: Line): string {
  return line.cells.join(" ");
}

function continues(line: Draft, run: TextRun): boolean {
  const size = Math.max(line.size, run.size);
  return Math.abs(line.y - run.y) <= size * sameLine && run.x >= line.endX - size * overlap;
}

function draftOf({ text, x, y, width, size }: TextRun): Draft {
  return { cells: [text], x, endX: x + width, y, size, mostChars: text.length };
}

function append(line: Draft, { text, x, width, size }: TextRun): void {
  const last = line.cells.length - 1;
  const before = line.cells[last] ?? "";
  const isBlank = text.trim() === "";
  const gap = (isBlank ? x + width : x) - line.endX;
  if (gap > line.size * cellGap) {
    if (before.trim() !== "") line.cells.push("");
    line.cells[line.cells.length - 1] += text.trimStart();
  } else {
    const needsSpace = isBlank || (gap > line.size * wordGap && !/\s$/u.test(before) && !/^\s/u.test(text));
    line.cells[last] = before + (needsSpace ? " " : "") + (isBlank ? "" : text);
  }
  // A wide blank is a gap: the next run is measured from its end, and is in a cell of its own already.
  line.endX = Math.max(line.endX, x + width);
  if (text.length > line.mostChars) {
    line.size = size;
    line.mostChars = text.length;
  }
}
