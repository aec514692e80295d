import { citationsInLine, type FoundCitation } from "../../../../src/answering/proof/claims/citations-in-text.ts";

/** A text in lines, with the citations of the last line that begins with a given text, or of the last one that has any. */
export interface CitedLine {
  readonly lines: readonly string[];
  readonly at: number;
  readonly citations: readonly FoundCitation[];
  readonly isCitation: (line: number) => boolean;
}

/** Every key is known, so that whatever looks like a citation is one. */
export function citedLine(text: string, beginning = ""): CitedLine {
  const lines = text.split("\n");
  const found = lines.map((line) => citationsInLine(line, () => true));
  const isCitation = (line: number): boolean => (found[line] ?? []).length > 0;
  const at = lines.findLastIndex((line, number) => isCitation(number) && line.startsWith(beginning));
  return { lines, at, citations: found[at] ?? [], isCitation };
}
