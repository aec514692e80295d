import type { Evidence } from "../../src/search/ranking/evidence/evidence.ts";

const nothing = new Float32Array(0);

/** What is found of a question in a passage that holds nothing of it. */
export const noEvidence: Evidence = {
  terms: 0,
  bestSentence: 0,
  grams: 0,
  met: [],
  ownMet: [],
  gramCoverage: [],
  details: { fields: () => [], sentences: () => ({ terms: nothing, grams: nothing, met: nothing }) },
};
