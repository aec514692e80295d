import type { ConfidenceModel } from "./model.ts";

/** Written by `npm run tune -- answering`. */
export const confidenceModel: ConfidenceModel = {
  bias: -6.51,
  weights: {
    termCoverage: 0,
    gramCoverage: 1.14,
    sentenceCoverage: 0.09,
    conceptsMet: 0.67,
    weakestPoint: 0.04,
    constraintsMet: 0.51,
    foundAnywhere: 0,
    nounCoverage: 1.28,
    gap: 2.1,
    ownCoverage: 0,
    uniqueness: 0.75,
    answerType: 0.69,
    leadOfTwo: 2.34,
    leadOfDocument: 1.74,
    agreement: 1.2,
    information: 1.23,
  },
};
