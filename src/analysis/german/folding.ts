import { foldCase } from "../folding.ts";

const writtenOut = /ae|oe|(?<![qae])ue/g;

/**
 * German folding: umlauts and their written-out forms become the bare vowel, so that `Präsident`, `Praesident`
 * and `Prasident` are one word. `ue` stays after q, a and e (Quelle, Bauer, neue), where it is no umlaut. What is folded
 * stays as it is when it is folded again.
 */
export function foldGerman(word: string): string {
  let folded = foldCase(word);
  if (!folded.includes("e")) return folded;
  for (;;) {
    const shorter = folded.replace(writtenOut, (pair) => pair.charAt(0));
    if (shorter.length === folded.length) return folded;
    folded = shorter;
  }
}
