import type { ConfidenceModel } from "./model.ts";

/** Written by `npm run tune -- answering`. */
export const confidenceModel: ConfidenceModel = {
  bias: -6.56,
  weights: {
    termCoverage: 0,
    gramCoverage: 1.17,
    sentenceCoverage: 0.24,
    conceptsMet: 0.57,
    weakestPoint: 0.11,
    constraintsMet: 0.5,
    foundAnywhere: 0,
    nounCoverage: 1.27,
    gap: 2.09,
    ownCoverage: 0,
    uniqueness: 0.71,
    answerType: 0.66,
    leadOfTwo: 2.32,
    leadOfDocument: 1.66,
    agreement: 1.25,
    information: 1.25,
  },
};
