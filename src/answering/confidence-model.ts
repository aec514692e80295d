/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -5.61,
  weights: {
    termCoverage: 0.49,
    gramCoverage: 2.04,
    sentenceCoverage: 0.8,
    closeCoverage: 0,
    conceptsMet: 1.24,
    weakestKey: 0.33,
    constraintsMet: 0.25,
    foundAnywhere: 1.23,
    nounCoverage: 1.22,
    gap: 2.34,
    answerType: 0.75,
  },
  sure: 0.78,
  uncertain: 0.26,
};
