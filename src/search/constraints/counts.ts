import type { Constraint, Finding } from "./constraint.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

const asksCount = /(?<!\p{L})(?:wie\s?viele|how many)\s+/iu;

/** "Wie viele Bücher …": a number of books, not of the weeks that somebody may keep them. */
export function countConstraint(question: ReadText): Constraint | undefined {
  const asking = asksCount.exec(question.text);
  if (asking === null) return undefined;
  const from = asking.index + asking[0].length;
  const counted = question.words.find((word) => word.start >= from && !word.isStopWord);
  if (
    counted === undefined ||
    question.words.some(({ start, end }) => start >= from && start < counted.start && end > from)
  ) {
    return undefined;
  }
  return {
    kind: "count",
    start: counted.start,
    end: counted.end,
    weight: 0.6,
    passageWeight: 0.3,
    isHard: false,
    isNeutral: true,
    where: "passage",
    find: (text) => findings(counted, text),
  };
}

/** Met where a number stands before the word; contradicted where every number beside the word measures something else. */
function findings(counted: ReadWord, text: ReadText): Finding[] {
  const places = text.words.filter((word) => word.stem === counted.stem);
  if (places.length === 0) return [];
  const others: Finding[] = [];
  for (const { start, end, unit } of text.quantities) {
    const behind = text.words.filter((word) => word.start >= end).slice(0, 3);
    if (unit === undefined && behind.some((word) => word.stem === counted.stem)) return [{ start, end, share: 1 }];
    if (unit === undefined) return [];
    others.push({ start, end, share: -1 });
  }
  return others;
}
