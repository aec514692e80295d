import type { Constraint, ConstraintMatch } from "./constraint.ts";
import type { ReadText } from "./read-text.ts";

/** Runs of scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Thai}]{2,}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const thai = /\p{Script=Thai}/u;
const weight = 1.5;

/** Words of scripts without spaces are found where they stand inside the text's runs of letters. */
export function unspacedConstraints(question: ReadText): Constraint[] {
  return [...question.text.matchAll(unspaced)].map((match): Constraint => {
    const [run] = match;
    const words = wordsOf(run);
    return {
      kind: "phrase",
      start: match.index,
      end: match.index + run.length,
      weight: 1,
      passageWeight: weight,
      isHard: false,
      isNeutral: false,
      find: ({ text }) => findings(words, text),
    };
  });
}

/** Longer words first; single characters of a longer run are endings and particles. */
function wordsOf(run: string): string[] {
  const locale = thai.test(run) ? "th" : kana.test(run) ? "ja" : "zh";
  const words = [...new Intl.Segmenter(locale, { granularity: "word" }).segment(run)].map(({ segment }) => segment);
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : [run];
}

/** The share of the question's words that stand in the text, at the place of each that does. */
function findings(words: readonly string[], text: string): ConstraintMatch[] {
  const total = words.join("").length;
  const found = words.filter((word) => text.includes(word));
  const share = found.join("").length / total;
  return found.flatMap((word): ConstraintMatch[] =>
    [...text.matchAll(new RegExp(word, "gu"))].map(({ index }) => ({ start: index, end: index + word.length, share })),
  );
}
