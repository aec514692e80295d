import type { IndexedDocument } from "../index/passage-table.ts";
import type { Candidate } from "../passage-index.ts";
import type { Query } from "../query/concept.ts";
import type { Evidence } from "./evidence/evidence.ts";

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
  {
    name: "number",
    weight: 0.3,
    score: ({ evidence, traits }, { asked }) => (asked.isNumber && traits.hasQuantity && isMet(evidence) ? 1 : 0),
  },
  {
    name: "list",
    weight: 0.25,
    score: ({ evidence, traits }, { asked }) => (asked.isList && traits.isList && isMet(evidence) ? 1 : 0),
  },
  { name: "meaning", weight: 1, score: ({ meaning }) => meaning },
];

/** Whether a passage holds anything of the question. */
function isMet({ terms, grams }: Evidence): boolean {
  return terms > 0 || grams > 0;
}
