import type { RankingSettings } from "./weights.ts";

/** The settings that the program ranks with. Written by `npm run tune -- ranking`. */
export const rankingSettings: RankingSettings = {
  alternatives: {
    exact: 1,
    form: 0.95,
    family: 0.6,
    synonym: 0.5,
    role: 0.4,
    narrower: 0.1,
    broader: 0.15,
    translation: 1,
    spelling: 0.9,
    part: 0.4,
  },
  partInPassage: 0.5,
  priorPassages: 120,
  secondStep: 0.6,
  relatedTranslation: 0.4,
  relatedPart: 0,
  relatedSpelling: 0.85,
  untranslated: 0.3,
  leastAlternative: 0.08,
  mostAlternatives: 40,
  terms: {
    k1: 0.6,
    b: 0.5,
  },
  grams: {
    k1: 1.2,
    b: 0.75,
  },
  sentenceTerms: {
    k1: 0.6,
    b: 0.3,
  },
  sentenceGrams: {
    k1: 1.2,
    b: 0.3,
  },
  context: {
    fields: {
      title: 0.7,
      heading: 1.3,
      outerHeading: 0.5,
      leadIn: 0.7,
      tableHead: 0.5,
      question: 0.7,
    },
    b: 0.6,
    grams: 0.7,
    sentence: 0.75,
    commonness: 3,
  },
};
