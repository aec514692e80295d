import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import type { TextRange } from "../../documents/document.ts";
import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";
import type { FetchedPassage } from "../../search/passage-index.ts";
import { type Comparison, compare } from "./comparing/comparison.ts";
import type { QuestionView } from "./comparing/question-view.ts";
import type { Finding } from "./evidence/evidence-kind.ts";
import { type EvidenceName, evidenceKinds } from "./evidence/list.ts";
import { judgeModel } from "./judge-model.ts";

export type EvidenceValues = Readonly<Record<EvidenceName, number>>;

export type JudgeModel = typeof judgeModel;

/** What speaks for and against a passage's answering a question, once it was found. */
export interface Judgement {
  readonly evidence: EvidenceValues;
  /** What speaks against it, weightiest first. */
  readonly findings: readonly Finding[];
  /** Whether something stands in the place of what was asked about: another number, the contrary, nothing of the kind. */
  readonly hasMismatch: boolean;
  /** The sentence that was compared, in the canonical text. */
  readonly sentence: TextRange;
}

/**
 * @param checked what the question fixes to the letter, as the passage has it
 * @returns undefined where the passage has no words to compare
 */
export function judgePassage(
  question: QuestionView,
  fetched: FetchedPassage,
  lexicon: Lexicon,
  checked: readonly CheckedConstraint[] = [],
): Judgement | undefined {
  const { passage, text, document, around } = fetched;
  const comparison = compare(
    question,
    {
      text,
      start: passage.range.start,
      sentences: passage.sentences,
      isTable: passage.kind === "table",
      language: document.metadata.language,
      context: [
        ...(document.metadata.titleSource === "derived" ? [] : [document.metadata.title]),
        ...passage.headingPath,
        ...around.leadIns,
        ...(around.tableHead === undefined ? [] : [around.tableHead]),
        ...(around.question === undefined ? [] : [around.question]),
      ],
    },
    lexicon,
    checked,
  );
  return comparison === undefined ? undefined : judgementOf(comparison);
}

export function judgementOf(comparison: Comparison, model: JudgeModel = judgeModel): Judgement {
  const evidence = evidenceOf(comparison);
  const found = evidenceKinds.flatMap((kind) => {
    const finding = kind.finding?.(comparison);
    if (finding === undefined) return [];
    return [{ finding, isMismatch: kind.isMismatch, weight: Math.abs(model.weights[kind.name] * evidence[kind.name]) }];
  });
  return {
    evidence,
    findings: found.sort((a, b) => b.weight - a.weight).map(({ finding }) => finding),
    hasMismatch: found.some(({ isMismatch }) => isMismatch),
    sentence: comparison.best.range,
  };
}

function evidenceOf(comparison: Comparison): EvidenceValues {
  const values: Record<EvidenceName, number> = { ...noEvidence };
  for (const kind of evidenceKinds) values[kind.name] = kind.value(comparison);
  return values;
}

/** Of a passage that has nothing to do with the question. */
export const noEvidence: EvidenceValues = {
  sentenceCoverage: 0,
  nearCoverage: 0,
  thingCoverage: 0,
  missingWord: 0,
  missingShare: 0,
  missingKind: 0,
  kindNearby: 0,
  kindAmid: 0,
  kindNamed: 0,
  counted: 0,
  otherNumber: 0,
  missingNumber: 0,
  nameCoverage: 0,
  otherName: 0,
  otherPartOfName: 0,
  missingNegation: 0,
  opposite: 0,
  oppositeInPassage: 0,
  sister: 0,
  turnedRole: 0,
  unmetConstraint: 0,
};

/** The probability, from 0 to 1, that a passage about the matter says what is asked: a logistic function of the evidence. */
export function saysIt(evidence: EvidenceValues, model: JudgeModel = judgeModel): number {
  let z = model.bias;
  for (const { name } of evidenceKinds) z += model.weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-z));
}
