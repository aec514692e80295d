/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -6.58,
  weights: {
    termCoverage: 0,
    gramCoverage: 1.3,
    sentenceCoverage: 0.96,
    closeCoverage: 0,
    conceptsMet: 1.1,
    weakestKey: 0,
    constraintsMet: 0.54,
    foundAnywhere: 2.6,
    nounCoverage: 1.86,
    gap: 3.35,
    answerType: 0.15,
  },
  sure: 0.85,
  uncertain: 0.2,
};
