import { german } from "../../src/analysis/german/german.ts";

const separators = /[^\p{L}\p{N}]+/u;

/** A text's German stems (CISTEM over folded words) without stop words: what peers are given that stem nothing well themselves. */
export function germanStems(text: string): string[] {
  const stems: string[] = [];
  for (const word of text.split(separators)) {
    const stem = germanStem(word);
    if (stem !== "") stems.push(stem);
  }
  return stems;
}

/** @returns "" for stop words */
export function germanStem(word: string): string {
  if (word === "") return "";
  const folded = german.fold(word);
  return german.isStopWord(folded) ? "" : german.stem(folded);
}
