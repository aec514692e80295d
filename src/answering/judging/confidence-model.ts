/** Written by `npm run tune -- answering`. */
export const confidenceModel = {
  bias: -5.71,
  weights: {
    termCoverage: 0.03,
    gramCoverage: 1.74,
    sentenceCoverage: 0.76,
    conceptsMet: 0.52,
    weakestPoint: 0.42,
    constraintsMet: 0.45,
    foundAnywhere: 0,
    nounCoverage: 1.54,
    gap: 4.44,
    ownCoverage: 0.01,
    uniqueness: 1.34,
    answerType: 0.66,
  },
};
