import type { InlineMark } from "./inline-marks.ts";

const structure = /(?:\s*<\/?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)(?:\s[^<>]*)?\/?>)+\s*/gi;
const tag = /<(\/?)(table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)(?:\s[^<>]*)?\/?>/gi;

/** Whether a table is written in HTML. */
export function isHtmlTable(text: string): boolean {
  return /<t[drh][\s>]/i.test(text);
}

/** The tags of a table that is written in HTML: a row is shown on a line of its own, ` | ` between its cells. */
export function htmlTableMarks(text: string): InlineMark[] {
  const marks: InlineMark[] = [];
  let cells = 0;
  for (const { 0: run, index } of text.matchAll(structure)) {
    let shown = "";
    for (const [, closing, name = ""] of run.matchAll(tag)) {
      if (closing !== "") continue;
      if (/^(?:tr|caption)$/i.test(name)) {
        cells = 0;
        shown += "\n";
      } else if (/^t[dh]$/i.test(name)) {
        if (cells > 0) shown += " | ";
        cells += 1;
      }
    }
    const end = index + run.length;
    const isAtEdge = index === 0 || end === text.length;
    marks.push({ start: index, end, shows: isAtEdge ? shown.replace(/\n/g, "") : shown.replace(/\n+/g, "\n") });
  }
  return marks;
}
