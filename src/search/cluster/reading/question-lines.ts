import { ContextWeights } from "../../ranking/context-weights.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import type { VisibleFigures } from "./collection-figures.ts";
import type { NumberedPassage } from "./passage-words.ts";

/** What one question reads: the lines around its candidates, under numbers of its own, and what they count. */
export class QuestionLines {
  readonly figures: VisibleFigures;
  readonly weights: ContextWeights;
  readonly #numbers = new Map<string, number>();
  readonly #words: Uint32Array[] = [];

  constructor(figures: VisibleFigures, settings: RankingSettings, covered: (term: string) => number) {
    this.figures = figures;
    this.weights = new ContextWeights(
      {
        passages: figures.passages,
        covered,
        lineLength: (line) => this.words(line).length,
        averageLength: (field) => figures.averageLine(field),
      },
      settings,
    );
  }

  words(line: number): Uint32Array {
    return this.#words[line] ?? noWords;
  }

  linesOf(document: number, { lines }: NumberedPassage) {
    return lines.map(({ line, field, words }) => {
      const key = `${document} ${line}`;
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#words.length;
        this.#words.push(words);
        this.#numbers.set(key, number);
      }
      return { field, line: number };
    });
  }
}

const noWords = new Uint32Array(0);
