import type { Place } from "./confidence/model.ts";
import { type EvidenceName, evidenceKinds } from "./evidence/list.ts";
import { type ConfidenceFeatures, featureNames } from "./features.ts";
import type { EvidenceValues } from "./judge.ts";

/** What the judge looks at: the evidence, and what the passage was found by. */
export type JudgeInput = EvidenceName | `found.${keyof ConfidenceFeatures}`;

export const judgeInputs: readonly JudgeInput[] = [
  ...evidenceKinds.map(({ name }) => name),
  ...featureNames.map((name): JudgeInput => `found.${name}`),
];

/** Whether more of each input speaks for an answer (1) or against one (-1); the model keeps to it. */
export const inputSigns: readonly (1 | -1)[] = [
  ...evidenceKinds.map(({ speaks }): 1 | -1 => (speaks === "for" ? 1 : -1)),
  ...featureNames.map((): 1 | -1 => 1),
];

/** What tells how far a passage is ahead of others. */
const leads: ReadonlySet<JudgeInput> = new Set<JudgeInput>([
  "found.gap",
  "found.uniqueness",
  "found.leadOfTwo",
  "found.leadOfDocument",
  "found.agreement",
  "found.information",
]);

/**
 * What the judge of passages of a place may look at. Questions that are written to mislead copy words of a passage, which
 * is then far ahead of the others: of bare text, where headings tell nothing, the judge would learn to trust that.
 */
export function isSeenAt(name: JudgeInput, place: Place): boolean {
  return place === "headed" || !leads.has(name);
}

/** In the order of `judgeInputs`. */
export function inputValues(features: ConfidenceFeatures, evidence: EvidenceValues): number[] {
  return [...evidenceKinds.map(({ name }) => evidence[name]), ...featureNames.map((name) => features[name])];
}
