/** Written by `npm run tune -- confidence`: weights of the features, and from which confidence on an answer is given. */
export const confidenceModel = {
  bias: -5.29,
  weights: {
    termCoverage: 0.47,
    gramCoverage: 2.21,
    sentenceCoverage: 0.83,
    closeCoverage: 0,
    conceptsMet: 1.13,
    weakestKey: 0.43,
    constraintsMet: 0.14,
    foundAnywhere: 1.15,
    nounCoverage: 1.11,
    gap: 2.26,
    answerType: 0.65,
  },
  sure: 0.78,
  uncertain: 0.13,
};
