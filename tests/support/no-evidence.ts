import type { Evidence } from "../../src/search/ranking/evidence.ts";

const nothing = new Float32Array(0);

/** What is found of a question in a passage that holds nothing of it. */
export const noEvidence: Evidence = {
  terms: 0,
  fields: [],
  bestSentence: 0,
  grams: 0,
  met: nothing,
  ownMet: nothing,
  gramCoverage: nothing,
  sentenceTerms: nothing,
  sentenceGrams: nothing,
  sentenceMet: nothing,
};
