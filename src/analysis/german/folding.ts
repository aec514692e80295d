import { foldCase } from "../folding.ts";

/**
 * German folding: umlauts and their written-out forms become the bare vowel, so that `Präsident`, `Praesident`
 * and `Prasident` are one word. `ue` stays after q, a and e (Quelle, Bauer, neue), where it is no umlaut.
 */
export function foldGerman(word: string): string {
  const folded = foldCase(word);
  if (!folded.includes("e")) return folded;
  return folded.replace(/ae|oe|(?<![qae])ue/g, (pair) => pair.charAt(0));
}
