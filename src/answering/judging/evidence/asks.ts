import type { Comparison } from "../comparing/comparison.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** The best sentence asks, and nothing in the passage after it states anything: it wants to know what was asked. */
export const onlyAsks: EvidenceKind<"onlyAsks"> = {
  name: "onlyAsks",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => (asksOnly(comparison) ? 1 : 0),
  finding: (comparison) => (asksOnly(comparison) ? { what: "only-asks", words: [] } : undefined),
};

function asksOnly({ passage, at }: Comparison): boolean {
  return passage.sentences.slice(at).every(({ text }) => isQuestion.test(text));
}

/** A question mark at the end, quotation marks, brackets and marks of emphasis aside. */
const isQuestion = /[?？؟][\p{Pf}\p{Pi}\p{Pe}"'“”*_\s]*$/u;
