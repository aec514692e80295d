import { defined } from "../../defined.ts";
import type { Paragraph, Passage, SourceDocument, TextRange } from "../../documents/document.ts";
import { hasFingerprint } from "./fingerprint.ts";
import { joined } from "./named-place.ts";

/** No passage was ever longer, in UTF-16 code units. */
const maxQuoteChars = 1_000;
/** Up to this many of today's paragraphs may once have been a single one. */
const mostUndivided = 4;

/**
 * Finds a quote by its fingerprint when no passage matches it any longer: as one paragraph or several in a row, as
 * consecutive sentences of a paragraph that has grown or is now divided differently, or as a paragraph that is no
 * longer a passage. In steps of some milliseconds at most, in time that grows with the document.
 * @param paragraphs the document's paragraphs as passages of their own, long ones in parts
 * @param near of several places with the same words, the one nearest to this paragraph
 */
export function* findMovedText(
  document: SourceDocument,
  paragraphs: readonly Passage[],
  fingerprint: string,
  near: number,
): Generator<void, Passage | undefined> {
  const { canonicalText: text } = document;
  const isQuote = ({ range }: Pick<Passage, "range">): boolean =>
    hasFingerprint(text.slice(range.start, range.end), fingerprint);
  let nearest: Passage | undefined;
  for (let from = 0; from < paragraphs.length; from++) {
    const one = runFrom(paragraphs, from, isQuote);
    if (one !== undefined && (nearest === undefined || away(one, near) < away(nearest, near))) nearest = one;
    yield;
  }
  if (nearest !== undefined) return nearest;
  const byParagraph = new Map<number, Passage[]>();
  for (const passage of paragraphs) {
    const parts = byParagraph.get(passage.paragraph);
    if (parts === undefined) byParagraph.set(passage.paragraph, [passage]);
    else parts.push(passage);
  }
  for (const paragraph of document.paragraphs) {
    const parts = byParagraph.get(paragraph.number) ?? [];
    const range = isQuote(paragraph) ? paragraph.range : yield* findRun(text, parts, fingerprint);
    if (range !== undefined) return placeIn(document, paragraph, parts, range);
    yield;
  }
  const undivided = yield* undividedBefore(document, isQuote);
  return undivided ?? (yield* dividedBefore(document, byParagraph, isQuote));
}

/**
 * A part of a paragraph that earlier versions of the program made a paragraph of its own: a single line, a text without
 * sentences cut at another length, what follows a drop cap or a box to be ticked, or a term apart from its description.
 */
function* dividedBefore(
  document: SourceDocument,
  byParagraph: ReadonlyMap<number, readonly Passage[]>,
  isQuote: (place: Pick<Passage, "range">) => boolean,
): Generator<void, Passage | undefined> {
  for (const paragraph of document.paragraphs) {
    for (const range of earlierParts(document.canonicalText, paragraph.range)) {
      yield;
      if (!isQuote({ range })) continue;
      return placeIn(document, paragraph, [...(byParagraph.get(paragraph.number) ?? [])], range);
    }
  }
  return undefined;
}

function* earlierParts(text: string, { start, end }: TextRange): Generator<TextRange> {
  const words = text.slice(start, end);
  const lines = [...words.matchAll(/[^\s][^\n\r]*/gu)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.trimEnd().length,
  }));
  for (const [i, first] of lines.entries()) {
    for (let at = i; at < lines.length; at++) {
      const { end: lastEnd } = lines[at] ?? first;
      if (lastEnd - first.start > maxQuoteChars) break;
      yield { start: first.start, end: lastEnd };
    }
  }
  // A term is now in the same paragraph as its description.
  for (const { index, 0: colon } of words.matchAll(/: /g)) {
    const [term, description] = [start + index, start + index + colon.length];
    if (term - start <= maxQuoteChars) yield { start, end: term };
    if (end - description <= maxQuoteChars) yield { start: description, end };
  }
  if (end - start <= maxQuoteChars) yield { start: start + words.length - words.slice(1).trimStart().length, end };
  else for (const { index } of words.matchAll(/(?<!\S)\S/gu)) yield fullPart(text, start + index, end);
}

/** As many words from a place on as one passage could hold. */
function fullPart(text: string, start: number, end: number): TextRange {
  if (end - start <= maxQuoteChars) return { start, end };
  const window = text.slice(start, start + maxQuoteChars + 1);
  const space = /\s+\S*$/u.exec(window);
  return { start, end: start + (space === null ? maxQuoteChars : space.index) };
}

/** Lines that used to be one paragraph, such as a headline with its date, and are now several that are not passages. */
function* undividedBefore(
  document: SourceDocument,
  isQuote: (place: Pick<Passage, "range">) => boolean,
): Generator<void, Passage | undefined> {
  const { paragraphs } = document;
  for (const [i, first] of paragraphs.entries()) {
    for (const last of paragraphs.slice(i + 1, i + mostUndivided)) {
      const range = { start: first.range.start, end: last.range.end };
      if (range.end - range.start > maxQuoteChars) break;
      if (isQuote({ range })) return placeIn(document, first, [], range);
    }
    yield;
  }
  return undefined;
}

function away({ paragraph }: Passage, near: number): number {
  return Math.abs(paragraph - near);
}

/** A paragraph by itself or together with following ones, up to the length of a passage, where that is the quote. */
function runFrom(
  paragraphs: readonly Passage[],
  from: number,
  isQuote: (place: Pick<Passage, "range">) => boolean,
): Passage | undefined {
  const start = paragraphs[from]?.range.start ?? 0;
  for (let until = from; until < paragraphs.length; until++) {
    const range = { start, end: paragraphs[until]?.range.end ?? start };
    if (range.end - start > maxQuoteChars) break;
    if (isQuote({ range })) return joined(paragraphs.slice(from, until + 1), maxQuoteChars);
  }
  return undefined;
}

function placeIn(
  document: SourceDocument,
  { number, headingPath, page, anchor }: Paragraph,
  parts: readonly Passage[],
  range: TextRange,
): Passage {
  const part = parts.find((candidate) => candidate.range.end > range.start)?.part;
  return {
    documentKey: document.metadata.key,
    paragraph: number,
    ...defined({ part }),
    kind: parts[0]?.kind ?? "text",
    range,
    bytes: bytesOf(document, range),
    sentences: sentencesIn(
      parts.flatMap(({ sentences }) => sentences),
      range,
    ),
    headingPath,
    context: parts[0]?.context ?? { headings: [], leadIns: [] },
    ...defined({ page, anchor }),
  };
}

/** Sentences that follow one another and together are the quote. */
function* findRun(
  text: string,
  parts: readonly Passage[],
  fingerprint: string,
): Generator<void, TextRange | undefined> {
  const sentences = parts.flatMap((part) => part.sentences);
  for (const [position, first] of sentences.entries()) {
    for (let at = position; at < sentences.length; at++) {
      const words = text.slice(first.start, sentences[at]?.end).trimEnd();
      if (words.length > maxQuoteChars) break;
      if (hasFingerprint(words, fingerprint)) return { start: first.start, end: first.start + words.length };
    }
    yield;
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
