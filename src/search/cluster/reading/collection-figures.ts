import { LRUCache } from "lru-cache";
import * as z from "zod";
import { type ContextField, countedField } from "../../index/context/context-index.ts";
import type { DocumentFilter } from "../../passage-index.ts";
import type { CollectionFigures } from "../../ranking/evidence.ts";
import { audienceKey, visibleTo, type WholeChanges } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import { figuresSchema, unpackGrams } from "../entries.ts";
import { type Generation, type IndexKind, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";

const rows = z.object({
  hits: z.object({
    hits: z.array(z.object({ sort: z.array(z.number()), _source: z.object({ figures: figuresSchema }) })),
  }),
});
const distinct = z.object({
  aggregations: z.object({ words: z.object({ value: z.number() }) }),
});
const distinctTerms = z.object({
  aggregations: z.object({ terms: z.object({ value: z.number() }) }),
});
const atOnce = 100;
/** Sums of so many audiences are kept. */
const mostAudiences = 200;

/** Figures over everything that somebody may see. */
export interface VisibleFigures extends CollectionFigures {
  readonly documents: number;
  averageLine(field: ContextField): number;
  readonly grams: { of(gram: number): number };
}

/** Sums the figures of a build up, for each audience once a change. */
export class FigureReader {
  readonly #connection: ClusterConnection;
  readonly #generation: Generation;
  readonly #kept = new LRUCache<string, Promise<VisibleFigures>>({ max: mostAudiences });

  constructor(connection: ClusterConnection, generation: Generation) {
    this.#connection = connection;
    this.#generation = generation;
  }

  of(audience: DocumentFilter["audience"], changes: WholeChanges): Promise<VisibleFigures> {
    const key = `${changes.revision} ${audienceKey(audience)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(audience, changes);
    this.#kept.set(key, reading);
    reading.catch(() => this.#kept.delete(key));
    return reading;
  }

  /** How many distinct words and terms there are, nearly. */
  async distinct(changes: WholeChanges): Promise<{ readonly words: number; readonly terms: number }> {
    const query = { bool: { filter: visibleTo(undefined, changes) } };
    const aggregation = (field: string) => ({ cardinality: { field, precision_threshold: 40_000 } });
    const [words, terms] = await Promise.all([
      this.#search("words", { size: 0, query, aggs: { words: aggregation("word") } }, distinct),
      this.#search("terms", { size: 0, query, aggs: { terms: aggregation("term") } }, distinctTerms),
    ]);
    return { words: words.aggregations.words.value, terms: terms.aggregations.terms.value };
  }

  async #read(audience: DocumentFilter["audience"], changes: WholeChanges): Promise<VisibleFigures> {
    const sums = { documents: 0, passages: 0, words: 0, sentences: 0, grams: 0 };
    const lines = new Map<string, { lines: number; words: number }>();
    const grams = new Map<number, number>();
    let after: readonly number[] | undefined;
    for (;;) {
      const page = await this.#search(
        "figures",
        {
          size: atOnce,
          sort: [{ revision: "asc" }, { part: "asc" }],
          query: { bool: { filter: visibleTo(audience, changes) } },
          ...(after === undefined ? {} : { search_after: after }),
        },
        rows,
      );
      const { hits } = page.hits;
      for (const { figures } of hits.map(({ _source }) => _source)) {
        sums.documents += figures.documents;
        sums.passages += figures.passages;
        sums.words += figures.words;
        sums.sentences += figures.sentences;
        sums.grams += figures.grams;
        for (const [field, one] of Object.entries(figures.lines)) {
          const known = lines.get(field) ?? { lines: 0, words: 0 };
          lines.set(field, { lines: known.lines + one.lines, words: known.words + one.words });
        }
        unpackGrams(figures.gramCounts, (gram, count) => grams.set(gram, (grams.get(gram) ?? 0) + count));
      }
      after = hits.at(-1)?.sort;
      if (hits.length < atOnce) break;
    }
    return {
      documents: sums.documents,
      passages: sums.passages,
      averageLength: ratio(sums.words, sums.passages),
      averageSentenceLength: ratio(sums.words, sums.sentences),
      averageGrams: ratio(sums.grams, sums.passages),
      averageSentenceGrams: ratio(sums.grams, sums.sentences),
      averageLine: (field) => {
        const of = lines.get(countedField(field));
        return of === undefined ? 0 : ratio(of.words, of.lines);
      },
      grams: { of: (gram) => grams.get(gram) ?? 0 },
    };
  }

  #search<Schema extends z.ZodType>(kind: IndexKind, body: object, schema: Schema): Promise<z.infer<Schema>> {
    return searchWhole(this.#connection, indexName(this.#generation, kind), body, schema, 10_000);
  }
}

function ratio(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count;
}
