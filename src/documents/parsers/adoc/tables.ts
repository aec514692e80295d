import type { TextLine } from "../lines/text-lines.ts";

/** A bar before a cell, with what is said of the cell: "2+^.>a|". */
const bar = /(?:(?<=^|[ \t])(?:\d+(?:\.\d+)?[*+]|\.\d+\+)?[.<^>]{0,4}[adehlmsv]?)?(?<!\\)\|/g;

/** The lines of each row of a table, whose cells may take a line each, or several. */
export function rowsOf(lines: readonly TextLine[], attributes: string): readonly (readonly TextLine[])[] {
  const columns = columnsOf(lines, attributes);
  const rows: TextLine[][] = [];
  let cells = columns;
  for (const line of lines) {
    if (line.isBlank) continue;
    const found = cellsIn(line.text);
    const last = rows.at(-1);
    if (last === undefined || (found > 0 && cells >= columns)) {
      rows.push([line]);
      cells = found;
    } else {
      last.push(line);
      cells += found;
    }
  }
  return rows;
}

/** Whether the first row names the columns: where it is said, or where it is one line and a blank one stands below it. */
export function hasHead(lines: readonly TextLine[], attributes: string): boolean {
  if (/%(?:no)?header|options=["']?[^"'\]]*header/u.test(attributes)) return !/%?noheader/.test(attributes);
  return lines[0]?.isBlank === false && lines[1]?.isBlank === true;
}

function columnsOf(lines: readonly TextLine[], attributes: string): number {
  const [, written] =
    /cols=(?:"([^"]*)"|'([^']*)'|([^,\]]*))/u.exec(attributes)?.filter((group) => group !== undefined) ?? [];
  const stated = (written ?? "")
    .split(/[,;]/)
    .filter((column) => column.trim() !== "")
    .reduce((sum, column) => sum + Number(/^\s*(\d+)\*/.exec(column)?.[1] ?? 1), 0);
  if (stated > 0) return stated;
  return Math.max(1, cellsIn(lines.find(({ isBlank }) => !isBlank)?.text ?? ""));
}

function cellsIn(line: string): number {
  return [...line.matchAll(bar)].reduce((sum, [mark]) => sum + Number(/^(\d+)(?:\.\d+)?[*+]/.exec(mark)?.[1] ?? 1), 0);
}
