import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";

/** What a number counts as: only numbers of one kind stand in each other's place. */
export type NumberKind = "year" | "ordinal" | "figure" | "date";

export interface NumberRead {
  readonly kind: NumberKind;
  /** The same for the same number however it is written. */
  readonly value: string;
}

/** Languages whose number words are known here. */
type NumberLanguage = "de" | "en";

const units: Readonly<Record<NumberLanguage, string>> = {
  de: "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
};
const tens: Readonly<Record<NumberLanguage, string>> = {
  de: "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
  en: "twenty thirty forty fifty sixty seventy eighty ninety",
};
const large: Readonly<Record<NumberLanguage, Readonly<Record<string, number>>>> = {
  de: { dutzend: 12, hundert: 100, tausend: 1000, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 },
  en: { dozen: 12, hundred: 100, thousand: 1000, million: 1e6, millions: 1e6, billion: 1e9, billions: 1e9 },
};
const ordinals: Readonly<Record<NumberLanguage, string>> = {
  de: "nullt erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
  en: "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
};

const words: Readonly<Record<NumberLanguage, ReadonlyMap<string, NumberRead>>> = {
  de: numberWords("de"),
  en: numberWords("en"),
};

function numberWords(code: NumberLanguage): Map<string, NumberRead> {
  const found = new Map<string, NumberRead>();
  const figure = (word: string, value: number): void => {
    found.set(word, { kind: "figure", value: String(value) });
  };
  const small = units[code].split(" ");
  small.forEach((word, value) => {
    // "ein" and "one" are articles and pronouns far more often than numbers.
    if (value !== 1) figure(word, value);
  });
  tens[code].split(" ").forEach((word, index) => {
    const value = (index + 2) * 10;
    figure(word, value);
    small.slice(1, 10).forEach((unit, digit) => {
      figure(code === "de" ? `${unit}und${word}` : `${word}${unit}`, value + digit + 1);
    });
  });
  for (const [word, value] of Object.entries(large[code])) figure(word, value);
  ordinals[code].split(" ").forEach((word, value) => {
    const endings = code === "de" ? ["e", "en", "er", "es", "em"] : [""];
    for (const ending of endings) found.set(word + ending, { kind: "ordinal", value: String(value) });
  });
  return found;
}

const year = /^(?:1\d|20)\d\d$/;
/** 1990s, 1920er, 20th, 3rd, 2-bändig is told apart by its hyphen. */
const ordinalFigure = /^(\d+)(?:st|nd|rd|th)$/;
const decade = /^(\d{3}0)(?:s|er|ern)$/;

/** What number a word or figure is; undefined where it is none. @param next the character behind it */
export function numberOf(token: AnalyzedToken, code: LanguageCode, next: string): NumberRead | undefined {
  if (token.kind === "date") return { kind: "date", value: token.folded };
  if (token.kind === "number") {
    if (year.test(token.folded)) return { kind: "year", value: token.folded };
    // "3. Oktober", "im 19. Jahrhundert": a German ordinal is a figure and a stop.
    if (code === "de" && /^\d{1,2}$/.test(token.folded) && /^\.\s+\p{L}/u.test(next)) {
      return { kind: "ordinal", value: token.folded };
    }
    return { kind: "figure", value: token.folded };
  }
  const [, ordinal] = ordinalFigure.exec(token.folded) ?? [];
  if (ordinal !== undefined) return { kind: "ordinal", value: ordinal };
  const [, decadeOf] = decade.exec(token.folded) ?? [];
  if (decadeOf !== undefined) return { kind: "year", value: `${decadeOf}s` };
  return code === "de" || code === "en" ? words[code].get(token.folded) : undefined;
}
