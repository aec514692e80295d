import { alternatives, languages } from "../languages.ts";
import type { WordNumber } from "../rules/number-words.ts";

const spoken = languages.flatMap(({ numberWords }) => (numberWords === undefined ? [] : [numberWords]));

/** Words that multiply the number before them, of every language. */
export const magnitudes: ReadonlyMap<string, number> = new Map(spoken.flatMap((words) => [...words.magnitudes]));

const ordinalInFigures = new RegExp(
  `^(\\d{1,6})(?:${alternatives(({ numberWords }) => numberWords?.ordinalEndings)})$`,
);

/**
 * The number that a single word says, in any language that has words for numbers.
 * @param folded lower case, without umlauts and accents
 */
export function numberOfWord(folded: string): WordNumber | undefined {
  const figure = ordinalInFigures.exec(folded);
  if (figure !== null) return { value: Number(figure[1]), isOrdinal: true };
  if (!/^[a-z-]+$/.test(folded) || folded.length > 64) return undefined;
  let ordinal: WordNumber | undefined;
  for (const words of spoken) {
    const said = words.numberOf(folded);
    if (said?.isOrdinal === false) return said;
    ordinal ??= said;
  }
  return ordinal;
}

/** Folded words for a number, one word each, by the code of their language. */
export function wordsOfNumber(
  value: number,
): ReadonlyMap<string, { readonly cardinal?: string; readonly ordinal?: string }> {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) return new Map();
  return new Map(
    languages.flatMap(({ code, numberWords }) =>
      numberWords === undefined ? [] : [[code, numberWords.wordsOf(value)] as const],
    ),
  );
}

const romanFigures = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

/** @param value from 1 to 3,999 */
export function romanOf(value: number): string {
  let roman = "";
  let rest = value;
  for (const [figure, worth] of romanFigures) {
    for (; rest >= worth; rest -= worth) roman += figure;
  }
  return roman;
}

/** The number that a word in Roman figures says; undefined where it is none, or is not written as one writes it. */
export function numberOfRoman(word: string): number | undefined {
  if (!/^[MDCLXVI]{1,15}$/.test(word)) return undefined;
  let value = 0;
  let rest = word;
  for (const [figure, worth] of romanFigures) {
    for (; rest.startsWith(figure); rest = rest.slice(figure.length)) value += worth;
  }
  return rest === "" && value < 4000 && romanOf(value) === word ? value : undefined;
}
