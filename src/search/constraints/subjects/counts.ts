import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { Alike, ReadText, ReadWord } from "../read-text.ts";
import { subjectRules } from "./subjects.ts";

/** Too many words end in a shorter one by accident: a ship is no hip. */
const fewestHeadChars = 4;

/** "Wie viele Bücher …": a number of books, not of the weeks that somebody may keep them. */
export function countConstraint(question: ReadText, alike: Alike): Constraint | undefined {
  const [asking] = subjectRules.map(({ asksCount }) => asksCount.exec(question.text)).filter((match) => match !== null);
  if (asking === undefined) return undefined;
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
    find: (text) => findings(counted, text, alike),
  };
}

/** Met where a number stands before the word, or a compound of it (10.000 Schiffscontainer); contradicted where every number beside the word measures something else. */
function findings(counted: ReadWord, text: ReadText, alike: Alike): ConstraintMatch[] {
  const isCounted = (word: ReadWord): boolean =>
    alike(counted, word, text.language.code) ||
    (counted.stem.length >= fewestHeadChars && word.stem.endsWith(counted.stem));
  const places = text.words.filter(isCounted);
  if (places.length === 0) return [];
  const others: ConstraintMatch[] = [];
  for (const { start, end, unit } of text.quantities) {
    const behind = text.words.filter((word) => word.start >= end).slice(0, 3);
    if (unit === undefined && behind.some(isCounted)) return [{ start, end, share: 1 }];
    if (unit === undefined) return [];
    others.push({ start, end, share: -1 });
  }
  return others;
}
