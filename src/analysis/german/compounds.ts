import type { WordSieve } from "../word-sieve.ts";
import { germanStopWords } from "./stop-words.ts";
import { inseparablePrefixes, separablePrefixes } from "./verb-prefixes.ts";

/** Letters that German puts between the parts of a compound. */
const linkingElements = ["", "s", "n", "es", "en", "e", "er", "ens"] as const;

/** Endings that look like words but only derive one. */
const suffixes = new Set(
  "bar chen ei ens er ern ers eren erin fach falls haft haften haftes halb halber heit heiten ieren igkeit ische ischen ischer isches isch ismus ist ierung ierungen ierte ierten iert ion ionen iv keit keiten lei lein lich liche lichen licher liches ling los lose losen loser loses mal mals massig nis nisse sal sam same samen samer schaft schaften seits tat taten tion tionen tum tumer ung ungen warts weise zehnt zig".split(
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
/** Beyond this a run of letters is no compound that anybody wrote. */
const maxWordChars = 40;

/**
 * Splits a compound as Koehn and Knight do ("Empirical Methods for Compound Splitting", EACL 2003): of the ways to cut
 * the word into known words, the one whose parts are the most frequent, and none where the word itself is more
 * frequent than its parts. Parts are split again; the list holds every level (atomwaffen, arsenal, atom, waffen).
 * @param folded as `foldGerman` returns
 * @param zipf base-10 logarithm of a word's frequency, undefined for unknown words
 * @param sieve holds every word that `zipf` knows; saves looking most stretches of the word up
 */
export function splitCompound(folded: string, zipf: (word: string) => number | undefined, sieve?: WordSieve): string[] {
  const measure = measureAdjective(folded);
  if (measure !== undefined) return measure;
  if (folded.length < minWordChars || folded.length > maxWordChars || !/^[a-z]+$/.test(folded)) return [];
  const best = bestCut(folded, zipf, sieve);
  if (best === undefined) return [];
  const parts: string[] = [];
  for (const part of best) {
    parts.push(part, ...splitCompound(part, zipf, sieve));
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
  // All of them hold "ig" before their ending, and hardly another word does.
  if (folded.lastIndexOf("ig") < folded.length - 4) return undefined;
  const [, number = "", measure = ""] = measureAdjectivePattern.exec(folded) ?? [];
  const noun = measures[measure];
  if (noun === undefined) return undefined;
  return number === "" ? [noun] : [number, noun];
}

function bestCut(
  word: string,
  zipf: (word: string) => number | undefined,
  sieve: WordSieve | undefined,
): [string, string] | undefined {
  sieve?.begin(word);
  let best: [string, string] | undefined;
  let bestScore: number | undefined;
  const inflection = endingChars(word);
  for (let cut = minPartChars; cut <= word.length - minPartChars; cut++) {
    if (sieve !== undefined && !mayBeHead(sieve, cut, word.length, inflection)) continue;
    const tail = word.slice(cut);
    const tailZipf = suffixes.has(tail) ? undefined : partZipf(tail, zipf, inflection);
    if (tailZipf === undefined) continue;
    for (const link of linkingElements) {
      const modifierEnd = cut - link.length;
      if (modifierEnd < minPartChars || !word.startsWith(link, modifierEnd)) continue;
      if (sieve !== undefined && !sieve.mayHold(0, modifierEnd)) continue;
      const modifier = word.slice(0, modifierEnd);
      if (prefixes.has(modifier) || suffixes.has(modifier)) continue;
      const modifierZipf = partZipf(modifier, zipf, 0);
      if (modifierZipf === undefined) continue;
      const score = (modifierZipf + tailZipf) / 2 - (link.length > 1 ? 0.1 : 0);
      bestScore ??= zipf(word) ?? 0;
      if (score > bestScore) {
        bestScore = score;
        best = [modifier, tail];
      }
    }
  }
  return best;
}

function mayBeHead(sieve: WordSieve, start: number, end: number, inflection: number): boolean {
  if (sieve.mayHold(start, end)) return true;
  return inflection > 0 && end - inflection - start >= minHeadChars && sieve.mayHold(start, end - inflection);
}

/** A head may be inflected in a way that no list holds; without its ending it has at least so many letters. */
const minHeadChars = 4;

/** How many characters the word's ending has: en, es, n, s or e. */
function endingChars(word: string): number {
  const last = word.charAt(word.length - 1);
  if (last !== "n" && last !== "s" && last !== "e") return 0;
  return last !== "e" && word.charAt(word.length - 2) === "e" ? 2 : 1;
}

/** Short strings are words by accident far more often than long ones. */
const minZipfByLength = [9, 9, 9, 4.2, 3.6, 3] as const;

/** @param inflection how many characters at the end may be left out; 0 for what is no head */
function partZipf(part: string, zipf: (word: string) => number | undefined, inflection: number): number | undefined {
  let value = zipf(part);
  if (value === undefined && inflection > 0 && part.length - inflection >= minHeadChars) {
    value = zipf(part.slice(0, part.length - inflection));
  }
  if (value === undefined || value < (minZipfByLength[part.length] ?? 0) || germanStopWords.has(part)) return undefined;
  return value;
}
