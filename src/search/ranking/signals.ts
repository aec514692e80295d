import type { IndexedDocument } from "../index/passage-table.ts";
import type { Candidate } from "../passage-index.ts";
import type { Query } from "../query/concept.ts";

/** One view of how well a passage answers a question. */
export interface Signal {
  readonly name: string;
  /** How much it counts beside the others, each divided by its largest value first. Set by `npm run tune -- ranking`. */
  readonly weight: number;
  /** Any unit, never negative: scores are divided by the largest among the candidates. */
  score(candidate: Candidate, query: Query, document: IndexedDocument): number;
}

/** Every signal of the second ranking stage; a hit's score is their weighted sum. */
export const signals: readonly Signal[] = [
  { name: "terms", weight: 1, score: ({ evidence }) => evidence.terms },
  { name: "grams", weight: 0.5, score: ({ evidence }) => evidence.grams },
  { name: "sentence", weight: 0.6, score: ({ evidence }) => evidence.bestSentence },
];
