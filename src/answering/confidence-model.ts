/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -7.88,
  weights: {
    termCoverage: 0.97,
    gramCoverage: 2.89,
    sentenceCoverage: 1.98,
    conceptsMet: 0.59,
    weakestPoint: 1.05,
    constraintsMet: 0,
    foundAnywhere: 1.87,
    nounCoverage: 1.74,
    gap: 3.79,
    answerType: 1.28,
  },
  sure: 0.89,
  uncertain: 0.27,
};
