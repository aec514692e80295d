import { confidenceFeatures } from "../../src/answering/judging/features.ts";
import type { Judgment } from "../../src/evaluation/judgments.ts";
import type { Outcome } from "../../src/evaluation/run.ts";

const query = {
  text: "",
  language: "de" as const,
  concepts: [],
  constraints: [],
  asked: { isNumber: false, isList: false, isOfChanges: false, isOfSideProvisions: false },
};
const features = confidenceFeatures(query, { candidates: [], informativeness: [], passageCounts: [], total: 0 }, [], 0);

/** What came out of an invented question. */
export function outcome(
  position: number,
  more: Partial<Omit<Outcome, "judgment">> & { judgment?: Partial<Judgment> } = {},
): Outcome {
  const { judgment, ...rest } = more;
  const question = judgment?.question ?? "Wer?";
  return {
    position,
    certainty: "sure",
    confidence: 0.9,
    features,
    judgements: [],
    isSentenceRight: undefined,
    answer: {
      question,
      language: "de",
      kind: "abstained",
      certainty: "none",
      reason: "weak",
      confidence: 0,
      lookedFor: [],
      missing: [],
      findings: [],
      passages: [],
      worthShowing: 0,
      saysDifferentThings: false,
      undatedLeftOut: 0,
    },
    judgment: {
      id: "q",
      lang: "de",
      type: "fact",
      question,
      answerable: true,
      gold: [],
      difficulty: "lexical",
      ...judgment,
    },
    ...rest,
  };
}
