import { decodeText } from "../../decode.ts";
import { readFencedMatter } from "../front-matter/front-matter.ts";
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
  const stated = readFencedMatter(text);
  const { paragraphs: others, metadata: found } = read(linesBelow(text, stated?.range.end ?? 0));
  const paragraphs: readonly ParsedParagraph[] =
    stated === undefined ? others : [{ range: stated.range, kind: "metadata" }, ...others];
  const metadata = { ...found, ...stated?.metadata };
  return { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: isExact, paragraphs, metadata, gaps };
}

function linesBelow(text: string, end: number): readonly TextLine[] {
  return splitLines(text).filter(({ start }) => end === 0 || start > end);
}
