import type { Evidence } from "./evidence.ts";
import { signalWeights } from "./weights.ts";

/** One view of how well a passage fits a question. */
export interface Signal {
  readonly name: string;
  /** How much its largest value counts in the sum. */
  readonly weight: number;
  /** Any unit: scores are divided by the largest among the candidates. */
  score(evidence: Evidence): number;
}

/** Every signal of the second ranking stage; a hit's score is their weighted sum. */
export const signals: readonly Signal[] = [
  { name: "terms", weight: signalWeights.terms, score: (evidence) => evidence.terms },
  { name: "grams", weight: signalWeights.grams, score: (evidence) => evidence.grams },
  { name: "sentence", weight: signalWeights.sentence, score: bestSentence },
];

/** The best single sentence, by terms: what is met together counts more than what is met far apart. */
function bestSentence(evidence: Evidence): number {
  let best = 0;
  for (const sentence of evidence.sentences) if (sentence.terms > best) best = sentence.terms;
  return best;
}
