import { isVisible } from "../../../src/search/document-filter.ts";
import { type ContextField, linesAround } from "../../../src/search/index/context/context-index.ts";
import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { DocumentFilter } from "../../../src/search/passage-index.ts";
import type { Concept, Query } from "../../../src/search/query/concept.ts";
import { bm25, inverseDocumentFrequency } from "../../../src/search/ranking/bm25.ts";
import type { CollectionFigures } from "../../../src/search/ranking/evidence/evidence.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";

type Audience = DocumentFilter["audience"];

/** The collection's figures, counted passage by passage. */
export function countedFigures(data: IndexData, audience?: Audience): CollectionFigures {
  const ids = livePassages(data, audience);
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

/** @param audience absent: the host */
export function livePassages(data: IndexData, audience?: Audience): number[] {
  return Array.from({ length: data.table.size }, (_, id) => id).filter((id) => {
    const document = data.documents[data.table.documentOf(id)];
    return document !== undefined && isVisible(document, audience === undefined ? undefined : { audience });
  });
}

export function wordsOf(data: IndexData, id: number): number[] {
  return [...data.forward.passage(id).words];
}

/** What stands around the passages of a collection, counted passage by passage. */
export class ContextReference {
  readonly #data: IndexData;
  readonly #settings: RankingSettings;
  readonly #shares = new Map<string, number>();
  readonly #passages: number;
  /** By line: the passages that have it around them, with the field that it is to them. */
  readonly lines = new Map<number, { readonly id: number; readonly field: ContextField }[]>();

  constructor(data: IndexData, settings: RankingSettings, audience?: Audience) {
    this.#data = data;
    this.#settings = settings;
    this.#passages = livePassages(data, audience).length;
    for (const id of livePassages(data, audience)) {
      for (const { field, line } of linesAround(data, id))
        this.lines.set(line, [...(this.lines.get(line) ?? []), { id, field }]);
    }
  }

  wordsOf(line: number): number[] {
    return [...this.#data.contexts.words(line)];
  }

  /** What a term keeps there: less, the more passages have it around them, as a word or as a part of one. */
  telling(term: string): number {
    const known = this.#shares.get(term);
    if (known !== undefined) return known;
    const { vocabulary } = this.#data;
    let covered = 0;
    for (const [line, passages] of this.lines) {
      const words = this.wordsOf(line);
      if (words.some((word) => vocabulary.plainTerm(word) === term)) covered += passages.length;
      if (words.some((word) => vocabulary.plainParts(word).includes(term))) covered += passages.length;
    }
    const telling = (1 - Math.min(1, covered / this.#passages)) ** this.#settings.context.commonness;
    this.#shares.set(term, telling);
    return telling;
  }

  /** What a field counts, less where the line is long beside the others of the field; all headings count together. */
  weightOf(field: ContextField, line: number): number {
    const { fields, b } = this.#settings.context;
    const kindOf = (one: ContextField | undefined) => (one === "outerHeading" ? "heading" : one);
    const lengths = [...this.lines]
      .filter(([, passages]) => kindOf(passages[0]?.field) === kindOf(field))
      .map(([other]) => this.wordsOf(other).length);
    const average = lengths.reduce((a, b) => a + b, 0) / lengths.length;
    return fields[field] / (1 - b + b * (average === 0 ? 1 : this.wordsOf(line).length / average));
  }
}

function charsOf(data: IndexData, words: readonly number[]): number {
  return words.reduce((sum, word) => sum + data.vocabulary.word(word).length + 1, 0);
}

/** How well a word stands for a concept. */
export function weightOf(data: IndexData, word: number, concept: Concept, partInPassage: number): number {
  return Math.max(
    0,
    ...concept.alternatives.map(({ term, weight }) => {
      if (data.vocabulary.plainTerm(word) === term) return weight;
      return data.vocabulary.plainParts(word).includes(term) ? weight * partInPassage : 0;
    }),
  );
}

/** Every 4-gram of a word as a text, edges marked. */
function gramsOf(word: string): string[] {
  const marked = `_${word}_`;
  return Array.from({ length: Math.max(1, marked.length - 3) }, (_, at) => marked.slice(at, at + 4));
}

/** A line around a passage, with what it counts beside the passage's own words. */
export interface LineAround {
  readonly words: readonly number[];
  readonly terms: number;
  readonly grams: number;
  /** What a word keeps of that. */
  telling(word: number): number;
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
      this.#countGrams(wordsOf(data, id));
    }
    for (const line of new ContextReference(data, settings).lines.keys())
      this.#countGrams([...data.contexts.words(line)]);
  }

  #countGrams(words: readonly number[]): void {
    for (const word of new Set(words)) {
      for (const gram of gramsOf(this.#data.vocabulary.word(word)))
        this.#counts.set(gram, (this.#counts.get(gram) ?? 0) + 1);
    }
  }

  /** @param around what stands around the words; nothing where absent */
  of(
    words: readonly number[],
    averages: { readonly length: number; readonly grams: number },
    settings: Pick<RankingSettings, "terms" | "grams">,
    around: readonly LineAround[] = [],
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
        around.reduce((sum, text) => sum + text.terms * this.#frequencyAround(index, text), 0),
      ),
    );
    const grams = this.#query.concepts.map((concept) =>
      this.#gramScore(concept, words, averages.grams, settings, around),
    );
    return {
      terms: terms.reduce((a, b) => a + b, 0),
      grams: grams.reduce((sum, { score }) => sum + score, 0),
      met: this.#query.concepts.map((concept, index) =>
        Math.max(
          0,
          ...(weights[index] ?? []),
          ...around.flatMap((text) =>
            text.words.map((word) => weightOf(this.#data, word, concept, this.#partInPassage)),
          ),
        ),
      ),
      gramCoverage: grams.map(({ coverage }) => coverage),
    };
  }

  #frequencyAround(index: number, { words, telling }: LineAround): number {
    const concept = this.#query.concepts[index];
    if (concept === undefined) return 0;
    return words.reduce(
      (sum, word) => sum + telling(word) * weightOf(this.#data, word, concept, this.#partInPassage),
      0,
    );
  }

  #gramScore(
    concept: Concept,
    words: readonly number[],
    average: number,
    settings: Pick<RankingSettings, "grams">,
    around: readonly LineAround[],
  ) {
    const times = (gram: string): number =>
      present.filter((other) => other === gram).length +
      around.reduce((sum, { words, telling, grams }) => {
        const inText = words.map(
          (word) => telling(word) * gramsOf(this.#data.vocabulary.word(word)).filter((other) => other === gram).length,
        );
        return sum + grams * inText.reduce((a, b) => a + b, 0);
      }, 0);
    const present = words.flatMap((word) => gramsOf(this.#data.vocabulary.word(word)));
    const chars = charsOf(this.#data, words);
    const idf = (gram: string): number => inverseDocumentFrequency(this.figures.passages, this.#counts.get(gram) ?? 0);
    const spellings = concept.spellings.map(({ text, weight }) => {
      const wanted = [...new Set(gramsOf(text))];
      const met = wanted.filter((gram) => times(gram) > 0);
      const score = met.reduce((sum, gram) => {
        return sum + bm25(times(gram), chars, average, idf(gram), settings.grams);
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
