import type { ContextField } from "../index/context/context-index.ts";
import type { AlternativeKind } from "../query/concept.ts";
import type { Bm25Settings } from "../ranking/bm25.ts";

/** Everything about ranking that can be tuned. */
export interface RankingSettings {
  /** How much a passage with another word counts as one with the question's word, by what makes the two alike. */
  readonly alternatives: Readonly<Record<AlternativeKind, number>>;
  /** What a part of a compound counts where it is the passage that has the compound. */
  readonly partInPassage: number;
  /** How many passages a collection must have before its own word frequencies count as much as the language's. */
  readonly priorPassages: number;
  /** What a relation of a relation keeps: a synonym of the verb that belongs to the noun. */
  readonly secondStep: number;
  /** What a relation of a translation keeps. */
  readonly relatedTranslation: number;
  /** What a relation of a compound's part keeps. */
  readonly relatedPart: number;
  /** What the spelling of a related noun keeps where 4-grams are compared. */
  readonly relatedSpelling: number;
  /** A word of another language that has translations may still be meant as it stands, a name for instance. */
  readonly untranslated: number;
  /** Alternatives of less weight are not looked up. */
  readonly leastAlternative: number;
  /** A concept has at most so many alternatives. */
  readonly mostAlternatives: number;
  /** The formulas of the views of a passage. */
  readonly terms: Bm25Settings;
  readonly grams: Bm25Settings;
  readonly sentenceTerms: Bm25Settings;
  readonly sentenceGrams: Bm25Settings;
  /** How the lines around a passage count. */
  readonly context: ContextSettings;
}

/** Weights are beside the passage's own words, which count 1. */
export interface ContextSettings {
  readonly fields: Readonly<Record<ContextField, number>>;
  /** How much a longer title, heading, … is held to account for its length, from 0 to 1. */
  readonly b: number;
  /** The share of a line's weight that counts when 4-grams are compared. */
  readonly grams: number;
  /** The share that counts in each sentence. */
  readonly sentence: number;
  /** How soon a word loses weight there that many passages have around them: the exponent of the share that have it not. */
  readonly commonness: number;
}
