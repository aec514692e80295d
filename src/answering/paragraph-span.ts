import type { Paragraph } from "../documents/document.ts";

/** One paragraph of a document, or several in a row. */
export interface ParagraphSpan {
  readonly paragraph: number;
  readonly lastParagraph?: number;
}

/** Whether a paragraph is one of several. @param span undefined: of none */
export function isInSpan(span: ParagraphSpan | undefined, { number }: Pick<Paragraph, "number">): boolean {
  return span !== undefined && number >= span.paragraph && number <= (span.lastParagraph ?? span.paragraph);
}
