import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { DocumentFilter } from "../../../src/search/passage-index.ts";
import type { Concept, Query } from "../../../src/search/query/concept.ts";
import { bm25 } from "../../../src/search/ranking/bm25.ts";
import { informativenessOf } from "../../../src/search/ranking/informativeness.ts";
import { leastContext } from "../../../src/search/ranking/retrieve.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";
import { ContextReference, countedFigures, livePassages } from "./evidence-reference.ts";

export interface Scored {
  readonly id: number;
  readonly score: number;
}

interface Meeting {
  readonly frequency: number;
  /** In the texts around. */
  readonly around: number;
  readonly weight: number;
}

/** Scores every passage one by one, with no thought of speed; good as long as the index does not change. */
export class RetrievalReference {
  readonly #settings: RankingSettings;
  readonly #words: Map<number, readonly number[]>;
  readonly #passages: number;
  readonly #averageLength: number;
  readonly #data: IndexData;
  readonly #context: ContextReference;
  readonly #lines: readonly { readonly line: number; readonly weights: ReadonlyMap<number, number> }[];
  readonly #byTerm = new Map<string, number[]>();
  readonly #byPart = new Map<string, number[]>();

  constructor(data: IndexData, settings: RankingSettings, audience?: DocumentFilter["audience"]) {
    this.#settings = settings;
    this.#data = data;
    this.#context = new ContextReference(data, settings, audience);
    this.#lines = [...this.#context.lines].map(([line, passages]) => {
      const weightOf = new Map(
        [...new Set(passages.map(({ field }) => field))].map((field) => [field, this.#context.weightOf(field, line)]),
      );
      return { line, weights: new Map(passages.map(({ id, field }) => [id, weightOf.get(field) ?? 0])) };
    });
    this.#words = new Map(livePassages(data, audience).map((id) => [id, [...data.forward.passage(id).words]]));
    const { passages, averageLength } = countedFigures(data, audience);
    this.#passages = passages;
    this.#averageLength = averageLength;
    for (let word = 0; word < data.vocabulary.size; word++) {
      note(this.#byTerm, data.vocabulary.plainTerm(word), word);
      for (const part of data.vocabulary.plainParts(word)) note(this.#byPart, part, word);
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
        const share = bm25(one.frequency, length, this.#averageLength, information, terms, one.around);
        scores.set(id, (scores.get(id) ?? 0) + share);
      }
    });
    return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || a.id - b.id);
  }

  /** How often a concept is met in each passage, all weights added up, and the largest of them; parts of words count apart. */
  #meetings(concept: Concept): Map<number, Meeting> {
    const weights = new Map<number, number[]>();
    for (const { term, weight } of concept.alternatives) {
      for (const word of this.#byTerm.get(term) ?? []) note(weights, word, weight);
      for (const word of this.#byPart.get(term) ?? []) note(weights, word, weight * this.#settings.partInPassage);
    }
    const inContext = this.#meetingsAround(concept);
    const met = new Map<number, Meeting>();
    for (const [id, words] of this.#words) {
      const all: number[] = [];
      for (const word of words) all.push(...(weights.get(word) ?? []));
      const around = inContext.get(id) ?? 0;
      if (all.length + around > 0)
        met.set(id, { frequency: all.reduce((a, b) => a + b, 0), around, weight: Math.max(0, ...all) });
    }
    return met;
  }

  /** How often a concept is met around each passage, weighted. */
  #meetingsAround({ alternatives }: Concept): Map<number, number> {
    const { vocabulary } = this.#data;
    const around = new Map<number, number>();
    for (const { term, weight } of alternatives) {
      const telling = this.#context.telling(term);
      for (const [factor, holds] of [
        [1, (word: number) => vocabulary.plainTerm(word) === term],
        [this.#settings.partInPassage, (word: number) => vocabulary.plainParts(word).includes(term)],
      ] as const) {
        if (telling * weight * factor < leastContext) continue;
        for (const { line, weights } of this.#lines) {
          const times = this.#context.wordsOf(line).filter(holds).length;
          if (times === 0) continue;
          for (const [id, fieldWeight] of weights)
            around.set(id, (around.get(id) ?? 0) + fieldWeight * telling * weight * factor * times);
        }
      }
    }
    return around;
  }
}

function note<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
