/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -7.51,
  weights: {
    termCoverage: 1.44,
    gramCoverage: 2.67,
    sentenceCoverage: 1.8,
    conceptsMet: 0.68,
    weakestPoint: 1.72,
    constraintsMet: 0.1,
    foundAnywhere: 0.99,
    nounCoverage: 1.62,
    gap: 3.73,
    answerType: 0.73,
  },
  sure: 0.9,
  uncertain: 0.21,
};
