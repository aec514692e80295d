import type { TextRange } from "../../document.ts";

const gridRule = /^[ \t>]*\+(?:[-=:]+\+)+[ \t]*$/;
const gridLine = /^[ \t>]*[|+].*[|+][ \t]*$/u;
/** Columns stand below the parts of such a line. */
const dashes = /^ {0,3}-{2,}(?: +-{2,})+ *$/;

/** What Markdown takes for a line that is drawn, or for a heading's, made words: everything keeps its place. */
export function withPlainDashes(text: string): string {
  if (!/^ {0,3}-{2,} +-{2,}/m.test(text)) return text;
  return text.replace(/^ {0,3}-{2,}(?: +-{2,})+ *$/gm, (line) => line.replace(/-/g, "x"));
}

/** What a paragraph is that pandoc reads as a table: where its head stands; undefined where it is none. */
export function pandocTable(words: string): { readonly head?: TextRange } | undefined {
  const lines = [...words.matchAll(/[^\n\r]+/g)].map(({ 0: line, index }) => ({
    line,
    start: index,
    end: index + line.length,
  }));
  if (lines.length < 2) return undefined;
  if (gridRule.test(lines[0]?.line ?? "") && lines.every(({ line }) => gridLine.test(line))) {
    const below = lines.findIndex(({ line }) => /^[ \t>]*\+(?:[=:]+\+)+[ \t]*$/.test(line));
    const [first, last] = [lines[1], lines[below - 1]];
    return below > 0 && first !== undefined && last !== undefined
      ? { head: { start: first.start, end: last.end } }
      : {};
  }
  const rule = lines.findIndex(({ line }) => dashes.test(line));
  const head = lines[rule - 1];
  if (rule < 0 || rule > 1 || lines.length < 3) return undefined;
  return head === undefined ? {} : { head: { start: head.start, end: head.end } };
}
