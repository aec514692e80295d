import type { AlternativeKind } from "./query/concept.ts";

/** A part of a compound counts as half the word. */
export const partWeight = 0.5;

/** How much a passage with another word counts as one with the question's word, by what makes the two alike. */
export const alternativeWeights: Record<AlternativeKind, number> = {
  exact: 1,
  form: 0.95,
  family: 0.8,
  synonym: 0.5,
  role: 0.4,
  narrower: 0.3,
  broader: 0.15,
  translation: 1,
  spelling: 0.9,
  part: 0.4,
};

/** Everything else about ranking that was tuned (`npm run tune`), in one place. */
export const rankingWeights = {
  /** How many passages a collection must have before its own word frequencies count as much as the language's. */
  priorPassages: 240,
  /** What a relation of a relation keeps: a synonym of the verb that belongs to the noun. */
  secondStep: 0.6,
  /** What a relation of a translation keeps. */
  relatedTranslation: 0.4,
  /** A word of another language that has translations may still be meant as it stands, a name for instance. */
  untranslated: 0.3,
  /** Alternatives of less weight are not looked up. */
  leastAlternative: 0.08,
  /** A concept has at most so many alternatives. */
  mostAlternatives: 40,
};

/** How the signals of the second ranking stage are added up, each divided by its largest value first. */
export const signalWeights = { terms: 1, grams: 0.5, sentence: 0.6 };
