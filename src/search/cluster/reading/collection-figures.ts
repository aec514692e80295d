import { LRUCache } from "lru-cache";
import * as z from "zod";
import { type ContextField, countedField } from "../../index/context/context-index.ts";
import { gramBits } from "../../index/grams.ts";
import type { DocumentFilter } from "../../passage-index.ts";
import type { CollectionFigures } from "../../ranking/evidence/evidence.ts";
import { audienceKey, visibleTo, type WholeChanges } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import { type Figures, figuresSchema, unpackGrams } from "../entries.ts";
import { type Generation, type IndexKind, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";

const rows = z.object({
  hits: z.object({
    hits: z.array(z.object({ sort: z.array(z.number()), _source: z.object({ figures: figuresSchema }) })),
  }),
});
const distinct = z.object({ aggregations: z.object({ distinct: z.object({ value: z.number() }) }) });
/** Nobody waits for it, and it takes all rows of a large collection. */
const distinctTimeoutMs = 300_000;
const atOnce = 100;
/** Sums of so many audiences are kept. */
const mostAudiences = 200;

/** Figures over everything that somebody may see. */
export interface VisibleFigures extends CollectionFigures {
  readonly documents: number;
  averageLine(field: ContextField): number;
  readonly grams: { of(gram: number): number };
}

/** Sums up to a change. */
interface Summed {
  readonly revision: number;
  readonly sums: Promise<FigureSums>;
}

/** Sums the figures of a build up: what a change adds is read once for each audience, and those before it not again. */
export class FigureReader {
  readonly #connection: ClusterConnection;
  readonly #generation: Generation;
  readonly #kept = new LRUCache<string, Summed>({ max: mostAudiences });

  constructor(connection: ClusterConnection, generation: Generation) {
    this.#connection = connection;
    this.#generation = generation;
  }

  async of(audience: DocumentFilter["audience"], changes: WholeChanges): Promise<VisibleFigures> {
    const key = audienceKey(audience);
    const known = this.#kept.get(key);
    if (known?.revision === changes.revision) return visible(await known.sums);
    // A question that began before the last change asks for what it saw then.
    if (known !== undefined && known.revision > changes.revision) {
      return visible(await this.#read(audience, changes, undefined));
    }
    const sums = this.#read(audience, changes, known);
    const summed = { revision: changes.revision, sums };
    this.#kept.set(key, summed);
    sums.catch(() => {
      if (this.#kept.get(key) === summed) this.#kept.delete(key);
    });
    return visible(await sums);
  }

  /** How many distinct words or terms there are, nearly. */
  async distinct(kind: "words" | "terms", changes: WholeChanges): Promise<number> {
    const query = { bool: { filter: visibleTo(undefined, changes) } };
    const field = kind === "words" ? "entry" : "term";
    const aggs = { distinct: { cardinality: { field, precision_threshold: 10_000 } } };
    const index = indexName(this.#generation, kind);
    const body = { size: 0, query, aggs };
    return (await searchWhole(this.#connection, index, body, distinct, distinctTimeoutMs)).aggregations.distinct.value;
  }

  async #read(
    audience: DocumentFilter["audience"],
    changes: WholeChanges,
    before: Summed | undefined,
  ): Promise<FigureSums> {
    const sums = before === undefined ? new FigureSums() : (await before.sums).copy();
    const since = before === undefined ? [] : [{ range: { revision: { gt: before.revision } } }];
    let after: readonly number[] | undefined;
    for (;;) {
      const page = await this.#search(
        "figures",
        {
          size: atOnce,
          sort: [{ revision: "asc" }, { part: "asc" }],
          query: { bool: { filter: [...visibleTo(audience, changes), ...since] } },
          ...(after === undefined ? {} : { search_after: after }),
        },
        rows,
      );
      const { hits } = page.hits;
      for (const { _source } of hits) sums.add(_source.figures);
      after = hits.at(-1)?.sort;
      if (hits.length < atOnce) return sums;
    }
  }

  #search<Schema extends z.ZodType>(kind: IndexKind, body: object, schema: Schema): Promise<z.infer<Schema>> {
    return searchWhole(this.#connection, indexName(this.#generation, kind), body, schema, 10_000);
  }
}

const summed = ["documents", "passages", "words", "sentences", "grams"] as const;

/** Figures of several changes, added up. */
class FigureSums {
  readonly counts = { documents: 0, passages: 0, words: 0, sentences: 0, grams: 0 };
  readonly lines = new Map<string, { readonly lines: number; readonly words: number }>();
  grams = new Int32Array(1 << gramBits);

  copy(): FigureSums {
    const copy = new FigureSums();
    Object.assign(copy.counts, this.counts);
    for (const [field, sums] of this.lines) copy.lines.set(field, sums);
    copy.grams = this.grams.slice();
    return copy;
  }

  add(figures: Figures): void {
    for (const count of summed) this.counts[count] += figures[count];
    for (const [field, one] of Object.entries(figures.lines)) {
      const known = this.lines.get(field) ?? { lines: 0, words: 0 };
      this.lines.set(field, { lines: known.lines + one.lines, words: known.words + one.words });
    }
    unpackGrams(figures.gramCounts, (gram, count) => {
      this.grams[gram] = (this.grams[gram] ?? 0) + count;
    });
  }
}

function visible({ counts, lines, grams }: FigureSums): VisibleFigures {
  const { documents, passages, words, sentences } = counts;
  return {
    documents,
    passages,
    averageLength: ratio(words, passages),
    averageSentenceLength: ratio(words, sentences),
    averageGrams: ratio(counts.grams, passages),
    averageSentenceGrams: ratio(counts.grams, sentences),
    averageLine: (field) => {
      const of = lines.get(countedField(field));
      return of === undefined ? 0 : ratio(of.words, of.lines);
    },
    grams: { of: (gram) => grams[gram] ?? 0 },
  };
}

function ratio(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count;
}
