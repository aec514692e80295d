import type { SignalName } from "../settings/weights.ts";
import type { Evidence } from "./evidence.ts";

/** One view of how well a passage fits a question. Its weight stands in the ranking settings under its name. */
export interface Signal {
  readonly name: SignalName;
  /** Any unit: scores are divided by the largest among the candidates. */
  score(evidence: Evidence): number;
}

/** Every signal of the second ranking stage; a hit's score is their weighted sum. */
export const signals: readonly Signal[] = [
  { name: "terms", score: (evidence) => evidence.terms },
  { name: "grams", score: (evidence) => evidence.grams },
  { name: "sentence", score: bestSentence },
];

/** The best single sentence, by terms: what is met together counts more than what is met far apart. */
function bestSentence(evidence: Evidence): number {
  let best = 0;
  for (const terms of evidence.sentenceTerms) if (terms > best) best = terms;
  return best;
}
