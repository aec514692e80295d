import { docxParser } from "./docx/docx.ts";
import { htmlParser } from "./html/html.ts";
import { markdownParser } from "./markdown/markdown.ts";
import type { DocumentParser } from "./parser.ts";
import { pdfParser } from "./pdf/pdf.ts";
import { plainTextParser } from "./plain-text/plain-text.ts";

/** Every document format; the first one that knows a file's extension reads it. */
export const parsers: readonly DocumentParser[] = [plainTextParser, markdownParser, htmlParser, pdfParser, docxParser];

/** The parser for a file's name, or undefined where no format claims its extension. */
export function parserFor(file: string): DocumentParser | undefined {
  const name = file.toLowerCase();
  return parsers.find((parser) => parser.extensions.some((extension) => name.endsWith(extension)));
}
