/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -7.53,
  weights: {
    termCoverage: 1.44,
    gramCoverage: 2.66,
    sentenceCoverage: 1.83,
    conceptsMet: 0.68,
    weakestPoint: 1.74,
    constraintsMet: 0.1,
    foundAnywhere: 1.01,
    nounCoverage: 1.63,
    gap: 3.74,
    answerType: 0.69,
  },
  sure: 0.9,
  uncertain: 0.21,
};
