import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { Concept, Query } from "../../../src/search/query/concept.ts";
import { bm25, inverseDocumentFrequency } from "../../../src/search/ranking/bm25.ts";
import type { CollectionFigures } from "../../../src/search/ranking/evidence.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";

/** The collection's figures, counted passage by passage. */
export function countedFigures(data: IndexData): CollectionFigures {
  const ids = livePassages(data);
  const sum = (of: (id: number) => number): number => ids.reduce((total, id) => total + of(id), 0);
  const words = sum((id) => wordsOf(data, id).length);
  const chars = sum((id) => charsOf(data, wordsOf(data, id)));
  const sentences = sum((id) => data.forward.passage(id).sentenceWordEnds.length);
  return {
    passages: ids.length,
    averageLength: words / ids.length,
    averageSentenceLength: words / sentences,
    averageGrams: chars / ids.length,
    averageSentenceGrams: chars / sentences,
  };
}

export function livePassages(data: IndexData): number[] {
  return Array.from({ length: data.table.size }, (_, id) => id).filter(
    (id) => data.documents[data.table.documentOf(id)] !== undefined,
  );
}

export function wordsOf(data: IndexData, id: number): number[] {
  return [...data.forward.passage(id).words];
}

function charsOf(data: IndexData, words: readonly number[]): number {
  return words.reduce((sum, word) => sum + data.vocabulary.word(word).length + 1, 0);
}

/** How well a word stands for a concept. */
export function weightOf(data: IndexData, word: number, concept: Concept, partInPassage: number): number {
  return Math.max(
    0,
    ...concept.alternatives.map(({ term, weight }) => {
      if (data.vocabulary.term(word) === term) return weight;
      return data.vocabulary.parts(word).includes(term) ? weight * partInPassage : 0;
    }),
  );
}

/** Every 4-gram of a word as a text, edges marked. */
function gramsOf(word: string): string[] {
  const marked = `_${word}_`;
  return Array.from({ length: Math.max(1, marked.length - 3) }, (_, at) => marked.slice(at, at + 4));
}

export interface ReferenceEvidence {
  readonly terms: number;
  readonly grams: number;
  readonly met: readonly number[];
  readonly gramCoverage: readonly number[];
}

/** What a stretch of words holds of a question, straight from the definitions, with no thought of speed. */
export class EvidenceReference {
  readonly #data: IndexData;
  readonly #query: Query;
  readonly #informativeness: readonly number[];
  readonly #partInPassage: number;
  readonly #counts = new Map<string, number>();
  readonly figures: CollectionFigures;

  constructor(data: IndexData, query: Query, informativeness: readonly number[], settings: RankingSettings) {
    this.#data = data;
    this.#query = query;
    this.#informativeness = informativeness;
    this.#partInPassage = settings.partInPassage;
    this.figures = countedFigures(data);
    for (const id of livePassages(data)) {
      for (const word of new Set(wordsOf(data, id))) {
        for (const gram of gramsOf(data.vocabulary.word(word)))
          this.#counts.set(gram, (this.#counts.get(gram) ?? 0) + 1);
      }
    }
  }

  of(
    words: readonly number[],
    averages: { readonly length: number; readonly grams: number },
    settings: Pick<RankingSettings, "terms" | "grams">,
  ): ReferenceEvidence {
    const weights = this.#query.concepts.map((concept) =>
      words.map((word) => weightOf(this.#data, word, concept, this.#partInPassage)),
    );
    const terms = weights.map((of, index) =>
      bm25(
        of.reduce((a, b) => a + b, 0),
        words.length,
        averages.length,
        this.#informativeness[index] ?? 0,
        settings.terms,
      ),
    );
    const grams = this.#query.concepts.map((concept) => this.#gramScore(concept, words, averages.grams, settings));
    return {
      terms: terms.reduce((a, b) => a + b, 0),
      grams: grams.reduce((sum, { score }) => sum + score, 0),
      met: weights.map((of) => Math.max(0, ...of)),
      gramCoverage: grams.map(({ coverage }) => coverage),
    };
  }

  #gramScore(concept: Concept, words: readonly number[], average: number, settings: Pick<RankingSettings, "grams">) {
    const present = words.flatMap((word) => gramsOf(this.#data.vocabulary.word(word)));
    const chars = charsOf(this.#data, words);
    const idf = (gram: string): number => inverseDocumentFrequency(this.figures.passages, this.#counts.get(gram) ?? 0);
    const spellings = concept.spellings.map(({ text, weight }) => {
      const wanted = [...new Set(gramsOf(text))];
      const met = wanted.filter((gram) => present.includes(gram));
      const score = met.reduce((sum, gram) => {
        return sum + bm25(present.filter((other) => other === gram).length, chars, average, idf(gram), settings.grams);
      }, 0);
      const information = (grams: readonly string[]): number => grams.reduce((sum, gram) => sum + idf(gram), 0);
      return { score: weight * score, coverage: (weight * information(met)) / information(wanted) };
    });
    return {
      score: Math.max(0, ...spellings.map(({ score }) => score)),
      coverage: Math.max(0, ...spellings.map(({ coverage }) => coverage)),
    };
  }
}
