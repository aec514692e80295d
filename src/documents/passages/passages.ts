import { defined } from "../../defined.ts";
import { provisionName } from "../boilerplate/provisions.ts";
import type {
  LanguageCode,
  Paragraph,
  Passage,
  PassageContext,
  PassageKind,
  SourceDocument,
  TextPlace,
  TextRange,
} from "../document.ts";
import { type Below, isAnnouncement, withoutAnnouncement } from "./announcements.ts";
import { createByteOffsets } from "./byte-offsets.ts";
import { saysSomething, type Unit, unitsOf } from "./joining.ts";
import { endsAsLeadIn } from "./lead-ins.ts";
import { divide, maxPassageChars } from "./long-paragraphs.ts";
import { trimmedRange } from "./paragraphs.ts";
import { partName } from "./part-names.ts";
import { contextsOf, leantOnBy, type ParagraphContext } from "./passage-context.ts";
import { isPassageKind } from "./passage-kind.ts";
import { blocksOfCode, linesAsSentences, sentencesOf } from "./sentences.ts";
import { linesAround, shownCode } from "./shown-code.ts";

/**
 * The parts of a document that can be found and cited, in order: paragraphs of text, captions, tables and code, short
 * ones together with their neighbours and long ones in parts, of at most 1,000 characters each. Takes time in proportion
 * to the document's length.
 * @param sectionChars for measuring: paragraphs of one section stay together up to so many characters
 */
export function passagesOf(document: SourceDocument, sectionChars = 0): Passage[] {
  const text = document.canonicalText;
  const citable = document.paragraphs.flatMap((paragraph) => {
    if (!isPassageKind(paragraph.kind)) return [];
    const range = paragraph.kind === "code" ? shownCode(text, paragraph.range) : paragraph.range;
    return range === undefined ? [] : [{ ...paragraph, range }];
  });
  const contexts = contextsOf(text, document.paragraphs, document.metadata.language);
  const isIntroduced = ([{ number, headingPath }]: Unit): boolean => {
    const { leadIns = [], question } = contexts.get(number) ?? {};
    return leadIns.length > 0 || question !== undefined || headingPath.at(-1)?.endsWith("?") === true;
  };
  const opensNext = (unit: Unit): boolean => {
    const last = unit.at(-1) ?? unit[0];
    const { leadIns = [], question } = contexts.get(last.number + 1) ?? {};
    // A paragraph that leans on another has its last sentence in small print, which opens nothing.
    const lines = isLeantOn(text, last, document.paragraphs[last.number]) ? [] : leadIns;
    return [...lines, ...(question === undefined ? [] : [question])].some(
      (line) => line.start >= last.range.start && line.end <= last.range.end,
    );
  };
  const { language } = document.metadata;
  const belowOf = (unit: Unit): Below => {
    const last = unit.at(-1) ?? unit[0];
    const next = document.paragraphs[last.number];
    return {
      opensNext: opensNext(unit),
      isList: next?.kind === "text",
      isSection: next?.kind === "heading" && next.headings.length === last.headings.length,
    };
  };
  const units = unitsOf(text, citable, sectionChars).flatMap((unit) => {
    const below = belowOf(unit);
    if (isAnnouncement(text, unit, language, below)) return [];
    const opens = below.opensNext;
    const shorter = withoutAnnouncement(text, unit, language, opens);
    if (shorter !== unit && isAnnouncement(text, shorter, language, belowOf(shorter))) return [];
    const isShown = saysSomething(text, shorter, isIntroduced(shorter), opensNext(shorter));
    return isShown && !isTitleAgain(document, shorter) ? [shorter] : [];
  });
  return cut(document, units, contexts).filter((passage) => !isHeadAlone(document, passage));
}

/** Whether a part of a table is no more than its head, which is shown above the other parts. */
function isHeadAlone({ canonicalText, paragraphs }: SourceDocument, { paragraph, part, range }: Passage): boolean {
  const head = paragraphs[paragraph - 1]?.tableHead;
  return (
    part !== undefined &&
    head !== undefined &&
    range.start >= head.start &&
    /^[\s|:+=-]*$/u.test(canonicalText.slice(Math.max(range.start, head.end), range.end))
  );
}

/** Whether a paragraph, where it is shown above the next one, is so because that speaks of it: "Then, …". */
function isLeantOn(text: string, last: Paragraph, next: Paragraph | undefined): boolean {
  return next?.kind === "text" && (next.depth ?? 0) <= (last.depth ?? 0) && !endsAsLeadIn(slice(text, last));
}

/** Whether a unit only repeats what the document is called. */
function isTitleAgain({ canonicalText, metadata }: SourceDocument, [only, ...others]: Unit): boolean {
  return others.length === 0 && slice(canonicalText, only) === metadata.title;
}

/** The same with every paragraph by itself, as citations of one paragraph name them. */
export function paragraphPassagesOf(document: SourceDocument): Passage[] {
  return cut(
    document,
    document.paragraphs.filter(({ kind }) => isPassageKind(kind)).map((paragraph): Unit => [paragraph]),
    contextsOf(document.canonicalText, document.paragraphs, document.metadata.language),
  );
}

function cut(
  document: SourceDocument,
  units: readonly Unit[],
  contexts: ReadonlyMap<number, ParagraphContext>,
): Passage[] {
  const { canonicalText: text, metadata, paragraphs } = document;
  const { bytesOf } = createByteOffsets(document);
  const places = placesOf(bytesOf);
  const title = paragraphs.find(({ kind }) => kind === "title")?.range;
  return units.flatMap((unit) => {
    const [first] = unit;
    const last = unit.at(-1) ?? first;
    const { number, headingPath, anchor } = first;
    const parts = partsOf(text, unit, metadata.language);
    const { leadIns = [], ...others } = contexts.get(number) ?? {};
    const partLeadIns = leadInsOfParts(text, unit, parts);
    const around = { title, tableHead: first.tableHead, ...others };
    return parts.map((sentences, i): Passage => {
      const range = rangeOf(text, sentences);
      return {
        documentKey: metadata.key,
        paragraph: number,
        ...(last === first ? {} : { lastParagraph: last.number }),
        ...(parts.length > 1 ? { part: partName(i + 1) } : {}),
        kind: kindOf(unit),
        range,
        bytes: bytesOf(range),
        sentences: withinRange(sentences, range),
        headingPath: [...headingPath, ...provisionsOf(text, unit, parts, i)],
        context: contextOf({ ...around, leadIns: [...leadIns, ...(partLeadIns[i] ?? [])] }, range, places),
        ...pagesOf(unit, range),
        ...(unit.some(({ isRecognised }) => isRecognised === true) ? { isRecognised: true } : {}),
        ...defined({ anchor }),
      };
    });
  });
}

/** What each part of a unit needs beside what stands above the unit: the lines of code or the sentence before it. */
function leadInsOfParts(text: string, unit: Unit, parts: readonly (readonly TextRange[])[]): TextRange[][] {
  const starts = parts.map((sentences) => rangeOf(text, sentences).start);
  const around = new Map<number, TextRange[]>();
  for (const { kind, range } of parts.length > 1 ? unit : []) {
    if (kind !== "code") continue;
    const inside = starts.filter((start) => start > range.start && start < range.end);
    for (const [i, lines] of linesAround(text, range, inside).entries()) around.set(inside[i] ?? range.start, lines);
  }
  return parts.map((sentences, i) => {
    const [before, start = 0] = [parts[i - 1], starts[i]];
    if (before === undefined) return [];
    const lines = around.get(start);
    if (lines !== undefined) return lines;
    const own = unit.findLast(({ range }) => range.start <= start) ?? unit[0];
    return own.kind === "text" ? [leantOnBy(text, sentences, before)].filter((line) => line !== undefined) : [];
  });
}

/** What a part of a unit of a statute is cited as, below the heading of its section. */
function provisionsOf(text: string, unit: Unit, parts: readonly (readonly TextRange[])[], part: number): string[] {
  const [first] = unit;
  const last = unit.at(-1) ?? first;
  const { provision = [] } = first;
  if (provision.length < 2) return [];
  const name = provisionName(provision, last.lastProvision ?? last.provision ?? provision);
  // In a list each line would count as a sentence.
  const isProse =
    last === first &&
    first.kind === "text" &&
    !/[\n\r][ \t]*(?:\(?[\p{L}\d]{1,3}[.)]|[-*•–])\s/u.test(slice(text, first));
  if (!isProse || parts.length < 2) return [name];
  const before = parts.slice(0, part).reduce((sum, sentences) => sum + sentences.length, 0);
  const count = parts[part]?.length ?? 1;
  return [`${name} Satz ${before + 1}${count > 1 ? `–${before + count}` : ""}`];
}

function slice(text: string, { range }: Paragraph): string {
  return text.slice(range.start, range.end);
}

/** If any part must be shown line by line, the whole passage is. */
function kindOf(unit: Unit): PassageKind {
  const kinds = unit.map(({ kind }) => kind);
  return kinds.find((kind) => kind === "table" || kind === "code") ?? kinds.find(isPassageKind) ?? "text";
}

interface LinesAround extends Partial<ParagraphContext> {
  readonly title: TextRange | undefined;
  readonly tableHead: TextRange | undefined;
}

/** The pages on which a part of a unit begins and ends. */
function pagesOf(unit: Unit, { start, end }: TextRange): { page?: number; lastPage?: number } {
  const [page, lastPage] = [pageAt(unit, start), pageAt(unit, end - 1)];
  if (page === undefined) return {};
  return lastPage === undefined || lastPage === page ? { page } : { page, lastPage };
}

function pageAt(unit: Unit, place: number): number | undefined {
  const paragraph = unit.findLast(({ range }) => range.start <= place) ?? unit[0];
  return paragraph.pageBreaks?.findLast(({ at }) => at <= place)?.page ?? paragraph.page;
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

/** The sentences of each part: adjoining ranges that cover it. */
function partsOf(text: string, unit: Unit, language: LanguageCode): TextRange[][] {
  const sentences = unit.flatMap(({ range, kind }, i) => {
    const words = text.slice(range.start, range.end);
    const isLong = words.length > maxPassageChars;
    const own =
      kind === "table"
        ? linesAsSentences(words, range.start)
        : kind === "code" && isLong
          ? blocksOfCode(words, range.start)
          : sentencesOf(words, language, range.start);
    const next = unit[i + 1]?.range.start;
    const last = own.at(-1);
    // What stands between two paragraphs belongs to the sentence before it.
    return next === undefined || last === undefined ? own : [...own.slice(0, -1), { start: last.start, end: next }];
  });
  const [first] = unit;
  const last = unit.at(-1) ?? first;
  return last.range.end - first.range.start <= maxPassageChars ? [sentences] : divide(text, sentences);
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
