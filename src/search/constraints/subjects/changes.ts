import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { ReadText } from "../read-text.ts";
import { subjectRules } from "./subjects.ts";

/** A heading that is nothing but a version or a day. */
const versionHeading = /^\W*(?:version\s*)?v?\d+(?:\.\d+)+(?:\s*[(–-].*)?\W*$|^\W*\d{4}-\d\d-\d\d\W*$/iu;

/**
 * Change logs mention a thing often and explain it only in passing, so other passages come first unless the question is
 * about changes.
 */
export function changesConstraint(question: ReadText): Constraint | undefined {
  if (/\d/u.test(question.text) || subjectRules.some(({ asksChange }) => asksChange.test(question.text)))
    return undefined;
  return {
    kind: "changes",
    start: 0,
    end: question.text.length,
    weight: 0,
    passageWeight: 1.4,
    isHard: false,
    isNeutral: true,
    where: "around",
    find: ({ text }): ConstraintMatch[] =>
      versionHeading.test(text) || subjectRules.some(({ changeList }) => changeList.test(text))
        ? [{ start: 0, end: text.length, share: -1 }]
        : [],
  };
}
