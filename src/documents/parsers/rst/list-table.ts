import type { TextLine } from "../lines/text-lines.ts";

/** The lines of each row of a table that is written as a list of lists: "* - first cell". */
export function rowsOfList(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  const indent = lines[0]?.indent ?? 0;
  for (const line of lines) {
    const last = rows.at(-1);
    if (last === undefined || (line.indent === indent && /^\s*[*+-]\s+[*+-](?:\s|$)/.test(line.text)))
      rows.push([line]);
    else if (!line.isBlank) last.push(line);
  }
  return rows;
}
