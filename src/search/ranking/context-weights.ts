import type { VisibleIndex } from "../index/audiences/visible-index.ts";
import type { ContextField, FieldLine } from "../index/context/context-index.ts";
import type { IndexData } from "../index/index-data.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { lengthNorm } from "./bm25.ts";

/** How widely a term is spread over the lines around passages. */
interface Spread {
  /** How many passages it stands around. */
  readonly covered: number;
  /** The share of its weight that it keeps there, from 0 to 1; none if it stands around all passages. */
  readonly telling: number;
}

/** What is known of the lines around passages. */
export interface ContextFigures {
  /** How many passages there are. */
  readonly passages: number;
  /** In how many of them a term stands around, counted line by line. */
  covered(term: string): number;
  /** Words of a line, by its number. */
  lineLength(line: number): number;
  /** Words of a line of the field, on the average. */
  averageLength(field: ContextField): number;
}

/** The same of an index in memory. @param visible what of it may tell */
export function contextFiguresOf({ contextIndex, contexts }: IndexData, visible: VisibleIndex): ContextFigures {
  return {
    passages: visible.sums.passages,
    covered: (term) => {
      let covered = 0;
      for (const postings of [contextIndex.stems, contextIndex.parts]) {
        for (const list of visible.lists(postings, term)) {
          for (const slot of list) for (const line of slot ?? []) covered += contextIndex.coverage(line);
        }
      }
      return covered;
    },
    lineLength: (line) => contexts.wordCount(line),
    averageLength: (field) => visible.averageLineLength(field),
  };
}

/** The weights of words around passages, for one question. */
export class ContextWeights {
  readonly #figures: ContextFigures;
  readonly #settings: RankingSettings;
  readonly #spreads = new Map<string, Spread>();
  readonly #averageLengths = new Map<ContextField, number>();

  constructor(figures: ContextFigures, settings: RankingSettings) {
    this.#figures = figures;
    this.#settings = settings;
  }

  /** What a word counts in a line: its field's weight, less in a longer line (the length normalisation of BM25F). */
  of({ field, line }: FieldLine): number {
    const { fields, b } = this.#settings.context;
    const norm = lengthNorm(this.#figures.lineLength(line), this.#averageLength(field), b);
    return norm === 0 ? 0 : fields[field] / norm;
  }

  #averageLength(field: ContextField): number {
    const known = this.#averageLengths.get(field);
    if (known !== undefined) return known;
    const average = this.#figures.averageLength(field);
    this.#averageLengths.set(field, average);
    return average;
  }

  spread(term: string): Spread {
    const known = this.#spreads.get(term);
    if (known !== undefined) return known;
    const { passages } = this.#figures;
    const covered = this.#figures.covered(term);
    const share = passages === 0 ? 0 : Math.min(1, covered / passages);
    const spread = { covered, telling: (1 - share) ** this.#settings.context.commonness };
    this.#spreads.set(term, spread);
    return spread;
  }
}
