import { decodeText } from "../../decode.ts";
import { readByline, readDateLine } from "../../metadata/date-lines.ts";
import { isPublicationDate } from "../../metadata/publication-date.ts";
import { paragraphsOf } from "../../passages/paragraphs.ts";
import type { DocumentParser, FoundMetadata, ParsedDocument, ParsedParagraph } from "../parser.ts";

/** Date lines and bylines stand among the first paragraphs or not at all. */
const headParagraphs = 10;
/** Kicker and headline on one line with the date. */
const maxHeadlineChars = 250;

/** Any text file. */
export const plainTextParser: DocumentParser = {
  name: "plain-text",
  version: 1,
  extensions: [".txt"],
  parse: parsePlainText,
};

function parsePlainText(bytes: Uint8Array, file: string): ParsedDocument {
  const { text, encoding, byteOrderMarkBytes } = decodeText(bytes, file);
  return { canonicalText: text, encoding, byteOrderMarkBytes, isPlainText: true, ...readPlainText(text) };
}

/** The paragraphs of a text without markup, and what its first lines say about it; for every format that yields one. */
export function readPlainText(text: string): Pick<ParsedDocument, "paragraphs" | "metadata"> {
  const paragraphs: ParsedParagraph[] = paragraphsOf(text).map((range) => ({ range }));
  const metadata: { -readonly [Field in keyof FoundMetadata]: FoundMetadata[Field] } = {};
  for (const [i, paragraph] of paragraphs.slice(0, headParagraphs).entries()) {
    const { range } = paragraph;
    const dateLine = readDateLine(text, range);
    if (dateLine !== undefined) {
      paragraphs[i] = dateLineParagraph(text, paragraph, dateLine);
      const { published } = dateLine;
      const isMoreExact = (published?.length ?? 0) > (metadata.published?.length ?? 0);
      if (published !== undefined && isMoreExact && isPublicationDate(published)) metadata.published = published;
      continue;
    }
    const author = i === 0 ? undefined : readByline(text.slice(range.start, range.end));
    if (author === undefined) continue;
    paragraphs[i] = { range, kind: "metadata" };
    metadata.author ??= author;
  }
  return { paragraphs, metadata };
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
