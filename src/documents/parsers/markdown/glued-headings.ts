import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";

/** A part of what Markdown takes for one paragraph. */
export type ParagraphPart =
  | { readonly own: TextRange; readonly heading?: never; readonly level?: never }
  /** A heading with its marks. */
  | { readonly own: TextRange; readonly heading: string; readonly level: number };

/** A heading whose mark and words stand together; one mark alone before a small letter or a figure is a tag. */
const gluedHeading = /^( {0,3})(#{2,6}(?=[^\s#])|#(?=\p{Lu}\S*\s+\S))/u;

/**
 * A paragraph, or the headings and paragraphs that it is made of where the blank behind the mark of a heading is missing.
 * @param words those of the range
 */
export function partsOf(range: TextRange, words: string): readonly ParagraphPart[] {
  if (!/^ {0,3}#/m.test(words)) return [{ own: range }];
  const parts: ParagraphPart[] = [];
  let textStart: number | undefined;
  const endText = (end: number) => {
    if (textStart === undefined) return;
    const { start, end: last } = trimmedRange(words, { start: textStart, end });
    textStart = undefined;
    if (start < last) parts.push({ own: { start: range.start + start, end: range.start + last } });
  };
  for (const { 0: line, index } of words.matchAll(/[^\r\n]+/g)) {
    const [, indent = "", marks] = gluedHeading.exec(line) ?? [];
    if (marks === undefined) {
      textStart ??= index;
      continue;
    }
    endText(index);
    const own = { start: range.start + index + indent.length, end: range.start + index + line.trimEnd().length };
    parts.push({ own, heading: line.trim().replace(/#+$/u, ""), level: marks.length });
  }
  endText(words.length);
  return parts;
}
