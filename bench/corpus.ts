/** A made-up collection as large as wanted: German words with the frequencies that they have, compounds, and a long tail. */
import { readFileSync } from "node:fs";
import { seededRandom } from "../src/evaluation/perturb.ts";

export interface GeneratedPassage {
  readonly text: string;
  /** Content words that stand in it, rarest first. */
  readonly words: readonly string[];
}

/** Share of words that are put together from two nouns, and of words that nobody has seen before. */
const compoundShare = 0.06;
const novelShare = 0.012;
const wordsPerPassage = 80;
const wordsPerSentence = 16;

interface Vocabulary {
  readonly words: readonly string[];
  /** Running sums of the words' frequencies, for drawing by them. */
  readonly sums: Float64Array;
  readonly nouns: readonly string[];
}

function readVocabulary(): Vocabulary {
  const words: string[] = [];
  const frequencies: number[] = [];
  const lines = readFileSync(new URL("../src/analysis/german/words/frequencies.txt", import.meta.url), "utf8").split(
    "\n",
  );
  for (const line of lines) {
    if (line.startsWith("#") || line === "") continue;
    const [zipf, ...listed] = line.split(" ");
    for (const word of listed) {
      words.push(word);
      frequencies.push(10 ** (Number(zipf) - 9));
    }
  }
  const sums = new Float64Array(words.length);
  let sum = 0;
  frequencies.forEach((frequency, index) => {
    sum += frequency;
    sums[index] = sum;
  });
  return { words, sums, nouns: words.filter((word) => word.length >= 4 && word.length <= 10).slice(300, 20_000) };
}

/**
 * Passages of about 80 words, the same ones for the same seed.
 * @param count how many
 */
export function* generatePassages(count: number, seed = 1): Generator<GeneratedPassage> {
  const vocabulary = readVocabulary();
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) yield makePassage(vocabulary, random);
}

function makePassage({ words, sums, nouns }: Vocabulary, random: () => number): GeneratedPassage {
  const length = Math.round(wordsPerPassage * (0.6 + 0.8 * random()));
  const total = sums.at(-1) ?? 1;
  const text: string[] = [];
  const drawn: { word: string; rank: number }[] = [];
  for (let i = 0; i < length; i++) {
    const kind = random();
    let word: string;
    let rank: number;
    if (kind < novelShare) {
      word = novelWord(random);
      rank = 1e9;
    } else if (kind < novelShare + compoundShare) {
      word = pick(nouns, random) + (random() < 0.3 ? "s" : "") + pick(nouns, random);
      rank = 1e8;
    } else {
      rank = search(sums, random() * total);
      word = words[rank] ?? "";
    }
    drawn.push({ word, rank });
    const isStart = i % wordsPerSentence === 0;
    text.push(
      (isStart && i > 0 ? ". " : i > 0 ? " " : "") +
        (isStart || rank > 300 ? word.charAt(0).toUpperCase() + word.slice(1) : word),
    );
  }
  drawn.sort((a, b) => b.rank - a.rank);
  return { text: `${text.join("")}.`, words: drawn.map(({ word }) => word) };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to draw from.");
  return item;
}

function novelWord(random: () => number): string {
  const syllables = [
    "ba",
    "ker",
    "lin",
    "do",
    "mar",
    "tus",
    "ze",
    "gol",
    "ri",
    "pen",
    "schu",
    "wal",
    "no",
    "fra",
    "ti",
    "hof",
  ];
  return Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(syllables, random)).join("");
}

function search(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Questions as people ask them: three to six words of some passage, most of them neither rare nor common. */
export function generateQuestions(passages: readonly GeneratedPassage[], count: number, seed = 2): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const { words } = pick(passages, random);
    const middle = words.slice(0, Math.ceil(words.length * 0.6));
    const size = 3 + Math.floor(random() * 4);
    return `Was ist mit ${Array.from({ length: size }, () => pick(middle, random)).join(" ")}?`;
  });
}
