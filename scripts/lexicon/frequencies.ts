/**
 * Writes the frequency lists of `src/analysis/` from the ranked word lists of @zxcvbn-ts (MIT; counted by its
 * authors on Wikipedia and on film subtitles). Run by hand after that package has changed: `npm run frequencies`.
 */
import { writeFileSync } from "node:fs";
import * as german from "@zxcvbn-ts/language-de";
import * as english from "@zxcvbn-ts/language-en";
import { z } from "zod";

const wordList = z.array(z.string());
/** Left behind by the program that took Wikipedia's articles out of their dump. */
const artefacts = new Set(["doc", "url", "curid", "https", "http", "org", "wiki", "title", "id"]);

/** Relative frequency of the word at a rank (from 0) by Zipf's law with Mandelbrot's shift. */
const frequencyAtRank = (rank: number): number => 0.07 / (rank + 2.7);

function write(file: string, language: string, lists: readonly unknown[]): void {
  const frequency = new Map<string, number>();
  for (const list of lists) {
    let rank = 0;
    for (const word of wordList.parse(list)) {
      if (artefacts.has(word) || !/^\p{L}[\p{L}'-]*$/u.test(word)) continue;
      frequency.set(word, (frequency.get(word) ?? 0) + frequencyAtRank(rank++) / lists.length);
    }
  }
  const tiers = new Map<string, string[]>();
  for (const [word, value] of frequency) {
    const zipf = Math.log10(value * 1e9).toFixed(1);
    const tier = tiers.get(zipf) ?? [];
    tier.push(word);
    tiers.set(zipf, tier);
  }
  const lines = [
    `# Frequencies of ${language} words at large. Each line: a Zipf value (the base-10 logarithm of the occurrences in a`,
    "# thousand million words), then the words that have it. Made by `npm run frequencies` from ranked lists (MIT).",
  ];
  for (const [zipf, words] of [...tiers].sort((a, b) => Number(b[0]) - Number(a[0]))) {
    words.sort();
    for (let i = 0; i < words.length; i += 16) lines.push(`${zipf} ${words.slice(i, i + 16).join(" ")}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}

write("src/analysis/german/words/frequencies.txt", "German", [
  german.dictionary.wikipedia,
  german.dictionary.commonWords,
]);
write("src/analysis/english/words/frequencies.txt", "English", [
  english.dictionary["wikipedia-en"],
  english.dictionary["commonWords-en"],
]);
