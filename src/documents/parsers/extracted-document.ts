import { defined } from "../../defined.ts";
import { AppError } from "../../errors.ts";
import type { PageBreak, ParagraphKind } from "../document.ts";
import { withHeadingAsTitle } from "./heading-as-title.ts";
import type { FoundMetadata, ParsedDocument, ParsedParagraph } from "./parser.ts";

/** A paragraph that was extracted from a format whose files are no plain text. */
export interface ExtractedBlock {
  readonly text: string;
  readonly kind?: ParagraphKind;
  readonly rule?: string;
  readonly level?: number;
  readonly depth?: number;
  readonly isLabel?: boolean;
  /** Of a table, how many characters at its beginning name its columns. */
  readonly headChars?: number;
  readonly page?: number;
  /** Where in the text further pages begin. */
  readonly pageBreaks?: readonly PageBreak[];
  readonly isRecognised?: true;
  readonly anchor?: string;
}

/** Longer texts are not documents that people read. */
const maxTextChars = 20_000_000;

/**
 * The document whose canonical text is the blocks, in order, with a blank line between two of them. White space at the
 * ends of a block, control characters and halves of surrogate pairs are left out; blocks without text as well.
 * @param file path below the documents' folder, for errors.
 * @throws AppError `document-unparsable` for more than 20 million characters.
 */
export function documentOfBlocks(
  blocks: readonly ExtractedBlock[],
  metadata: FoundMetadata,
  file: string,
): ParsedDocument {
  const texts: string[] = [];
  const paragraphs: ParsedParagraph[] = [];
  let start = 0;
  for (const { text, headChars, pageBreaks, ...shown } of blocks) {
    const words = cleanText(text);
    if (words === "") continue;
    const end = start + words.length;
    if (end > maxTextChars) throw unparsable(file, `it holds more than ${maxTextChars} characters of text`);
    texts.push(words);
    const breaks = pageBreaks?.map(({ at, page }) => ({ at: start + cleanText(text.slice(0, at)).length, page }));
    paragraphs.push({
      range: { start, end },
      ...shown,
      ...defined({ pageBreaks: breaks }),
      ...(headChars === undefined ? {} : { tableHead: { start, end: Math.min(end, start + headChars) } }),
    });
    start = end + 2;
  }
  return {
    canonicalText: texts.join("\n\n"),
    encoding: "utf-8",
    byteOrderMarkBytes: 0,
    isPlainText: false,
    paragraphs: paragraphs.some(({ kind }) => kind === "title")
      ? paragraphs
      : withHeadingAsTitle(paragraphs, ["caption"]),
    metadata,
  };
}

/** Extracted text as it stands in a canonical text: well-formed, without control characters but tabs and line feeds. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .trim();
}

/** On one line, as titles and names are; undefined where nothing is left. */
export function wordsOnOneLine(text: string | null | undefined): string | undefined {
  const words = cleanText(text ?? "").replace(/\s+/gu, " ");
  return words === "" ? undefined : words;
}

/** The error for a file that its format's reader cannot use. */
export function unparsable(file: string, why: string, options: { remedy?: string; cause?: unknown } = {}): AppError {
  const { remedy = "Correct the file, or take it out.", cause } = options;
  return new AppError("document-unparsable", `${file} cannot be used: ${why}.`, remedy, { cause });
}
