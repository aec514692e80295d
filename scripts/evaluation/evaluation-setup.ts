/** What `npm run evaluate` and `npm run tune` share: a folder of documents as something that answers. */
import { readFileSync } from "node:fs";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { unknownLanguage } from "../../src/analysis/languages.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import type { Lexicon, LexiconList } from "../../src/analysis/lexicon/lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { ask } from "../../src/answering/ask.ts";
import { readWholeLexicon } from "../../src/app/imported-lexicon.ts";
import type { SourceDocument } from "../../src/documents/document.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { readCollection } from "../../src/documents/read-collection.ts";
import { type Judgment, parseJudgments } from "../../src/evaluation/judgments.ts";
import { type JudgedUnit, type Outcome, runJudgments } from "../../src/evaluation/run.ts";
import { createFlexSearchIndex } from "../../src/search/flexsearch-index.ts";
import { IndexData } from "../../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../src/search/index/index-writer.ts";
import type { TextStore } from "../../src/search/index/texts/text-store.ts";
import type { PassageIndex } from "../../src/search/passage-index.ts";
import { rankingSettings } from "../../src/search/settings/ranking-settings.ts";
import type { RankingSettings } from "../../src/search/settings/weights.ts";

export interface Collection {
  readonly lexicon: Lexicon;
  readonly documents: readonly DocumentInput[];
}

/**
 * @param imported what `fundstelle lexicon import` wrote, to be used beside the lexicon
 * @param sectionChars paragraphs of one section are one passage up to so many characters
 */
export async function readForEvaluation(
  folder: string,
  without: readonly LexiconList[] = [],
  imported?: string,
  sectionChars = 0,
): Promise<Collection> {
  const lexicon = createLexicon(imported === undefined ? readLexicon() : readWholeLexicon(imported), without);
  const { documents } = await readCollection(folder, {
    detectLanguage: (text) => detectLanguage(text, lexicon) ?? unknownLanguage.code,
  });
  return {
    lexicon,
    documents: documents.map((document) => ({ document, passages: passagesOf(document, sectionChars) })),
  };
}

export function readJudgments(file: string): Judgment[] {
  return parseJudgments(readFileSync(file, "utf8"), file);
}

/** A collection with an index over it, whose documents are read from memory. */
export interface OpenCollection extends Collection {
  readonly index: PassageIndex;
  /** The same index, ranking with other settings. */
  withSettings(settings: RankingSettings): PassageIndex;
}

export function openCollection(collection: Collection): OpenCollection {
  const { lexicon, documents } = collection;
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  for (const input of documents) writer.addDocument(input);
  writer.finish();
  const slices = new Map(documents.map(({ document }) => [document.file, bytesReader(document)]));
  const texts: TextStore = {
    async read({ file }, ranges) {
      const slice = slices.get(file);
      return ranges.map(({ start, end }) => slice?.(start, end) ?? "");
    },
  };
  const withSettings = (settings: RankingSettings): PassageIndex =>
    createFlexSearchIndex(data, lexicon, texts, settings);
  return { ...collection, index: withSettings(rankingSettings), withSettings };
}

/** Reads byte ranges of the file from the text that was read of it. */
function bytesReader(document: SourceDocument): (start: number, end: number) => string {
  const { canonicalText: text, isPlainText, encoding } = document;
  const before = isPlainText ? (document.byteOrderMarkBytes ?? 0) : 0;
  if (isPlainText && encoding !== "utf-8") {
    const bytesPerChar = encoding === "utf-16le" ? 2 : 1;
    return (start, end) => text.slice((start - before) / bytesPerChar, (end - before) / bytesPerChar);
  }
  const bytes = Buffer.from(text);
  return (start, end) => bytes.subarray(start - before, end - before).toString("utf8");
}

/** Asks each question of an index over the documents. */
export async function evaluateOn(
  collection: Collection,
  judgments: readonly Judgment[],
  unit: JudgedUnit,
): Promise<Outcome[]> {
  const { index, lexicon, documents } = openCollection(collection);
  const byFile = new Map(documents.map((input) => [input.document.file, input]));
  const byKey = new Map(documents.map((input) => [input.document.metadata.key, input]));
  const paragraphText = (file: string, number: number): string => {
    const document = byFile.get(file)?.document;
    return textOf(document, document?.paragraphs.find((paragraph) => paragraph.number === number)?.range);
  };
  const textOfCitation = (citation: string): { file: string; text: string } | undefined => {
    const input = byKey.get(citation.slice(0, citation.lastIndexOf(":")));
    const number = Number.parseInt(citation.slice(citation.lastIndexOf(":") + 1), 10);
    return input === undefined
      ? undefined
      : { file: input.document.file, text: paragraphText(input.document.file, number) };
  };
  return runJudgments(
    judgments,
    (question) => ask(index, question, lexicon, { limit: 12 }),
    unit,
    paragraphText,
    textOfCitation,
  );
}

function textOf(document: SourceDocument | undefined, range: { start: number; end: number } | undefined): string {
  return document === undefined || range === undefined ? "" : document.canonicalText.slice(range.start, range.end);
}

/** The documents without one article, for each article, with the questions that it answered and now nothing does. */
export async function evaluateWithoutArticle(
  collection: Collection,
  judgments: readonly Judgment[],
  unit: JudgedUnit,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { document } of collection.documents) {
    const asked = judgments.filter(({ gold }) => gold.some(({ doc }) => doc === document.file));
    if (asked.length === 0) continue;
    const documents = collection.documents.filter((input) => input.document.file !== document.file);
    outcomes.push(
      ...(await evaluateOn({ ...collection, documents }, asked.map(asUnanswerable("article removed")), unit)),
    );
  }
  return outcomes;
}

/** The documents without one paragraph, for each paragraph that answers a question. */
export async function evaluateWithoutParagraph(
  collection: Collection,
  judgments: readonly Judgment[],
  unit: JudgedUnit,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const places = new Map<string, Judgment[]>();
  for (const judgment of judgments) {
    for (const { doc, contains } of judgment.gold.slice(0, 1)) {
      const document = collection.documents.find((input) => input.document.file === doc)?.document;
      const paragraph = document?.paragraphs.find(({ range }) => textOf(document, range).includes(contains));
      if (paragraph === undefined) continue;
      const place = `${doc}\t${paragraph.number}`;
      places.set(place, [...(places.get(place) ?? []), judgment]);
    }
  }
  for (const [place, asked] of places) {
    const [file, number] = place.split("\t");
    const documents = collection.documents.map((input) =>
      input.document.file === file
        ? { ...input, passages: input.passages.filter((passage) => passage.paragraph !== Number(number)) }
        : input,
    );
    outcomes.push(
      ...(await evaluateOn({ ...collection, documents }, asked.map(asUnanswerable("paragraph removed")), unit)),
    );
  }
  return outcomes;
}

export function asUnanswerable(difficulty: string): (judgment: Judgment) => Judgment {
  return (judgment) => ({ ...judgment, answerable: false, gold: [], difficulty, note: difficulty });
}
