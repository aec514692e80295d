import { languages, unknownLanguage } from "../analysis/languages.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import { viewersOf } from "../documents/audience.ts";
import type { LanguageCode, TextRange } from "../documents/document.ts";
import type { NearPassage } from "../meaning/meaning-index.ts";
import { documentTest, isVisible } from "./document-filter.ts";
import { AlikeWords } from "./index/audiences/alike-words.ts";
import { mayKnow, VisibleIndex } from "./index/audiences/visible-index.ts";
import { linesAround } from "./index/context/context-index.ts";
import { fetchPassages } from "./index/fetch-passages.ts";
import type { IndexData } from "./index/index-data.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { TextStore } from "./index/texts/text-store.ts";
import { IndexMovedOnError } from "./moved-on.ts";
import type { Candidate, DocumentFilter, PassageIndex, PlacedPassage } from "./passage-index.ts";
import { buildQuery, type QueryContext } from "./query/build-query.ts";
import type { Query } from "./query/concept.ts";
import { SpellingIndex } from "./query/spelling.ts";
import { Accumulators } from "./ranking/accumulators.ts";
import { ContextWeights, contextFiguresOf } from "./ranking/context-weights.ts";
import { dateEvidence, type PublicationDates } from "./ranking/evidence/date-evidence.ts";
import { type CollectionFigures, EvidenceReader } from "./ranking/evidence/evidence.ts";
import { EvidenceScratch } from "./ranking/evidence/evidence-scratch.ts";
import { meaningOf } from "./ranking/meaning.ts";
import { firstStage } from "./ranking/retrieve.ts";
import { rankingSettings } from "./settings/ranking-settings.ts";
import type { RankingSettings } from "./settings/weights.ts";

/** The passage index that is built on FlexSearch. */
export interface FlexSearchIndex extends PassageIndex {
  prepare(question: string, language: LanguageCode, filter?: DocumentFilter): Query;
  readonly settings: RankingSettings;
  /** Prepares what the first question would otherwise have to wait for, in steps of a few milliseconds. */
  warmUp(): Generator<void>;
  /** Prepares what only some questions need, in steps of roughly ten milliseconds. */
  warmUpRest(): Generator<void>;
}

/** @param settings of ranking; those of the program where absent */
export function createFlexSearchIndex(
  data: IndexData,
  lexicon: Lexicon,
  texts: TextStore,
  settings: RankingSettings = rankingSettings,
): FlexSearchIndex {
  const accumulators = new Accumulators();
  const scratch = new EvidenceScratch();
  const spellings = new SpellingIndex(data.vocabulary);
  const alike = new AlikeWords(data);
  const visibleTo = (filter: DocumentFilter | undefined): VisibleIndex => new VisibleIndex(data, filter?.audience);
  const context = (filter: DocumentFilter | undefined): QueryContext => {
    const visible = visibleTo(filter);
    return {
      lexicon,
      settings,
      hasEditions: [...data.stating].some(({ metadata }) => mayKnow(filter?.audience, viewersOf(metadata))),
      languages: visible.languages(),
      isIndexed: (term) => visible.isIndexed(term),
      respell: (word, language, withErrors) =>
        spellings.candidates(word, language, withErrors, visible).map((candidate) => ({
          word: data.vocabulary.word(candidate.word),
          term: data.vocabulary.plainTerm(candidate.word),
          likeness: candidate.likeness,
        })),
    };
  };
  return {
    settings,
    *warmUp() {
      for (const { code, wordLists } of languages) {
        if (wordLists === undefined) continue;
        // The first look-up reads all of a language's frequencies.
        lexicon.zipf(code, "");
        yield;
      }
      yield* spellings.readInSteps();
      yield* alike.prepare();
    },
    *warmUpRest() {
      for (const { code, wordLists } of languages) {
        if (wordLists === undefined) continue;
        // Each is built on first use.
        lexicon.zipfOfStem(code, "");
        yield;
        lexicon.isHeadwordStart(code, "");
        yield;
        lexicon.nearestWord(code, "wort");
        yield;
      }
    },
    prepare: (question, language, filter) => buildQuery(question, language, context(filter)),
    async retrieve(query, options) {
      const { ids, informativeness, passageCounts, total } = firstStage(data, query, accumulators, settings, options);
      const visible = visibleTo(options.filter);
      const reader = new EvidenceReader(
        query,
        informativeness,
        visible.words(),
        figuresOf(visible),
        settings,
        scratch,
        new ContextWeights(contextFiguresOf(data, visible), settings),
      );
      const withDates = dateEvidence(query, datesOf(data, visible, options.filter));
      const meanings = meaningOf(options.nearest ?? [], nearPassageIds(data, options.filter));
      const candidates = [...new Set([...ids, ...meanings.keys()])].map((id): Candidate => {
        const passage = data.forward.passage(id);
        const document = data.table.documentOf(id);
        const evidence = withDates(document, reader.read(passage, linesAround(data, id)));
        return {
          id,
          document,
          range: rangeOf(data, id),
          evidence,
          traits: data.table.traitsOf(id),
          words: alike.words(passage.words, document, visible),
          meaning: meanings.get(id) ?? 0,
        };
      });
      return { candidates, informativeness, passageCounts, total };
    },
    fetch: (ids) => fetchPassages(data, texts, ids),
    statistics: () => ({
      passages: data.sums.passages,
      documents: data.documents.filter((document) => document !== undefined).length,
      words: data.vocabulary.liveCount,
      terms: data.stems.termCount,
      averageLength: data.sums.passages === 0 ? 0 : data.sums.words / data.sums.passages,
    }),
    document: (number) => {
      const document = data.documents[number];
      if (document === undefined) throw new IndexMovedOnError();
      return document;
    },
    documents: (filter) =>
      data.documents
        .filter((document) => document !== undefined)
        .filter((document) => isVisible(document, filter))
        .sort(byFile),
    editions: (filter) => [...data.stating].filter((document) => isVisible(document, filter)).sort(byFile),
    isFigure: (word) => /\p{N}/u.test(data.vocabulary.word(word)),
    mainLanguage: (filter) => visibleTo(filter).mainLanguage() ?? unknownLanguage.code,
    passagesOf: (documentKey) => passageIds(data, documentKey),
    passagesBetween: (documentKey, first, last) => passagesBetween(data, documentKey, first, last),
    passageNames: (documentKey) => passageIds(data, documentKey).map((id) => data.table.passage(id, documentKey)),
  };
}

function rangeOf({ table }: IndexData, id: number): TextRange {
  return { start: table.columns.start.at(id), end: table.columns.end.at(id) };
}

function datesOf(data: IndexData, { sums }: VisibleIndex, filter: DocumentFilter | undefined): PublicationDates {
  const publishedOf = (number: number) => data.documents[number]?.metadata.published;
  const isVisible = (number: number) => mayKnow(filter?.audience, viewersOf(data.documents[number]?.metadata ?? {}));
  return {
    passages: sums.passages,
    publishedOf,
    all: () =>
      data.passageRanges.flatMap(({ start, end }, number) =>
        isVisible(number) ? [{ published: publishedOf(number), passages: end - start }] : [],
      ),
  };
}

/** Finds the ids of passages that a model knows by their documents' keys. */
function nearPassageIds(data: IndexData, filter: DocumentFilter | undefined) {
  const isAllowed = documentTest(data.documents, filter);
  return ({ documentKey, position }: NearPassage): number | undefined => {
    const number = data.numberOf(documentKey);
    const range = number === undefined ? undefined : data.passageRanges[number];
    if (number === undefined || range === undefined || !isAllowed(number)) return undefined;
    // A document that has just changed may have fewer passages than vectors.
    const id = range.start + position;
    return id < range.end ? id : undefined;
  };
}

function byFile(a: IndexedDocument, b: IndexedDocument): number {
  return a.file < b.file ? -1 : 1;
}

/** A document's passages come by rising paragraphs, so that they need not all be looked at. */
function passagesBetween(data: IndexData, documentKey: string, first: number, last: number): PlacedPassage[] {
  const number = data.numberOf(documentKey);
  const range = number === undefined ? undefined : data.passageRanges[number];
  if (range === undefined) return [];
  const { paragraph: paragraphs, lastParagraph } = data.table.columns;
  let [low, high] = [range.start, range.end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (paragraphs.at(middle) < first) low = middle + 1;
    else high = middle;
  }
  // Those before begin earlier, and may go on until there.
  while (low > range.start && lastParagraph.at(low - 1) >= first) low--;
  const found: PlacedPassage[] = [];
  for (let id = low; id < range.end && paragraphs.at(id) <= last; id++) {
    found.push({ name: data.table.passage(id, documentKey), position: id - range.start });
  }
  return found;
}

function passageIds(data: IndexData, documentKey: string): number[] {
  const number = data.numberOf(documentKey);
  const range = number === undefined ? undefined : data.passageRanges[number];
  return range === undefined ? [] : Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
}

function figuresOf({ sums }: VisibleIndex): CollectionFigures {
  return {
    passages: sums.passages,
    averageLength: ratio(sums.words, sums.passages),
    averageSentenceLength: ratio(sums.words, sums.sentences),
    averageGrams: ratio(sums.grams, sums.passages),
    averageSentenceGrams: ratio(sums.grams, sums.sentences),
  };
}

function ratio(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count;
}
