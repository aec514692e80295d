import type { TextsAround } from "../../search/passage-index.ts";
import { shownText } from "./shown-text.ts";

/**
 * What is shown in small print above a quote: the question that it answers, the lines that open its lists, outermost
 * first, and the head of its table; each on one line, as it is shown.
 * @param file the document's file
 */
export function linesAbove({ file, around }: { readonly file: string; readonly around: TextsAround }): string[] {
  const { question, leadIns, tableHead } = around;
  const shown = (text: string, kind: "text" | "table"): string =>
    shownText({ file, kind, text, start: 0 }).text.replace(/\s+/gu, " ").trim();
  return [
    ...(question === undefined ? [] : [shown(question, "text")]),
    ...leadIns.map((leadIn) => shown(leadIn, "text")),
    ...(tableHead === undefined ? [] : [shown(tableHead, "table")]),
  ];
}
