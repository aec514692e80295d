import { editDistance } from "../../analysis/edit-distance.ts";
import type { LanguageCode } from "../../documents/document.ts";
import type { VisibleIndex } from "../index/audiences/visible-index.ts";
import type { Vocabulary } from "../index/vocabulary.ts";
import { ChainedNumbers } from "../structures/chained-numbers.ts";
import { checksumOf } from "../structures/checksum.ts";
import { GrowingUint32Array } from "../structures/growing-array.ts";

/** A word of the index that a word of the question may be a misspelling, or another spelling, of. */
export interface SpellingCandidate {
  readonly word: number;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** Whether a word may be a candidate at all. */
type MayBe = (word: number) => boolean;

/** The similarity of words that differ in their transliteration only. */
export const sameSound = 0.95;

/** How many letters may be wrong, by the length of the word. */
export function allowedDistance(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/**
 * Looks for spellings of a word in the vocabulary: first those that sound alike in another transliteration, then, if
 * asked, those with one or two wrong letters. Words are sorted by length once; only near lengths are compared, and of
 * those only words with nearly the same letters.
 */
export class SpellingIndex {
  readonly #vocabulary: Vocabulary;
  readonly #byLength = new Map<number, GrowingUint32Array>();
  readonly #letters = new GrowingUint32Array();
  readonly #bySound = new ChainedNumbers();
  #known = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /**
   * @param word folded
   * @param withErrors whether wrong letters are forgiven, beside other transliterations
   * @param visible what of the index may be suggested
   * @returns best first, at most `limit`
   */
  candidates(
    word: string,
    language: LanguageCode,
    withErrors: boolean,
    visible: Pick<VisibleIndex, "hasWord">,
    limit = 4,
  ): SpellingCandidate[] {
    for (const _ of this.readInSteps());
    const found = new Map<number, number>();
    const mayBe: MayBe = (id) =>
      this.#vocabulary.passageCount(id) > 0 && this.#vocabulary.language(id) === language && visible.hasWord(id);
    const sound = soundKey(word);
    for (const id of this.#bySound.under(checksumOf(sound))) {
      if (!mayBe(id) || soundKey(this.#vocabulary.word(id)) !== sound) continue;
      if (mayBeTransliteration(word, this.#vocabulary.word(id))) found.set(id, sameSound);
    }
    const allowed = withErrors ? allowedDistance(word.length) : 0;
    if (allowed > 0) this.#addNear(word, allowed, found, mayBe);
    return this.#eachOnce(found)
      .sort(
        (a, b) =>
          b.likeness - a.likeness ||
          b.passages - a.passages ||
          (this.#vocabulary.word(a.word) < this.#vocabulary.word(b.word) ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ word, likeness }) => ({ word, likeness }));
  }

  /** A word that stands in documents of several audiences counts once, with the passages of all of them. */
  #eachOnce(found: ReadonlyMap<number, number>): { word: number; likeness: number; passages: number }[] {
    const byText = new Map<string, { word: number; likeness: number; passages: number }>();
    for (const [word, likeness] of found) {
      const text = this.#vocabulary.word(word);
      const passages = this.#vocabulary.passageCount(word);
      const known = byText.get(text);
      if (known === undefined) byText.set(text, { word, likeness, passages });
      else known.passages += passages;
    }
    return [...byText.values()];
  }

  #addNear(word: string, allowed: number, found: Map<number, number>, mayBe: MayBe): void {
    const mask = letterMask(word);
    const start = firstSound(word);
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const id of this.#byLength.get(length)?.view() ?? []) {
        if (bitCount(mask ^ this.#letters.at(id)) > 2 * allowed) continue;
        const candidate = this.#vocabulary.word(id);
        if (found.has(id) || !mayBe(id)) continue;
        const most = firstSound(candidate) === start || sharesStart(word, candidate) ? allowed : strangeStart(word);
        if (most === 0) continue;
        const distance = editDistance(word, candidate, most);
        if (distance <= most) found.set(id, 1 - (1.5 * distance) / Math.max(word.length, 4));
      }
    }
  }

  /** Reads new words in small steps; `candidates` reads all that are left at once. */
  *readInSteps(): Generator<void> {
    while (this.#known < this.#vocabulary.size) {
      this.#readWord(this.#known++);
      if (this.#known % 256 === 0) yield;
    }
  }

  #readWord(id: number): void {
    const word = this.#vocabulary.word(id);
    this.#letters.push(letterMask(word));
    if (word.length < 3 || /\d/.test(word)) return;
    this.#ofLength(word.length).push(id);
    this.#bySound.add(checksumOf(soundKey(word)), id);
  }

  #ofLength(length: number): GrowingUint32Array {
    const known = this.#byLength.get(length);
    if (known !== undefined) return known;
    const words = new GrowingUint32Array();
    this.#byLength.set(length, words);
    return words;
  }
}

/** Names come in through several transliterations; these spellings of one sound are taken as one, longest first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch/g, "X"],
  [/tsch|tch|cz/g, "C"],
  [/dsch|dzh|dj/g, "J"],
  [/sch|sh|zh/g, "S"],
  [/ch(?=[ieaou])|c(?=[ie])/g, "C"],
  [/kh|ch|h(?=[aou])/g, "k"],
  [/ck|c|q/g, "k"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/ks/g, "x"],
  [/tz|ts|z/g, "s"],
  [/ij|iy|yj|yi|[jy]/g, "i"],
  [/ie|ee/g, "i"],
  [/ou|oo/g, "u"],
  [/th/g, "t"],
];

/** A key that spellings of the same name in several transliterations share. */
export function soundKey(word: string): string {
  let key = word;
  for (const [pattern, sound] of sounds) key = key.replace(pattern, sound);
  return key
    .replace(/(.)\1+/g, "$1")
    .replace(/i+/g, "i")
    .replace(/(?<=.)i(?=[aou])/g, "");
}

/** Two transliterations of a name share most letters, and names are longer than a syllable. */
function mayBeTransliteration(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const most = Math.floor(longer * 0.45);
  return Math.min(a.length, b.length) >= 4 && editDistance(a, b, most) <= most;
}

function firstSound(word: string): string {
  return soundKey(word.slice(0, 4)).charAt(0);
}

/** A wrong first letter is forgiven if the next two agree. */
function sharesStart(a: string, b: string): boolean {
  return a.length > 5 && a.slice(1, 4) === b.slice(1, 4);
}

/** How many errors are forgiven in a long word whose first sound differs. */
function strangeStart(word: string): number {
  return word.length >= 8 ? 1 : 0;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
