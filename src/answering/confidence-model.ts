/** Fitted by `npm run tune`; written by it. Weights of the features, in the order of `featureNames`. */
export const confidenceModel = {
  bias: -5,
  weights: {
    termCoverage: 3,
    gramCoverage: 4,
    sentenceCoverage: 2,
    closeCoverage: 0.5,
    conceptsMet: 0.5,
    weakestKey: 0.5,
    constraintsMet: 0.5,
    gap: 1.5,
    answerType: 0.3,
  },
  /** From this confidence on the answer is "sure". */
  sure: 0.75,
  /** From this confidence on it is given at all, as "uncertain". */
  uncertain: 0.35,
};
