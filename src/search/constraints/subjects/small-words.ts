import { languages } from "../../../analysis/languages.ts";
import { type Constraint, type ConstraintMatch, hardWeight } from "../constraint.ts";
import type { ReadText, ReadWord } from "../read-text.ts";
import { subjectIn } from "./subjects.ts";

/** The value of small words in a different case: there they are part of a sentence, not a name. */
const otherCase = 0.2;
/** The same where the question's first word alone has a capital, as first words have. */
const otherFirst = 0.45;

/**
 * A question that has nothing but small words ("The Who", "Was ist Es?", "To be or not to be") asks for them as they
 * stand, without what leads up to them.
 * @returns undefined where nothing is left
 */
export function smallWordsConstraint(question: ReadText): Constraint | undefined {
  if (question.words.length === 0 || !question.words.every(isSmall)) return undefined;
  const { start, end } = subjectIn(question.text, "SmallWords");
  const isLed = start > 0 && end > start;
  const asked = question.words.filter((word) => (isLed ? word.start >= start && word.end <= end : true));
  const first = asked[0];
  const last = asked.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // "Was ist das?" points at something; a name would have a capital, and a saying more words.
  if (isLed && asked.length < leastWords && !asked.some(isCapitalised)) {
    return question.text.includes("?") ? undefined : titleOnly(question);
  }
  return {
    kind: "phrase",
    start: first.start,
    end: last.end,
    weight: 1,
    passageWeight: hardWeight,
    isHard: true,
    isNeutral: false,
    find: (text) => (text.isTitle && isLed ? [...runs(question.words, text), ...runs(asked, text)] : runs(asked, text)),
  };
}

/** "Was ist was": no question, but the title of something. */
function titleOnly({ words, text }: ReadText): Constraint {
  return {
    kind: "phrase",
    start: 0,
    end: text.length,
    weight: 1,
    passageWeight: hardWeight,
    isHard: true,
    isNeutral: false,
    where: "around",
    find: (other) => (other.isTitle ? runs(words, other) : []),
  };
}

const leastWords = 3;

function isCapitalised({ text }: ReadWord): boolean {
  return /^\p{Lu}/u.test(text);
}

/** A question of small words hardly tells its language. */
function isSmall({ text, isStopWord }: ReadWord): boolean {
  return isStopWord || languages.some((language) => language.isStopWord(language.fold(text)));
}

/** Where small words stand one after the other, as the name that they are. */
export function runs(asked: readonly ReadWord[], text: ReadText): ConstraintMatch[] {
  const found: ConstraintMatch[] = [];
  const folded = asked.map((word) => text.language.fold(word.text));
  const isName = asked.some(isCapitalised) && asked.length < 4;
  text.words.forEach((first, at) => {
    const run = text.words.slice(at, at + asked.length);
    const last = run.at(-1);
    if (last === undefined || run.length < asked.length || !run.every(({ folded: word }, i) => word === folded[i]))
      return;
    const isAlike = !isName || run.every(({ text: word }, i) => word === asked[i]?.text);
    const isNearly =
      !isAlike && run.every(({ text: word }, i) => word === asked[i]?.text || (i === 0 && asked.length > 1));
    // A single small word at the beginning of a sentence is hardly a name.
    const isSure = isAlike && (asked.length > 1 || !first.opensClause || text.isTitle);
    found.push({ start: first.start, end: last.end, share: isSure ? 1 : isNearly ? otherFirst : otherCase });
  });
  return found;
}
