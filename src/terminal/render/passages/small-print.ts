import { linesAbove } from "../../../answering/shown/lines-above.ts";
import { smallPrintMark } from "../../../answering/shown/small-print-mark.ts";
import type { TextsAround } from "../../../search/passage-index.ts";
import { renderText, shorten } from "../../text/marked-text.ts";
import type { Style } from "../../text/style.ts";

const lineChars = 240;

/** The lines above a quote that it is read with, each behind a mark that keeps it apart from the quote. */
export function smallPrint(
  shown: { readonly file: string; readonly around: TextsAround },
  indent: string,
  style: Style,
): string[] {
  return linesAbove(shown).flatMap((line) =>
    renderText(shorten(line, lineChars), style, `${indent}${smallPrintMark} `)
      .split("\n")
      .map((part) => style.faint(part)),
  );
}
