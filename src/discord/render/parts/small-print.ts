import { linesAbove } from "../../../answering/shown/lines-above.ts";
import type { TextsAround } from "../../../search/passage-index.ts";
import { cutLine } from "../text/cut.ts";

const lineChars = 160;

/** The lines above a quote that it is read with, in small letters. */
export function smallPrint(shown: { readonly file: string; readonly around: TextsAround }): string[] {
  return linesAbove(shown).map((line) => `-# ${cutLine(line, lineChars)}`);
}
