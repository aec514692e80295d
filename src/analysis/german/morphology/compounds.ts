import type { FrequencyTable } from "../../frequency-table.ts";
import { germanStopWords } from "../stop-words.ts";
import { inseparablePrefixes, separablePrefixes } from "./verb-prefixes.ts";

/** Letters that German puts between the parts of a compound. */
const linkingElements = ["", "s", "n", "es", "en", "e", "er", "ens"] as const;

/** Endings that look like words but only derive them. */
const suffixes = new Set(
  "bar chen ei ens er ern ers eren erin innen rinnen fach falls haft haften haftes halb halber heit heiten ieren igkeit ische ischen ischer isches isch ismus ist ierung ierungen ierte ierten iert ion ionen iv keit keiten lei lein lich liche lichen licher liches ling los lose losen loser loses mal mals massig nis nisse sal sam same samen samer schaft schaften seits tat taten tion tionen tum tumer ung ungen warts weise zehnt zig".split(
    " ",
  ),
);
const prefixes = new Set([
  ...separablePrefixes,
  ...inseparablePrefixes,
  "anti",
  "inter",
  "trans",
  "super",
  "miss",
  "erz",
  "ur",
  "un",
]);

const minWordChars = 7;
const minPartChars = 3;
/** A longer run of letters is not a compound. */
const maxWordChars = 40;

/**
 * Splits a compound as Koehn and Knight do ("Empirical Methods for Compound Splitting", EACL 2003): of the ways to cut
 * the word into known words, the one whose parts are the most frequent, and none where the word itself is more
 * frequent than its parts. Parts are split again; the list holds every level (atomwaffen, arsenal, atom, waffen).
 * @param folded as `foldGerman` returns
 * @param zipf base-10 logarithm of a word's frequency, undefined for unknown words
 * @param table asked instead of `zipf` where it is there
 */
export function splitCompound(
  folded: string,
  zipf: (word: string) => number | undefined,
  table?: FrequencyTable,
): string[] {
  const measure = measureAdjective(folded);
  if (measure !== undefined) return measure;
  if (folded.length < minWordChars || folded.length > maxWordChars || !/^[a-z]+$/.test(folded)) return [];
  const best = bestCut(folded, zipf, table) ?? cutOfThree(folded, zipf, table);
  if (best === undefined) return [];
  const parts: string[] = [];
  for (const part of best) {
    parts.push(part, ...splitCompound(part, zipf, table));
  }
  return [...new Set(parts)];
}

/** Adjectives of a number and a measure, with the noun behind them: zweitägig, 20-jährig, dreistufig. */
const measures: Readonly<Record<string, string>> = {
  tagig: "tag",
  wochig: "woche",
  monatig: "monat",
  jahrig: "jahr",
  stundig: "stunde",
  minutig: "minute",
  sekundig: "sekunde",
  kopfig: "kopf",
  seitig: "seite",
  stufig: "stufe",
  teilig: "teil",
  spurig: "spur",
  stockig: "stock",
  stellig: "stelle",
  sprachig: "sprache",
};
const measureAdjectivePattern = new RegExp(`^(\\p{L}*)(${Object.keys(measures).join("|")})(?:e[mnrs]?)?$`, "u");

function measureAdjective(folded: string): string[] | undefined {
  // All of them have "ig" before their ending, and hardly any other word does.
  if (folded.lastIndexOf("ig") < folded.length - 4) return undefined;
  const [, number = "", measure = ""] = measureAdjectivePattern.exec(folded) ?? [];
  const noun = measures[measure];
  if (noun === undefined) return undefined;
  return number === "" ? [noun] : [number, noun];
}

function bestCut(
  word: string,
  zipf: (word: string) => number | undefined,
  table: FrequencyTable | undefined,
): [string, string] | undefined {
  table?.begin(word);
  const zipfOf = (start: number, end: number): number | undefined =>
    table === undefined ? zipf(word.slice(start, end)) : table.zipf(start, end);
  const inflection = endingChars(word);
  let bestScore: number | undefined;
  let best: { readonly modifierEnd: number; readonly cut: number } | undefined;
  for (let cut = minPartChars; cut <= word.length - minPartChars; cut++) {
    const tailZipf = headZipf(cut, word.length, inflection, zipfOf);
    if (tailZipf === undefined || !isPart(word.slice(cut), tailZipf) || suffixes.has(word.slice(cut))) continue;
    for (const link of linkingElements) {
      const modifierEnd = cut - link.length;
      if (modifierEnd < minPartChars || !word.startsWith(link, modifierEnd)) continue;
      const modifierZipf = zipfOf(0, modifierEnd);
      if (modifierZipf === undefined) continue;
      const modifier = word.slice(0, modifierEnd);
      if (prefixes.has(modifier) || suffixes.has(modifier) || !isPart(modifier, modifierZipf)) continue;
      const score = (modifierZipf + tailZipf) / 2 - (link.length > 1 ? 0.1 : 0);
      bestScore ??= zipfOf(0, word.length) ?? 0;
      if (score > bestScore) {
        bestScore = score;
        best = { modifierEnd, cut };
      }
    }
  }
  return best === undefined ? undefined : [word.slice(0, best.modifierEnd), word.slice(best.cut)];
}

const linkPattern = new RegExp(`^(.*?)(?:${linkingElements.filter((link) => link !== "").join("|")})?$`, "u");
/** Short words stand at the end of longer ones by accident. */
const minLastChars = 5;

/** A word of three, of which no list has the first two together: Hundesteuerbescheid, before its longest known word. */
function cutOfThree(
  word: string,
  zipf: (word: string) => number | undefined,
  table: FrequencyTable | undefined,
): [string, string] | undefined {
  const inflection = endingChars(word);
  for (let cut = 2 * minPartChars; cut <= word.length - minLastChars; cut++) {
    table?.begin(word);
    const zipfOf = (start: number, end: number): number | undefined =>
      table === undefined ? zipf(word.slice(start, end)) : table.zipf(start, end);
    const tail = word.slice(cut);
    const tailZipf = headZipf(cut, word.length, inflection, zipfOf);
    if (tailZipf === undefined || !isPart(tail, tailZipf) || suffixes.has(tail)) continue;
    const modifier = word.slice(0, cut);
    const inner = [modifier, linkPattern.exec(modifier)?.[1] ?? modifier].find(
      (part) => part.length >= minWordChars && bestCut(part, zipf, table) !== undefined,
    );
    if (inner !== undefined) return [inner, tail];
  }
  return undefined;
}

/** A head may be inflected in a way that no list contains; without its ending it has at least this many letters. */
const minHeadChars = 4;

/** How many characters the word's ending has: en, es, n, s or e. */
function endingChars(word: string): number {
  const last = word.charAt(word.length - 1);
  if (last !== "n" && last !== "s" && last !== "e") return 0;
  return last !== "e" && word.charAt(word.length - 2) === "e" ? 2 : 1;
}

/** Short strings are words by accident far more often than long ones are. */
const minZipfByLength = [9, 9, 9, 4.2, 3.6, 3] as const;

function isPart(part: string, zipf: number): boolean {
  return zipf >= (minZipfByLength[part.length] ?? 0) && !germanStopWords.has(part);
}

/** The frequency of a stretch as it is, else without its ending of `inflection` characters. */
function headZipf(
  start: number,
  end: number,
  inflection: number,
  zipfOf: (start: number, end: number) => number | undefined,
): number | undefined {
  const zipf = zipfOf(start, end);
  if (zipf !== undefined || inflection === 0 || end - inflection - start < minHeadChars) return zipf;
  return zipfOf(start, end - inflection);
}
