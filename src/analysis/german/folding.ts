import { foldCase } from "../folding.ts";

const writtenOut = /ae|oe|(?<![qae])ue/g;

/**
 * German folding: umlauts and their written-out forms become the bare vowel, so that `Präsident`, `Praesident`
 * and `Prasident` are one word. `ue` stays after q, a and e (Quelle, Bauer, neue), where it is no umlaut. What is folded
 * stays as it is when it is folded again.
 */
export function foldGerman(word: string): string {
  let folded = foldCase(word);
  while (mayHaveWrittenOut(folded)) {
    const shorter = folded.replace(writtenOut, (pair) => pair.charAt(0));
    if (shorter.length === folded.length) return folded;
    folded = shorter;
  }
  return folded;
}

/** Whether an e follows a vowel that it may be the two dots of. */
function mayHaveWrittenOut(word: string): boolean {
  for (let e = word.indexOf("e", 1); e > 0; e = word.indexOf("e", e + 1)) {
    const before = word.charCodeAt(e - 1);
    if (before === 97 || before === 111 || before === 117) return true;
  }
  return false;
}
