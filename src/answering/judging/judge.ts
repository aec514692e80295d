import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import type { TextRange } from "../../documents/document.ts";
import type { CheckedConstraint } from "../../search/constraints/check-passage.ts";
import type { FetchedPassage } from "../../search/passage-index.ts";
import type { Concept } from "../../search/query/concept.ts";
import { type Comparison, compare } from "./comparing/comparison.ts";
import { apartLikeness } from "./comparing/passage-view.ts";
import type { QuestionView } from "./comparing/question-view.ts";
import { contextLines } from "./context-lines.ts";
import type { Finding } from "./evidence/evidence-kind.ts";
import { type EvidenceName, evidenceKinds } from "./evidence/list.ts";

export type EvidenceValues = Readonly<Record<EvidenceName, number>>;

/** What speaks for and against a passage as an answer, once it has been found. */
export interface Judgement {
  readonly evidence: EvidenceValues;
  /** What speaks against it, weightiest first. */
  readonly findings: readonly Finding[];
  /** Whether something stands in the place of what was asked about: another number, the contrary, nothing of the kind. */
  readonly hasMismatch: boolean;
  /** Whether a heading, a lead-in, the head of a table or a question says what the passage is about. */
  readonly isUnderHeading: boolean;
  /** Compounds of the question whose words the passage has, if apart: Antrag auf Wohngeld for Wohngeldantrag. */
  readonly compounds: ReadonlySet<Concept>;
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
  const { passage, text, document } = fetched;
  const above = contextLines(fetched);
  const comparison = compare(
    question,
    {
      text,
      start: passage.range.start,
      sentences: passage.sentences,
      isTable: passage.kind === "table",
      language: document.metadata.language,
      context: [document.metadata.title, ...above],
    },
    lexicon,
    checked,
  );
  return comparison === undefined ? undefined : judgementOf(comparison, above.length > 0);
}

/** @param isUnderHeading as in the judgement */
export function judgementOf(comparison: Comparison, isUnderHeading: boolean): Judgement {
  const evidence = evidenceOf(comparison);
  const found = evidenceKinds.flatMap(({ name, speaks, isMismatch, finding }) => {
    const told = finding?.(comparison);
    const value = speaks === "against" ? evidence[name] : 1 - evidence[name];
    return told === undefined ? [] : [{ told, isMismatch, weight: (isMismatch ? 1 : 0) + value }];
  });
  return {
    evidence,
    findings: distinct(found.sort((a, b) => b.weight - a.weight).map(({ told }) => told)),
    hasMismatch: found.some(({ isMismatch }) => isMismatch),
    isUnderHeading,
    compounds: new Set(
      comparison.question.words.flatMap(({ concept }, word) =>
        concept.halves !== undefined && (comparison.anywhere[word] ?? 0) >= apartLikeness ? [concept] : [],
      ),
    ),
    sentence: comparison.best.range,
  };
}

/** What two kinds of evidence find alike is told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [[finding.what, ...finding.words].join("\t"), finding])).values()];
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
  contextCoverage: 0,
  lineCoverage: 0,
  heldTogether: 0,
  formTold: 0,
  otherSpeaker: 0,
  attributeNamed: 0,
  onlyAsks: 0,
  numbersAlone: 0,
};
