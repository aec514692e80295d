import type { NumberWords } from "../rules/number-words.ts";

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const cardinals = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ["dozen", 12],
]);
/** Ordinals that are not the cardinal and an ending. */
const ordinals = new Map([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fifth", 5],
  ["eighth", 8],
  ["ninth", 9],
  ["twelfth", 12],
]);

export const englishNumberWords: NumberWords = {
  numberOf(folded) {
    const cardinal = cardinalOf(folded);
    if (cardinal !== undefined) return { value: cardinal, isOrdinal: false };
    const ordinal = ordinalOf(folded);
    return ordinal === undefined ? undefined : { value: ordinal, isOrdinal: true };
  },
  wordsOf(value) {
    const cardinal = cardinalWord(value);
    if (cardinal === undefined) return {};
    return { cardinal, ...(value === 0 ? {} : { ordinal: ordinalWord(value, cardinal) }) };
  },
  magnitudes: new Map([
    ["hundred", 100],
    ["thousand", 1e3],
    ["million", 1e6],
    ["millions", 1e6],
    ["billion", 1e9],
    ["billions", 1e9],
  ]),
  ordinalEndings: "st|nd|rd|th",
  wordEndings: "s",
};

function cardinalOf(word: string): number | undefined {
  const known = cardinals.get(word);
  if (known !== undefined) return known;
  const [ten = "", unit = "", ...more] = word.split("-");
  const [tens, units] = [cardinals.get(ten), cardinals.get(unit)];
  return more.length > 0 || tens === undefined || units === undefined || tens < 20 || units > 9 || units < 1
    ? undefined
    : tens + units;
}

function ordinalOf(word: string): number | undefined {
  const known = ordinals.get(word);
  if (known !== undefined) return known;
  const [head = "", tail] = word.split("-");
  if (tail !== undefined) {
    const [tens, units] = [cardinals.get(head), ordinalOf(tail)];
    return tens === undefined || units === undefined || tens < 20 || units > 9 ? undefined : tens + units;
  }
  return word.endsWith("ieth")
    ? cardinals.get(`${word.slice(0, -4)}y`)
    : word.endsWith("th")
      ? cardinals.get(word.slice(0, -2))
      : undefined;
}

function cardinalWord(value: number): string | undefined {
  if (value < 20) return small[value];
  if (value >= 100) return undefined;
  const ten = tens[Math.floor(value / 10) - 2];
  return value % 10 === 0 ? ten : undefined;
}

function ordinalWord(value: number, cardinal: string): string {
  for (const [word, known] of ordinals) if (known === value) return word;
  return cardinal.endsWith("y") ? `${cardinal.slice(0, -1)}ieth` : `${cardinal}th`;
}
