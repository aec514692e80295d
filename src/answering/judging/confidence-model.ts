import type { ConfidenceModel } from "./model.ts";

/** Written by `npm run tune -- answering`. */
export const confidenceModel: ConfidenceModel = {
  bias: -6.54,
  weights: {
    termCoverage: 0,
    gramCoverage: 0.87,
    sentenceCoverage: 0.28,
    conceptsMet: 0.49,
    weakestPoint: 0.2,
    constraintsMet: 0.5,
    foundAnywhere: 0,
    nounCoverage: 1.39,
    gap: 2.52,
    ownCoverage: 0,
    uniqueness: 0.98,
    answerType: 0.68,
    leadOfTwo: 2.35,
    leadOfDocument: 1.73,
    agreement: 1.05,
    information: 1.25,
  },
};
