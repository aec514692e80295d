import { decodeText } from "../../decode.ts";
import type { FoundMetadata, ParsedDocument, ParsedParagraph } from "../parser.ts";
import { splitLines, type TextLine } from "./text-lines.ts";

/** What a format makes of a text's lines. */
export interface ReadLines {
  readonly paragraphs: readonly ParsedParagraph[];
  readonly metadata: FoundMetadata;
}

/**
 * Reads a format whose files are plain text: all ranges are those of the file.
 * @throws AppError `not-text`
 */
export function parseLines(
  bytes: Uint8Array,
  file: string,
  read: (lines: readonly TextLine[]) => ReadLines,
): ParsedDocument {
  const { text, encoding, byteOrderMarkBytes, isExact, gaps } = decodeText(bytes, file);
  const { paragraphs, metadata } = read(splitLines(text));
  return { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: isExact, paragraphs, metadata, gaps };
}
