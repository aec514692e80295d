import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { Concept, Query } from "../../../src/search/query/concept.ts";
import { bm25 } from "../../../src/search/ranking/bm25.ts";
import { informativenessOf } from "../../../src/search/ranking/informativeness.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";
import { countedFigures, livePassages } from "./evidence-reference.ts";

export interface Scored {
  readonly id: number;
  readonly score: number;
}

interface Meeting {
  readonly frequency: number;
  readonly weight: number;
}

/** Scores every passage one by one, with no thought of speed; good as long as the index does not change. */
export class RetrievalReference {
  readonly #settings: RankingSettings;
  readonly #words: Map<number, readonly number[]>;
  readonly #passages: number;
  readonly #averageLength: number;
  readonly #byTerm = new Map<string, number[]>();
  readonly #byPart = new Map<string, number[]>();

  constructor(data: IndexData, settings: RankingSettings) {
    this.#settings = settings;
    this.#words = new Map(livePassages(data).map((id) => [id, [...data.forward.passage(id).words]]));
    const { passages, averageLength } = countedFigures(data);
    this.#passages = passages;
    this.#averageLength = averageLength;
    for (let word = 0; word < data.vocabulary.size; word++) {
      note(this.#byTerm, data.vocabulary.term(word), word);
      for (const part of data.vocabulary.parts(word)) note(this.#byPart, part, word);
    }
  }

  /**
   * Every passage that holds a term, best first, equal ones by id.
   * @param informativeness given, or worked out from all passages
   */
  scored({ concepts }: Query, informativeness?: readonly number[]): Scored[] {
    const scores = new Map<number, number>();
    concepts.forEach((concept, index) => {
      const met = this.#meetings(concept);
      const frequency = [...met.values()].reduce((sum, { weight }) => sum + weight, 0);
      const { priorPassages, terms } = this.#settings;
      const information =
        informativeness?.[index] ?? informativenessOf(concept, this.#passages, frequency, priorPassages);
      for (const [id, one] of met) {
        const length = this.#words.get(id)?.length ?? 0;
        const share = bm25(one.frequency, length, this.#averageLength, information, terms);
        scores.set(id, (scores.get(id) ?? 0) + share);
      }
    });
    return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || a.id - b.id);
  }

  /** How often a concept is met in each passage, all weights added up, and the largest of them; parts of words count apart. */
  #meetings({ alternatives }: Concept): Map<number, Meeting> {
    const weights = new Map<number, number[]>();
    for (const { term, weight } of alternatives) {
      for (const word of this.#byTerm.get(term) ?? []) note(weights, word, weight);
      for (const word of this.#byPart.get(term) ?? []) note(weights, word, weight * this.#settings.partInPassage);
    }
    const met = new Map<number, Meeting>();
    for (const [id, words] of this.#words) {
      const all: number[] = [];
      for (const word of words) all.push(...(weights.get(word) ?? []));
      if (all.length > 0) met.set(id, { frequency: all.reduce((a, b) => a + b, 0), weight: Math.max(...all) });
    }
    return met;
  }
}

function note<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
