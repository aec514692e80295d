import { LRUCache } from "lru-cache";
import { unknownLanguage } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { AppError } from "../../errors.ts";
import type { NearPassage } from "../../meaning/meaning-index.ts";
import { isVisible } from "../document-filter.ts";
import type { TextStore } from "../index/texts/text-store.ts";
import { unpackTraits } from "../index/traits.ts";
import { IndexMovedOnError } from "../moved-on.ts";
import type { Candidate, DocumentFilter, IndexStatistics, PassageIndex, Retrieved } from "../passage-index.ts";
import { buildQuery } from "../query/build-query.ts";
import type { Query } from "../query/concept.ts";
import { dateEvidence } from "../ranking/evidence/date-evidence.ts";
import { EvidenceReader } from "../ranking/evidence/evidence.ts";
import { EvidenceScratch } from "../ranking/evidence/evidence-scratch.ts";
import { inCollectionOrder } from "../ranking/in-order.ts";
import { meaningOf } from "../ranking/meaning.ts";
import { smallCollection } from "../ranking/retrieve.ts";
import { rankingSettings } from "../settings/ranking-settings.ts";
import type { RankingSettings } from "../settings/weights.ts";
import type { WholeChanges } from "./audience.ts";
import { type ClusterConnection, unavailable } from "./connection.ts";
import { documentOf, passageId } from "./entries.ts";
import { type Generation, indexName } from "./names.ts";
import { readPassageIds } from "./read-passages.ts";
import { tellingTerms } from "./reading/asked-grams.ts";
import { FigureReader } from "./reading/collection-figures.ts";
import { Directory, type Followed } from "./reading/directory.ts";
import { DistinctCount } from "./reading/distinct-count.ts";
import { fetchStored } from "./reading/fetch-stored.ts";
import {
  candidateQuery,
  candidatesFound,
  conceptFigures,
  counted,
  countQuery,
  planConcepts,
} from "./reading/first-stage.ts";
import { PassageWords } from "./reading/passage-words.ts";
import { QuestionLines } from "./reading/question-lines.ts";
import { RowCheck } from "./reading/row-counts.ts";
import { type Respelling, respellingKey, TermLookups } from "./reading/term-lookups.ts";
import type { StoredPassage } from "./stored-passage.ts";
import { searchWhole } from "./whole-search.ts";
import { noCounts } from "./writing/contribution.ts";
import type { WrittenDocument } from "./writing/writer.ts";

/** The cluster's order is near the one that is counted here: so many times the candidates contain the best ones. */
const oversampling = 2;
const keptPassages = 5_000;
const longestSilenceMs = 10_000;
/** What has gone is deleted a minute later: a question that took so long may have missed it. */
const longestQuestionMs = 40_000;
/** From so many words on they are numbered anew. */
const mostWords = 1_000_000;
/** A question's words are looked up until all answers are known; each round adds what follows from the one before. */
const mostRounds = 12;

/** A passage index whose passages and frequencies are in an OpenSearch cluster; it ranks them here. */
export interface OpenSearchIndex extends PassageIndex {
  /** The build that it reads. */
  readonly generation: Generation;
  /** Which of its changes are whole. */
  readonly changes: WholeChanges;
  /**
   * Takes in what has changed there, and looks whether all is there: where it is not, no question is answered.
   * @returns `replaced` where it is to be opened anew
   * @throws AppError `search-unavailable`, `index-damaged`
   */
  follow(): Promise<Followed>;
  /** Its documents by their numbers, for whoever changes it. */
  written(): Iterable<WrittenDocument>;
  isWritten(number: number): boolean;
}

export interface OpenSearchParts {
  readonly connection: ClusterConnection;
  readonly generation: Generation;
  readonly lexicon: Lexicon;
  readonly texts: TextStore;
  /** Those of the program where absent. */
  readonly settings?: RankingSettings;
}

/** @throws AppError `search-unavailable`; `index-damaged` where not all of it is there */
export async function openOpenSearchIndex(parts: OpenSearchParts): Promise<OpenSearchIndex> {
  const directory = await Directory.open(parts.connection, parts.generation);
  const index = new ClusterIndex(parts, directory);
  await index.look();
  return index;
}

class ClusterIndex implements OpenSearchIndex {
  readonly #parts: OpenSearchParts;
  readonly #settings: RankingSettings;
  readonly #directory: Directory;
  readonly #figures: FigureReader;
  readonly #distinct: DistinctCount;
  readonly #terms: TermLookups;
  readonly #rows: RowCheck;
  readonly #passages = new LRUCache<number, StoredPassage>({ max: keptPassages });
  #followedAt = performance.now();
  #words = new PassageWords();
  #scratch = new EvidenceScratch();
  #sums: Omit<IndexStatistics, "words" | "terms"> = { passages: 0, documents: 0, averageLength: 0 };

  constructor(parts: OpenSearchParts, directory: Directory) {
    this.#parts = parts;
    this.#settings = parts.settings ?? rankingSettings;
    this.#directory = directory;
    this.#figures = new FigureReader(parts.connection, parts.generation);
    this.#distinct = new DistinctCount(this.#figures);
    this.#terms = new TermLookups(parts.connection, parts.generation);
    this.#rows = new RowCheck(parts.connection, parts.generation);
  }

  get generation(): Generation {
    return this.#parts.generation;
  }

  get changes(): WholeChanges {
    return this.#directory.changes;
  }

  written(): Iterable<WrittenDocument> {
    return this.#directory.numbered();
  }

  isWritten(number: number): boolean {
    return this.#directory.presence()(number);
  }

  async follow(): Promise<Followed> {
    const followed = await this.#takeIn();
    if (followed === "same" && this.#rows.isDue) await this.look();
    return followed;
  }

  async #takeIn(): Promise<Followed> {
    const followed = await this.#directory.follow();
    if (followed === "replaced") this.#rows.missing = "it was put back to an earlier state";
    if (followed === "changed") await this.look();
    this.#followedAt = performance.now();
    return followed;
  }

  /** Looks whether all is there that was written, and counts it. */
  async look(): Promise<void> {
    const { changes, rows } = this.#directory;
    await this.#rows.look(changes, rows);
    const { passages, documents, averageLength } = await this.#figures.of(undefined, changes);
    await this.#distinct.renew(changes);
    this.#sums = { passages, documents, averageLength };
  }

  async prepare(question: string, language: LanguageCode, filter?: DocumentFilter): Promise<Query> {
    const audience = this.#directory.narrowed(filter?.audience);
    // Whoever has not heard of changes for long may know of passages that are deleted by now.
    if (performance.now() - this.#followedAt > longestSilenceMs) await this.#followForQuestion();
    if (this.#rows.missing !== undefined) throw unavailable(this.#rows.missing);
    const { changes } = this.#directory;
    const { languages, hasEditions } = this.#directory.factsFor(audience);
    for (let round = 1; ; round++) {
      const terms = new Set<string>();
      const spellings = new Map<string, { word: string; language: string; withErrors: boolean }>();
      const query = buildQuery(question, language, {
        lexicon: this.#parts.lexicon,
        settings: this.#settings,
        hasEditions,
        languages,
        isIndexed: (term) => {
          const counts = this.#terms.known(term, audience, changes);
          if (counts === undefined) terms.add(term);
          return counts !== undefined && (counts.stems > 0 || counts.parts > 0 || counts.covered > 0);
        },
        respell: (word, code, withErrors): readonly Respelling[] => {
          const key = respellingKey(word, code, withErrors, audience, changes);
          const known = this.#terms.knownRespellings(key);
          if (known === undefined) spellings.set(key, { word, language: code, withErrors });
          return known ?? [];
        },
      });
      if ((terms.size === 0 && spellings.size === 0) || round === mostRounds) return query;
      await Promise.all([
        this.#terms.look(terms, audience, changes),
        ...[...spellings].map(([key, asked]) => this.#terms.respell(asked, key, audience, changes)),
      ]);
    }
  }

  /** @throws AppError `search-unavailable`: who asks can do nothing about an index that is damaged */
  async #followForQuestion(): Promise<void> {
    try {
      await this.#takeIn();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "index-damaged") throw error;
      throw unavailable(error.message, error);
    }
  }

  async retrieve(
    query: Query,
    options: { readonly limit: number; readonly filter?: DocumentFilter; readonly nearest?: readonly NearPassage[] },
  ): Promise<Retrieved> {
    const { connection, generation } = this.#parts;
    const { limit, filter, nearest = [] } = options;
    const audience = this.#directory.narrowed(filter?.audience);
    const { changes } = this.#directory;
    const knownAt = this.#followedAt;
    const isThere = this.#directory.presence();
    const figures = await this.#figures.of(audience, changes);
    const asked = query.concepts.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
    await this.#terms.look(asked, audience, changes);
    const reading = new QuestionLines(
      figures,
      this.#settings,
      (term) => this.#terms.known(term, audience, changes)?.covered ?? 0,
    );
    const plans = planConcepts(
      query,
      {
        passages: figures.passages,
        countsOf: (term) => this.#terms.known(term, audience, changes) ?? noCounts,
        tellingOf: (term) => reading.weights.spread(term).telling,
      },
      this.#settings,
    );
    const index = indexName(generation, "passages");
    const counting = countQuery(plans, figures.passages, audience, changes);
    const counts =
      counting === undefined ? undefined : (await searchWhole(connection, index, counting, counted)).aggregations;
    const concepts = conceptFigures(query, plans, figures.passages, this.#settings, (name) => {
      return counts?.counts.buckets[name]?.doc_count ?? 0;
    });
    const isSmall = figures.passages <= smallCollection;
    const isAskable = isSmall || plans.some(({ own, around }) => own.length + around.length > 0);
    const most = isSmall ? smallCollection : limit;
    const search = candidateQuery(plans, concepts, this.#settings, {
      filter,
      changes,
      size: isSmall ? smallCollection : oversampling * limit,
      isSmall,
    });
    const found = isAskable ? await searchWhole(connection, index, search, candidatesFound) : undefined;
    const meanings = meaningOf(nearest, (near) => this.#nearId(near, filter));
    const stored = new Map<number, StoredPassage>();
    for (const { _source } of found?.hits.hits ?? []) {
      if (isThere(documentOf(_source.id))) stored.set(_source.id, _source.passage);
    }
    const farIds = [...meanings.keys()].filter((id) => !stored.has(id));
    const far = await this.#stored(farIds);
    const read = [...stored.values(), ...far.map(({ passage }) => passage)];
    await this.#terms.look(tellingTerms(query, read), audience, changes);
    for (const [id, passage] of stored) this.#passages.set(id, passage);
    if (performance.now() - knownAt > longestQuestionMs) throw unavailable("it took too long");
    // From here to the end nothing is waited for: the words' numbers hold.
    const all = [...stored.keys(), ...farIds];
    const candidates = this.#read(query, concepts.informativeness, all, reading, meanings, audience);
    const isNear = new Set(meanings.keys());
    const inOrder = inCollectionOrder((number) => this.document(number));
    const best = candidates
      .filter(({ id, terms }) => isSmall || terms > 0 || isNear.has(id))
      .sort((a, b) => b.terms - a.terms || inOrder(a.candidate, b.candidate));
    const kept = new Set(
      best
        .filter(({ id }) => stored.has(id))
        .slice(0, most)
        .map(({ id }) => id),
    );
    const holding = candidates.filter(({ terms }) => terms > 0).length;
    return {
      candidates: best.filter(({ id }) => kept.has(id) || isNear.has(id)).map(({ candidate }) => candidate),
      ...concepts,
      total: isSmall ? holding : (found?.hits.total.value ?? 0),
    };
  }

  async fetch(ids: readonly number[]) {
    for (const id of ids) this.document(documentOf(id));
    const passages = await this.#stored(ids);
    return fetchStored(passages, (number) => this.document(number), this.#parts.texts);
  }

  statistics(): IndexStatistics {
    const { words, terms } = this.#distinct;
    return { ...this.#sums, words, terms };
  }

  mainLanguage(filter?: DocumentFilter): LanguageCode {
    return this.#directory.factsFor(this.#directory.narrowed(filter?.audience)).languages[0] ?? unknownLanguage.code;
  }

  document(number: number) {
    const document = this.#directory.at(number);
    if (document === undefined) throw new IndexMovedOnError();
    return document;
  }

  documents(filter?: DocumentFilter) {
    return this.#directory.documents(filter);
  }

  editions(filter?: DocumentFilter) {
    return this.#directory.documents(filter).filter(({ metadata }) => metadata.validity !== undefined);
  }

  passagesOf(documentKey: string) {
    return this.#directory.idsOf(documentKey);
  }

  isFigure(word: number): boolean {
    return /\p{N}/u.test(this.#words.word(word));
  }

  passagesBetween(documentKey: string, first: number, last: number) {
    return this.#directory.namesOf(documentKey).flatMap((name, position) => {
      const { paragraph, lastParagraph = paragraph } = name;
      return paragraph <= last && lastParagraph >= first ? [{ name, position }] : [];
    });
  }

  passageNames(documentKey: string) {
    return this.#directory.namesOf(documentKey);
  }

  #read(
    query: Query,
    informativeness: readonly number[],
    ids: readonly number[],
    reading: QuestionLines,
    meanings: ReadonlyMap<number, number>,
    audience: DocumentFilter["audience"],
  ): { readonly id: number; readonly terms: number; readonly candidate: Candidate }[] {
    if (this.#words.size > mostWords) {
      this.#words = new PassageWords();
      this.#scratch = new EvidenceScratch();
    }
    const withDates = dateEvidence(query, this.#directory.dates(reading.figures.passages, audience));
    const read = ids.flatMap((id) => {
      const passage = this.#passages.get(id);
      return passage === undefined ? [] : [{ id, passage, numbered: this.#words.number(passage) }];
    });
    const reader = new EvidenceReader(
      query,
      informativeness,
      { vocabulary: this.#words, gramCounts: reading.figures.grams, contexts: reading },
      reading.figures,
      this.#settings,
      this.#scratch,
      reading.weights,
    );
    return read.map(({ id, passage, numbered }) => {
      const document = documentOf(id);
      const evidence = reader.read(numbered, reading.linesOf(document, numbered));
      return {
        id,
        terms: evidence.terms,
        candidate: {
          id,
          document,
          range: passage.range,
          evidence: withDates(document, evidence),
          traits: unpackTraits(passage.traits),
          meaning: meanings.get(id) ?? 0,
          words: numbered.words,
        },
      };
    });
  }

  /** The passages of ids, those read lately from memory. */
  async #stored(ids: readonly number[]): Promise<{ readonly id: number; readonly passage: StoredPassage }[]> {
    const missing = ids.filter((id) => !this.#passages.has(id));
    const read = await readPassageIds(this.#parts.connection, this.#parts.generation, missing);
    const found = new Map(missing.flatMap((id, at) => (read[at] === undefined ? [] : [[id, read[at]]])));
    return ids.flatMap((id) => {
      const passage = found.get(id) ?? this.#passages.get(id);
      if (passage === undefined) return [];
      this.#passages.set(id, passage);
      return [{ id, passage }];
    });
  }

  #nearId({ documentKey, position }: NearPassage, filter: DocumentFilter | undefined): number | undefined {
    const number = this.#directory.numberOf(documentKey);
    const document = number === undefined ? undefined : this.#directory.at(number);
    if (number === undefined || document === undefined || !isVisible(document, filter)) return undefined;
    return position < this.#directory.passagesOf(number) ? passageId(number, position) : undefined;
  }
}
