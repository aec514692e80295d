import type { Comparison } from "../comparing/comparison.ts";

/** What was found, for people: a kind of finding and the words that it is about. */
export interface Finding {
  readonly what: FindingKind;
  /** As question and passage have them; none where the kind says all. */
  readonly words: readonly string[];
}

export type FindingKind =
  | "no-age"
  | "no-time"
  | "no-number"
  | "no-place"
  | "no-person"
  | "no-name"
  | "no-reason"
  | "no-aim"
  | "no-means"
  | "no-amount"
  | "no-duration"
  | "no-condition"
  | "no-manner"
  | "no-definition"
  | "no-list"
  | "no-permission"
  | "no-duty"
  | "other-speaker"
  | "kind-missing"
  | "not-counted"
  | "other-number"
  | "number-missing"
  | "other-name"
  | "negation-missing"
  | "opposite"
  | "sister"
  | "word-missing"
  | "other-role"
  | "only-asks"
  | "not-as-asked";

/** One kind of evidence for or against a passage's answering a question. */
export interface EvidenceKind<Name extends string = string> {
  readonly name: Name;
  /** Whether more of it speaks for an answer or against one: the weight that is learnt keeps this sign. */
  readonly speaks: "for" | "against";
  /** From 0 to 1, but for evidence that may count either way: from -1 to 1. */
  value(comparison: Comparison): number;
  /** Whether its finding means that something else stands where the answer should: such an answer is never sure. */
  readonly isMismatch: boolean;
  /** What to say of it where it speaks against an answer. */
  finding?(comparison: Comparison): Finding | undefined;
}
