import type { NumberWords } from "../rules/number-words.ts";

const small =
  "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const tens = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");
const cardinals = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ["eins", 1],
  ["zwo", 2],
  ["dutzend", 12],
]);
/** Ordinals whose beginning is not the cardinal's. */
const ordinals = new Map([
  ["erst", 1],
  ["dritt", 3],
  ["siebt", 7],
  ["acht", 8],
]);

export const germanNumberWords: NumberWords = {
  numberOf(folded) {
    // "ein" is an article far more often than a number.
    const cardinal = folded === "ein" ? undefined : cardinalOf(folded);
    if (cardinal !== undefined) return { value: cardinal, isOrdinal: false };
    const ordinal = ordinalOf(folded);
    return ordinal === undefined ? undefined : { value: ordinal, isOrdinal: true };
  },
  wordsOf(value) {
    const cardinal = cardinalWord(value);
    return {
      cardinal: value === 1 ? "eins" : cardinal,
      ...(value === 0 ? {} : { ordinal: ordinalWord(value, cardinal) }),
    };
  },
  magnitudes: new Map([
    ["tausend", 1e3],
    ["tsd", 1e3],
    ["million", 1e6],
    ["millionen", 1e6],
    ["mio", 1e6],
    ["milliarde", 1e9],
    ["milliarden", 1e9],
    ["mrd", 1e9],
  ]),
  ordinalEndings: "te[nmrs]?|ste[nmrs]?",
  wordEndings: "ers?|ern",
};

function cardinalOf(word: string): number | undefined {
  const known = cardinals.get(word);
  if (known !== undefined) return known;
  for (const [name, factor] of [
    ["tausend", 1000],
    ["hundert", 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const left = at === 0 ? 1 : cardinalOf(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^und(?=.)/, "");
    const right = rest === "" ? 0 : cardinalOf(rest);
    return left === undefined || right === undefined || left * factor <= right ? undefined : left * factor + right;
  }
  const [, unit = "", ten = ""] = /^([a-z]+?)und([a-z]+)$/.exec(word) ?? [];
  const [units, tens] = [cardinals.get(unit), cardinals.get(ten)];
  return units === undefined || tens === undefined || units > 9 || units < 1 || tens < 20 ? undefined : tens + units;
}

function ordinalOf(word: string): number | undefined {
  const base = /^(.+?)e[nmrs]?$/.exec(word)?.[1];
  if (base === undefined) return undefined;
  const known = ordinals.get(base);
  if (known !== undefined) return known;
  for (const ending of ["st", "t"]) {
    if (!base.endsWith(ending)) continue;
    const cardinal = cardinalOf(base.slice(0, -ending.length));
    if (cardinal !== undefined && cardinal > 0 && ending === (cardinal < 20 ? "t" : "st")) return cardinal;
  }
  return undefined;
}

function cardinalWord(value: number): string {
  if (value < 20) return small[value] ?? "";
  if (value < 100) {
    const ten = tens[Math.floor(value / 10) - 2] ?? "";
    return value % 10 === 0 ? ten : `${small[value % 10]}und${ten}`;
  }
  const [name, factor] = value < 1000 ? (["hundert", 100] as const) : (["tausend", 1000] as const);
  const [left, right] = [Math.floor(value / factor), value % factor];
  return `${left === 1 && right === 0 && factor === 100 ? "" : cardinalWord(left)}${name}${right === 0 ? "" : cardinalWord(right)}`;
}

function ordinalWord(value: number, cardinal: string): string {
  for (const [base, known] of ordinals) if (known === value) return `${base}e`;
  return `${cardinal}${value < 20 ? "t" : "st"}e`;
}
