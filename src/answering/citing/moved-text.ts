import type { Passage, SourceDocument, TextRange } from "../../documents/document.ts";
import { hasFingerprint } from "./citation.ts";

/** No passage was ever longer, in UTF-16 code units. */
const maxQuoteChars = 1_000;

/**
 * Finds a quote by its fingerprint where no passage is that quote any more: as some of the sentences of a paragraph
 * that has grown or is divided elsewhere now, or as a paragraph that is no passage any more.
 * @param passages of the document, with their sentences
 */
export function findMovedText(
  document: SourceDocument,
  passages: readonly Passage[],
  fingerprint: string,
): Passage | undefined {
  const { canonicalText: text } = document;
  const byParagraph = new Map<number, Passage[]>();
  for (const passage of passages) {
    byParagraph.set(passage.paragraph, [...(byParagraph.get(passage.paragraph) ?? []), passage]);
  }
  for (const paragraph of document.paragraphs) {
    const parts = byParagraph.get(paragraph.number) ?? [];
    const sentences = parts.flatMap((part) => part.sentences);
    const range = hasFingerprint(text.slice(paragraph.range.start, paragraph.range.end), fingerprint)
      ? paragraph.range
      : findRun(text, sentences, fingerprint);
    if (range === undefined) continue;
    const part = parts.find((candidate) => candidate.range.end > range.start)?.part;
    return {
      documentKey: document.metadata.key,
      paragraph: paragraph.number,
      ...(part === undefined ? {} : { part }),
      kind: parts[0]?.kind ?? "text",
      range,
      bytes: bytesOf(document, range),
      sentences: sentencesIn(sentences, range),
      headingPath: paragraph.headingPath,
      context: parts[0]?.context ?? { headings: [], leadIns: [] },
      ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
      ...(paragraph.anchor === undefined ? {} : { anchor: paragraph.anchor }),
    };
  }
  return undefined;
}

/** Sentences that follow one another and together are the quote. */
function findRun(text: string, sentences: readonly TextRange[], fingerprint: string): TextRange | undefined {
  for (const [position, first] of sentences.entries()) {
    for (const last of sentences.slice(position)) {
      const words = text.slice(first.start, last.end).trimEnd();
      if (words.length > maxQuoteChars) break;
      if (hasFingerprint(words, fingerprint)) return { start: first.start, end: first.start + words.length };
    }
  }
  return undefined;
}

function sentencesIn(sentences: readonly TextRange[], range: TextRange): TextRange[] {
  const inside = sentences
    .filter(({ start, end }) => start < range.end && end > range.start)
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }));
  return inside.length === 0 ? [range] : inside;
}

function bytesOf(document: SourceDocument, { start, end }: TextRange): Passage["bytes"] {
  const { isPlainText, encoding, canonicalText: text } = document;
  const lengthOf = (words: string): number => {
    if (!isPlainText || encoding === "utf-8") return Buffer.byteLength(words, "utf8");
    return encoding === "utf-16le" ? words.length * 2 : words.length;
  };
  const first = (isPlainText ? (document.byteOrderMarkBytes ?? 0) : 0) + lengthOf(text.slice(0, start));
  return { start: first, end: first + lengthOf(text.slice(start, end)) };
}
