import { decodeText } from "../../decode.ts";
import { readByline, readDateLine } from "../../metadata/date-lines.ts";
import { isOfEvent } from "../../metadata/head-facts.ts";
import { readMailHead } from "../../metadata/mail-head.ts";
import { isMinutes } from "../../metadata/minutes.ts";
import { isPublicationDate } from "../../metadata/publication-date.ts";
import { paragraphsOf } from "../../passages/paragraphs.ts";
import { readFencedMatter } from "../front-matter/front-matter.ts";
import type { FoundMetadata, ParsedDocument, ParsedParagraph } from "../parser.ts";
import { headParagraphs, separateHeadLines } from "./head-lines.ts";
import { withMarkedHeadings } from "./marked-headings.ts";
import { withHiddenFrames } from "./page-frames.ts";

/** Kicker and headline on one line with the date. */
const maxHeadlineChars = 250;

/** @throws AppError `not-text` */
export function readPlainTextFile(bytes: Uint8Array, file: string): ParsedDocument {
  const { text, encoding, byteOrderMarkBytes, isExact, gaps } = decodeText(bytes, file);
  const decoded = { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: isExact, gaps };
  const stated = readFencedMatter(text);
  if (stated === undefined) return { ...decoded, ...readPlainText(text, file) };
  const { start, end } = stated.range;
  // Blank space keeps every place of the text where it is.
  const below = readPlainText(" ".repeat(end) + text.slice(end), file);
  return {
    ...decoded,
    paragraphs: [{ range: { start, end }, kind: "metadata" }, ...below.paragraphs],
    metadata: { ...below.metadata, ...stated.metadata },
  };
}

/**
 * The paragraphs of a text without markup, and what its first lines say about it; for every format that yields one. The
 * day of an event that it announces is none of its own.
 */
export function readPlainText(text: string, file: string): Pick<ParsedDocument, "paragraphs" | "metadata"> {
  const [first, ...others] = paragraphsOf(text);
  const mail = first === undefined ? undefined : readMailHead(text, first);
  if (mail !== undefined && first !== undefined) {
    return { paragraphs: [{ range: first, kind: "metadata" }, ...others.map((range) => ({ range }))], metadata: mail };
  }
  const paragraphs: ParsedParagraph[] = separateHeadLines(text, paragraphsOf(text)).map((range) => ({ range }));
  const isChronicle = paragraphs.filter(({ range }) => readDateLine(text, range)?.isBareDay === true).length > 1;
  const isAnnouncement = announcesEvent(text, paragraphs, file);
  const metadata: { -readonly [Field in keyof FoundMetadata]: FoundMetadata[Field] } = {};
  for (const [i, paragraph] of paragraphs.slice(0, headParagraphs).entries()) {
    const { range } = paragraph;
    const dateLine = readDateLine(text, range);
    if (dateLine !== undefined) {
      if ((dateLine.isBareDay && isChronicle) || isAnnouncement) continue;
      paragraphs[i] = dateLineParagraph(text, paragraph, dateLine);
      const { published, authors } = dateLine;
      const isMoreExact = (published?.length ?? 0) > (metadata.published?.length ?? 0);
      if (published !== undefined && isMoreExact && isPublicationDate(published)) metadata.published = published;
      if (authors !== undefined) metadata.authors ??= authors;
      continue;
    }
    const authors = i === 0 ? undefined : readByline(text.slice(range.start, range.end));
    if (authors === undefined) continue;
    paragraphs[i] = { range, kind: "metadata" };
    metadata.authors ??= authors;
  }
  return { paragraphs: withMarkedHeadings(text, withHiddenFrames(text, paragraphs)), metadata };
}

function announcesEvent(text: string, paragraphs: readonly ParsedParagraph[], file: string): boolean {
  const head = paragraphs
    .slice(0, headParagraphs)
    .map(({ range }) => text.slice(range.start, Math.min(range.end, range.start + maxHeadlineChars)));
  return isOfEvent(head.flatMap((words) => words.split(/[\n\r]+/u))) && !isMinutes(head[0] ?? "", file);
}

function dateLineParagraph(
  text: string,
  { range }: ParsedParagraph,
  { rest, isStamped }: { readonly rest: ParsedParagraph["range"]; readonly isStamped: boolean },
): ParsedParagraph {
  const words = text.slice(rest.start, rest.end);
  if (words === "") return { range, kind: "metadata" };
  if (isStamped && words.length <= maxHeadlineChars) return { range, kind: "metadata", heading: words };
  return { range: isStamped ? range : rest };
}
