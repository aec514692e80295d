/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -5.8,
  weights: {
    termCoverage: 0.78,
    gramCoverage: 2.43,
    sentenceCoverage: 0.97,
    closeCoverage: 0,
    conceptsMet: 1.1,
    weakestKey: 0,
    constraintsMet: 0.23,
    foundAnywhere: 0.94,
    nounCoverage: 1.52,
    gap: 3.73,
    answerType: 0.73,
  },
  sure: 0.78,
  uncertain: 0.23,
};
