/** Written by `npm run tune -- answering`. */
export const confidenceModel = {
  bias: -5.86,
  weights: {
    termCoverage: 0.01,
    gramCoverage: 1.47,
    sentenceCoverage: 0.74,
    conceptsMet: 0.51,
    weakestPoint: 0.53,
    constraintsMet: 0.57,
    foundAnywhere: 0,
    nounCoverage: 1.52,
    gap: 4.48,
    ownCoverage: 0,
    uniqueness: 1.29,
    answerType: 0.78,
  },
};
