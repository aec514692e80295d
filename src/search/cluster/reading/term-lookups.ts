import { LRUCache } from "lru-cache";
import * as z from "zod";
import { Vocabulary } from "../../index/vocabulary.ts";
import type { DocumentFilter } from "../../passage-index.ts";
import type { QueryContext } from "../../query/build-query.ts";
import { allowedDistance, SpellingIndex, soundKey } from "../../query/spelling.ts";
import { audienceKey, visibleTo, type WholeChanges } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import { type Generation, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";
import { noCounts, type TermCounts } from "../writing/contribution.ts";

const value = z.object({ value: z.number() });
const termSums = z.object({
  aggregations: z.object({
    terms: z.object({
      sum_other_doc_count: z.number(),
      buckets: z.array(z.object({ key: z.string(), stems: value, parts: value, covered: value })),
    }),
  }),
});
const wordSums = z.object({
  aggregations: z.object({
    words: z.object({
      sum_other_doc_count: z.number(),
      buckets: z.array(z.object({ key: z.string(), count: value })),
    }),
  }),
});

/** What cannot be seen is not among the words that come back. */
const everyWord = { hasWord: () => true };

/** As many alternatives as a question can have. */
const atOnce = 1_000;
const mostKept = 50_000;
/** So many words may be near one. */
const mostNear = 10_000;

export type Respelling = ReturnType<QueryContext["respell"]>[number];

/** Looks up in how many passages terms stand, and how the index spells words, over all that somebody may see. */
export class TermLookups {
  readonly #connection: ClusterConnection;
  readonly #generation: Generation;
  readonly #counts = new LRUCache<string, TermCounts>({ max: mostKept });
  readonly #respellings = new LRUCache<string, readonly Respelling[]>({ max: mostKept });

  constructor(connection: ClusterConnection, generation: Generation) {
    this.#connection = connection;
    this.#generation = generation;
  }

  /** What is known of terms by now. */
  known(term: string, audience: DocumentFilter["audience"], { revision }: WholeChanges): TermCounts | undefined {
    return this.#counts.get(`${revision} ${audienceKey(audience)} ${term}`);
  }

  /** Looks terms up that are not known. */
  async look(terms: Iterable<string>, audience: DocumentFilter["audience"], changes: WholeChanges): Promise<void> {
    const missing = [...new Set(terms)].filter((term) => this.known(term, audience, changes) === undefined);
    for (let from = 0; from < missing.length; from += atOnce) {
      const some = missing.slice(from, from + atOnce);
      const { aggregations } = await searchWhole(
        this.#connection,
        indexName(this.#generation, "terms"),
        {
          size: 0,
          query: { bool: { filter: [{ terms: { term: some } }, ...visibleTo(audience, changes)] } },
          aggs: {
            terms: {
              // Few rows match, so that the terms of all others need not be numbered first.
              terms: { field: "term", size: some.length, execution_hint: "map" },
              aggs: {
                stems: { sum: { field: "stems" } },
                parts: { sum: { field: "parts" } },
                covered: { sum: { field: "covered" } },
              },
            },
          },
        },
        termSums,
      );
      const found = new Map(aggregations.terms.buckets.map((bucket) => [bucket.key, bucket]));
      for (const term of some) {
        const bucket = found.get(term);
        this.#counts.set(
          `${changes.revision} ${audienceKey(audience)} ${term}`,
          bucket === undefined
            ? noCounts
            : { stems: bucket.stems.value, parts: bucket.parts.value, covered: bucket.covered.value },
        );
      }
    }
  }

  knownRespellings(key: string): readonly Respelling[] | undefined {
    return this.#respellings.get(key);
  }

  /** Words of the index that a word may be another spelling of, by the rules of the index in memory. */
  async respell(
    { word, language, withErrors }: { word: string; language: string; withErrors: boolean },
    key: string,
    audience: DocumentFilter["audience"],
    changes: WholeChanges,
  ): Promise<void> {
    const allowed = withErrors ? allowedDistance(word.length) : 0;
    const { aggregations } = await searchWhole(
      this.#connection,
      indexName(this.#generation, "words"),
      {
        size: 0,
        query: {
          bool: {
            filter: [{ term: { language } }, ...visibleTo(audience, changes)],
            minimum_should_match: 1,
            should: [
              { term: { sound: soundKey(word) } },
              // As a constant score all near words count, and not the best few of a shard.
              ...(allowed === 0
                ? []
                : [{ fuzzy: { word: { value: word, fuzziness: allowed, rewrite: "constant_score" } } }]),
            ],
          },
        },
        aggs: {
          words: {
            terms: { field: "entry", size: mostNear, execution_hint: "map" },
            aggs: { count: { sum: { field: "count" } } },
          },
        },
      },
      wordSums,
    );
    const vocabulary = new Vocabulary();
    const near = aggregations.words.buckets
      .filter(({ count }) => count.value > 0)
      .map(({ key: entry, count }) => {
        const [spelt = "", term = ""] = entry.split("\t");
        return { spelt, term, count: count.value };
      });
    vocabulary.restoreTerms(near.map(({ term }) => term));
    for (const [at, { spelt, count }] of near.entries()) {
      vocabulary.restore({ word: spelt, language, term: at, parts: [] }, count);
    }
    const respellings = new SpellingIndex(vocabulary)
      .candidates(word, language, withErrors, everyWord)
      .map((candidate) => ({
        word: vocabulary.word(candidate.word),
        term: vocabulary.term(candidate.word),
        likeness: candidate.likeness,
      }));
    this.#respellings.set(key, respellings);
  }
}

/** What a look-up of other spellings is kept under. */
export function respellingKey(
  word: string,
  language: string,
  withErrors: boolean,
  audience: DocumentFilter["audience"],
  { revision }: WholeChanges,
): string {
  return `${revision} ${audienceKey(audience)} ${language} ${withErrors} ${word}`;
}
