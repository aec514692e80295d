/** A number that a word says, and whether as one of a row (zweite, second). */
export interface WordNumber {
  readonly value: number;
  readonly isOrdinal: boolean;
}

const germanSmall =
  "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const germanTens = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");
const englishSmall =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const german = new Map<string, number>([
  ...germanSmall.map((word, value): [string, number] => [word, value]),
  ...germanTens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ["eins", 1],
  ["zwo", 2],
]);
const english = new Map<string, number>([
  ...englishSmall.map((word, value): [string, number] => [word, value]),
  ...englishTens.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
/** Ordinals whose beginning is not the cardinal's. */
const germanOrdinals = new Map([
  ["erst", 1],
  ["dritt", 3],
  ["siebt", 7],
  ["acht", 8],
]);
const englishOrdinals = new Map([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fifth", 5],
  ["eighth", 8],
  ["ninth", 9],
  ["twelfth", 12],
]);

/** Words that mean a thousand and more, as factors. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ["tausend", 1e3],
  ["tsd", 1e3],
  ["thousand", 1e3],
  ["million", 1e6],
  ["millionen", 1e6],
  ["millions", 1e6],
  ["mio", 1e6],
  ["milliarde", 1e9],
  ["milliarden", 1e9],
  ["mrd", 1e9],
  ["billion", 1e9],
  ["billions", 1e9],
]);

/**
 * The number that a single word says, in German or English.
 * @param folded lower case, without umlauts and accents
 */
export function numberOfWord(folded: string): WordNumber | undefined {
  const figure = /^(\d{1,6})(?:st|nd|rd|th|te[nmrs]?|ste[nmrs]?)$/.exec(folded);
  if (figure !== null) return { value: Number(figure[1]), isOrdinal: true };
  if (!/^[a-z-]+$/.test(folded) || folded.length > 64) return undefined;
  const cardinal = germanCardinal(folded) ?? englishCardinal(folded);
  if (cardinal !== undefined && folded !== "ein") return { value: cardinal, isOrdinal: false };
  const ordinal = germanOrdinal(folded) ?? englishOrdinal(folded);
  return ordinal === undefined ? undefined : { value: ordinal, isOrdinal: true };
}

function germanCardinal(word: string): number | undefined {
  const known = german.get(word);
  if (known !== undefined) return known;
  for (const [name, factor] of [
    ["tausend", 1000],
    ["hundert", 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const left = at === 0 ? 1 : germanCardinal(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^und(?=.)/, "");
    const right = rest === "" ? 0 : germanCardinal(rest);
    return left === undefined || right === undefined || left * factor <= right ? undefined : left * factor + right;
  }
  const [, unit = "", ten = ""] = /^([a-z]+?)und([a-z]+)$/.exec(word) ?? [];
  const [units, tens] = [german.get(unit), german.get(ten)];
  return units === undefined || tens === undefined || units > 9 || units < 1 || tens < 20 ? undefined : tens + units;
}

function englishCardinal(word: string): number | undefined {
  const known = english.get(word);
  if (known !== undefined) return known;
  const [ten = "", unit = "", ...more] = word.split("-");
  const [tens, units] = [english.get(ten), english.get(unit)];
  return more.length > 0 || tens === undefined || units === undefined || tens < 20 || units > 9 || units < 1
    ? undefined
    : tens + units;
}

function germanOrdinal(word: string): number | undefined {
  const base = /^(.+?)e[nmrs]?$/.exec(word)?.[1];
  if (base === undefined) return undefined;
  const known = germanOrdinals.get(base);
  if (known !== undefined) return known;
  for (const ending of ["st", "t"]) {
    if (!base.endsWith(ending)) continue;
    const cardinal = germanCardinal(base.slice(0, -ending.length));
    if (cardinal !== undefined && cardinal > 0 && ending === (cardinal < 20 ? "t" : "st")) return cardinal;
  }
  return undefined;
}

function englishOrdinal(word: string): number | undefined {
  const known = englishOrdinals.get(word);
  if (known !== undefined) return known;
  const [head = "", tail] = word.split("-");
  if (tail !== undefined) {
    const [tens, units] = [english.get(head), englishOrdinal(tail)];
    return tens === undefined || units === undefined || tens < 20 || units > 9 ? undefined : tens + units;
  }
  return word.endsWith("ieth")
    ? english.get(`${word.slice(0, -4)}y`)
    : word.endsWith("th")
      ? english.get(word.slice(0, -2))
      : undefined;
}

/** Folded words for a number, one word each: the cardinal first; ordinals as German and English have them. */
export function wordsOfNumber(value: number): {
  readonly de: { cardinal?: string; ordinal?: string };
  readonly en: { cardinal?: string; ordinal?: string };
} {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) return { de: {}, en: {} };
  const de = germanWord(value);
  const en = englishWord(value);
  return {
    de: { cardinal: value === 1 ? "eins" : de, ...(value === 0 ? {} : { ordinal: germanOrdinalWord(value, de) }) },
    en: en === undefined ? {} : { cardinal: en, ...(value === 0 ? {} : { ordinal: englishOrdinalWord(value, en) }) },
  };
}

function germanWord(value: number): string {
  if (value < 20) return germanSmall[value] ?? "";
  if (value < 100) {
    const ten = germanTens[Math.floor(value / 10) - 2] ?? "";
    return value % 10 === 0 ? ten : `${germanSmall[value % 10]}und${ten}`;
  }
  const [name, factor] = value < 1000 ? (["hundert", 100] as const) : (["tausend", 1000] as const);
  const [left, right] = [Math.floor(value / factor), value % factor];
  return `${left === 1 && right === 0 && factor === 100 ? "" : germanWord(left)}${name}${right === 0 ? "" : germanWord(right)}`;
}

function germanOrdinalWord(value: number, cardinal: string): string {
  for (const [base, known] of germanOrdinals) if (known === value) return `${base}e`;
  return `${cardinal}${value < 20 ? "t" : "st"}e`;
}

function englishWord(value: number): string | undefined {
  if (value < 20) return englishSmall[value];
  if (value >= 100) return undefined;
  const ten = englishTens[Math.floor(value / 10) - 2];
  return value % 10 === 0 ? ten : undefined;
}

function englishOrdinalWord(value: number, cardinal: string): string {
  for (const [word, known] of englishOrdinals) if (known === value) return word;
  return cardinal.endsWith("y") ? `${cardinal.slice(0, -1)}ieth` : `${cardinal}th`;
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
