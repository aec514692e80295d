import type { FieldLine } from "../index/context/context-index.ts";
import type { IndexData } from "../index/index-data.ts";
import type { RankingSettings } from "../settings/weights.ts";

/** How far a term is spread over what stands around passages. */
interface Spread {
  /** How many passages it stands around. */
  readonly covered: number;
  /** The share of its weight that it keeps there, from 0 to 1; none if it stands around all passages. */
  readonly telling: number;
}

/** The weights of words around passages, for one question. */
export class ContextWeights {
  readonly #data: IndexData;
  readonly #settings: RankingSettings;
  readonly #spreads = new Map<string, Spread>();

  constructor(data: IndexData, settings: RankingSettings) {
    this.#data = data;
    this.#settings = settings;
  }

  /** What a word counts in a line: its field's weight, less in a longer line (the length normalisation of BM25F). */
  of({ field, line }: FieldLine): number {
    const { fields, b } = this.#settings.context;
    const average = this.#data.contextIndex.averageLength(field);
    const norm = 1 - b + b * (average > 0 ? this.#data.contexts.words(line).length / average : 1);
    return norm === 0 ? 0 : fields[field] / norm;
  }

  spread(term: string): Spread {
    const known = this.#spreads.get(term);
    if (known !== undefined) return known;
    const { contextIndex, sums } = this.#data;
    let covered = 0;
    for (const postings of [contextIndex.stems, contextIndex.parts]) {
      for (const slot of postings.list(term)) for (const line of slot ?? []) covered += contextIndex.coverage(line);
    }
    const share = sums.passages === 0 ? 0 : Math.min(1, covered / sums.passages);
    const spread = { covered, telling: (1 - share) ** this.#settings.context.commonness };
    this.#spreads.set(term, spread);
    return spread;
  }
}
