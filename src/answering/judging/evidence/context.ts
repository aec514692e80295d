import { coverage } from "../comparing/passage-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** How much of the question title, headings, the head of a table and what leads to the passage say. */
export const contextCoverage: EvidenceKind<"contextCoverage"> = {
  name: "contextCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, passage }) => coverage(question.words, (word) => passage.contextMet[word] ?? 0),
};

/** How much of it one line of them says: a heading that is what was asked, the question of a list of questions. */
export const lineCoverage: EvidenceKind<"lineCoverage"> = {
  name: "lineCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, passage }) => coverage(question.words, (word) => passage.lineMet[word] ?? 0),
};

/** How much of the question the best sentence says together with title and headings, its neighbours apart. */
export const heldTogether: EvidenceKind<"heldTogether"> = {
  name: "heldTogether",
  speaks: "for",
  isMismatch: false,
  value: ({ question, best, passage }) =>
    coverage(question.words, (word) => Math.max(best.met[word] ?? 0, passage.contextMet[word] ?? 0)),
};
