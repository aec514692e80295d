import type { Constraint, ConstraintMatch } from "./constraint.ts";
import type { ReadText } from "./read-text.ts";

const changeList =
  /(?<!\p{L})(?:change\s?-?logs?|changes|release\s?-?notes|releases|release history|version history|history of changes|news|what['’]?s new|versionshinweise|versionsgeschichte|(?:ä|ae)nderungs(?:protokoll|verlauf|historie)|(?:ä|ae)nderungen|neuerungen|neuigkeiten|was ist neu|blog)(?!\p{L})/iu;
/** A heading that is nothing but a version or a day. */
const versionHeading = /^\W*(?:version\s*)?v?\d+(?:\.\d+)+(?:\s*[(–-].*)?\W*$|^\W*\d{4}-\d\d-\d\d\W*$/iu;
const asksChange =
  /(?<!\p{L})(?:new|news|change[sd]?|changelog|fix(?:e[sd])?|added|removed in|release[sd]?|version|since|latest|update[sd]?|bring|brings|neu(?:e[mnrs]?|ig\p{L}*)?|ge(?:ä|ae)ndert|(?:ä|ae)nder\p{L}*|behoben|hinzu\p{L}*|seit|ab|aktualisier\p{L}*|blog)(?!\p{L})|\d/iu;

/**
 * Change logs mention a thing often and explain it only in passing, so other passages come first unless the question is
 * about changes.
 */
export function changesConstraint(question: ReadText): Constraint | undefined {
  if (asksChange.test(question.text)) return undefined;
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
      changeList.test(text) || versionHeading.test(text) ? [{ start: 0, end: text.length, share: -1 }] : [],
  };
}
