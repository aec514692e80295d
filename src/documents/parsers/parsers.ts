import { adocParser } from "./adoc/adoc.ts";
import { docxParser } from "./docx/docx.ts";
import { epubParser } from "./epub/epub.ts";
import { htmlParser } from "./html/html.ts";
import { mailParser } from "./mail/mail.ts";
import { markdownParser } from "./markdown/markdown.ts";
import { odtParser } from "./odt/odt.ts";
import { orgParser } from "./org/org.ts";
import type { DocumentParser } from "./parser.ts";
import { pdfParser } from "./pdf/pdf.ts";
import { plainTextParser } from "./plain-text/plain-text.ts";
import { pptxParser } from "./pptx/pptx.ts";
import { rstParser } from "./rst/rst.ts";
import { xlsxParser } from "./xlsx/xlsx.ts";

/** Every document format; the first one that knows a file's extension reads it. */
export const parsers: readonly DocumentParser[] = [
  plainTextParser,
  markdownParser,
  htmlParser,
  pdfParser,
  docxParser,
  rstParser,
  adocParser,
  orgParser,
  odtParser,
  epubParser,
  mailParser,
  pptxParser,
  xlsxParser,
];

/** Files that are texts by custom, without an extension. */
const textNames = new Set([
  "readme",
  "license",
  "licence",
  "copying",
  "notice",
  "authors",
  "changelog",
  "contributing",
]);

/** The parser for a file's name, or undefined where no format claims its extension. */
export function parserFor(file: string): DocumentParser | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  if (textNames.has(name)) return plainTextParser;
  return parsers.find((parser) => parser.extensions.some((extension) => name.endsWith(extension)));
}
