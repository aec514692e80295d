import type { EvidenceKind } from "./evidence-kind.ts";

/** Something that the question fixes to the letter, a name with marks, words in quotation marks, is not there. */
export const unmetConstraint: EvidenceKind<"unmetConstraint"> = {
  name: "unmetConstraint",
  speaks: "against",
  isMismatch: true,
  value: ({ unmet }) => unmet.reduce((most, { weight }) => Math.max(most, weight), 0),
  finding: ({ unmet: [first] }) => (first === undefined ? undefined : { what: "not-as-asked", words: [first.text] }),
};
