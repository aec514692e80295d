import type { Paragraph, Passage, PassageContext, SourceDocument, TextPlace, TextRange } from "../document.ts";
import { createByteOffsets } from "./byte-offsets.ts";
import { divide, maxPassageChars } from "./long-paragraphs.ts";
import { trimmedRange } from "./paragraphs.ts";
import { contextsOf, type ParagraphContext } from "./passage-context.ts";
import { isPassageKind } from "./passage-kind.ts";
import { linesAsSentences, sentencesOf } from "./sentences.ts";

/**
 * The parts of a document that can be found and cited, in order: every paragraph of text, every caption and
 * table, in parts of at most 1,000 characters. Takes time in proportion to the document's length.
 */
export function passagesOf(document: SourceDocument): Passage[] {
  const { canonicalText: text, metadata, paragraphs } = document;
  const bytesOf = createByteOffsets(document).bytesOf;
  const contexts = contextsOf(text, paragraphs, metadata.language);
  const places = placesOf(bytesOf);
  const title = paragraphs.find(({ kind }) => kind === "title")?.range;
  const passages: Passage[] = [];
  for (const paragraph of paragraphs) {
    const { kind } = paragraph;
    if (!isPassageKind(kind)) continue;
    const parts = partsOf(text, paragraph, metadata.language);
    const around = { title, tableHead: paragraph.tableHead, ...contexts.get(paragraph.number) };
    for (const [i, sentences] of parts.entries()) {
      const range = rangeOf(text, sentences);
      passages.push({
        documentKey: metadata.key,
        paragraph: paragraph.number,
        ...(parts.length > 1 ? { part: partName(i) } : {}),
        kind,
        range,
        bytes: bytesOf(range),
        sentences: withinRange(sentences, range),
        headingPath: paragraph.headingPath,
        context: contextOf(around, range, places),
        ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
        ...(paragraph.anchor === undefined ? {} : { anchor: paragraph.anchor }),
      });
    }
  }
  return passages;
}

interface LinesAround extends Partial<ParagraphContext> {
  readonly title: TextRange | undefined;
  readonly tableHead: TextRange | undefined;
}

/** What stands around a passage; nothing that it holds itself. */
function contextOf(
  { title, headings = [], leadIns = [], tableHead, question }: LinesAround,
  own: TextRange,
  placeOf: (range: TextRange) => TextPlace,
): PassageContext {
  const isOutside = (range: TextRange): boolean => range.end <= own.start || range.start >= own.end;
  const isShown = (range: TextRange | undefined): range is TextRange => range !== undefined && isOutside(range);
  return {
    ...(title === undefined ? {} : { title: placeOf(title) }),
    headings: headings.map(placeOf),
    leadIns: leadIns.filter(isOutside).map(placeOf),
    ...(isShown(tableHead) ? { tableHead: placeOf(tableHead) } : {}),
    ...(isShown(question) ? { question: placeOf(question) } : {}),
  };
}

/** The same line is asked for by all passages that it stands around. */
function placesOf(bytesOf: (range: TextRange) => TextPlace["bytes"]): (range: TextRange) => TextPlace {
  const known = new Map<TextRange, TextPlace>();
  return (range) => {
    const place = known.get(range) ?? { range, bytes: bytesOf(range) };
    known.set(range, place);
    return place;
  };
}

/** `a` to `z`, then `aa`, `ab`, …; counted from 0. */
export function partName(position: number): string {
  const letter = String.fromCharCode(97 + (position % 26));
  return position < 26 ? letter : partName(Math.floor(position / 26) - 1) + letter;
}

function partsOf(
  text: string,
  { range, kind }: Paragraph,
  language: SourceDocument["metadata"]["language"],
): TextRange[][] {
  const words = text.slice(range.start, range.end);
  const sentences = kind === "table" ? linesAsSentences(words, range.start) : sentencesOf(words, language, range.start);
  return words.length <= maxPassageChars ? [sentences] : divide(text, sentences);
}

function rangeOf(text: string, sentences: readonly TextRange[]): TextRange {
  const start = sentences[0]?.start ?? 0;
  return trimmedRange(text, { start, end: sentences.at(-1)?.end ?? start });
}

/** A part ends where its words end: the space before the next part belongs to neither. */
function withinRange(sentences: readonly TextRange[], { start, end }: TextRange): TextRange[] {
  return sentences
    .map((sentence) => ({ start: Math.max(sentence.start, start), end: Math.min(sentence.end, end) }))
    .filter((sentence) => sentence.start < sentence.end);
}
