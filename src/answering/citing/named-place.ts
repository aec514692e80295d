import type { Passage, TextRange } from "../../documents/document.ts";
import type { CitationReference } from "./citation.ts";

/** Longer ranges are read page by page instead of being quoted. In UTF-16 code units. */
const maxQuoteChars = 3_000;

/**
 * The place that a citation names among a document's paragraphs, even if no passage begins or ends there.
 * @param paragraphs passages of one paragraph each, or a part of it
 */
export function namedPlace(
  paragraphs: readonly Passage[],
  { paragraph, lastParagraph = paragraph, part = "a" }: Pick<CitationReference, "paragraph" | "lastParagraph" | "part">,
): Passage | undefined {
  if (lastParagraph === paragraph) {
    return paragraphs.find((one) => one.paragraph === paragraph && (one.part ?? "a") === part);
  }
  const from = paragraphs.findIndex((one) => one.paragraph === paragraph);
  const until = paragraphs.findLastIndex((one) => one.paragraph === lastParagraph);
  if (from < 0 || until <= from) return undefined;
  const several = paragraphs.slice(from, until + 1);
  const isWhole = several.every((one, i) => i === 0 || one.paragraph - (several[i - 1]?.paragraph ?? 0) <= 1);
  return isWhole ? joined(several, maxQuoteChars) : undefined;
}

/** Consecutive paragraphs as one passage; undefined where they are too long together. */
export function joined(paragraphs: readonly Passage[], maxChars: number): Passage | undefined {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined || last.range.end - first.range.start > maxChars) return undefined;
  if (first === last) return first;
  const { part: _part, ...place } = first;
  return {
    ...place,
    lastParagraph: last.paragraph,
    kind: paragraphs.find(({ kind }) => kind === "table" || kind === "code")?.kind ?? first.kind,
    range: { start: first.range.start, end: last.range.end },
    bytes: { start: first.bytes.start, end: last.bytes.end },
    sentences: withoutGaps(paragraphs.flatMap(({ sentences }) => sentences)),
  };
}

function withoutGaps(sentences: readonly TextRange[]): TextRange[] {
  return sentences.map(({ start, end }, i) => ({ start, end: sentences[i + 1]?.start ?? end }));
}
