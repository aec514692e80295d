import { gramBufferLength, gramHashes } from "../../index/grams.ts";
import type { Query } from "../../query/concept.ts";
import { linesOf, type StoredPassage, wordsOf } from "../stored-passage.ts";

/**
 * The terms of words around passages that share a 4-gram with what a question asks for, or stand for it: those whose
 * frequency matters when the passages are read.
 */
export function tellingTerms(query: Query, passages: Iterable<StoredPassage>): Set<string> {
  const buffer = new Uint32Array(gramBufferLength);
  const asked = new Set<number>();
  const terms = new Set<string>();
  for (const { spellings, alternatives } of query.concepts) {
    for (const { text } of spellings) for (const gram of gramsOf(text.slice(0, 100), buffer)) asked.add(gram);
    for (const { term } of alternatives) terms.add(term);
  }
  const telling = new Set<string>();
  const seen = new Set<string>();
  for (const passage of passages) {
    const words = wordsOf(passage);
    for (const { words: numbers } of linesOf(passage)) {
      for (const number of numbers) {
        const stored = words[number];
        if (stored === undefined || seen.has(stored.word)) continue;
        seen.add(stored.word);
        const isTelling =
          terms.has(stored.term) ||
          stored.parts.some((part) => terms.has(part)) ||
          gramsOf(stored.word, buffer).some((gram) => asked.has(gram));
        if (isTelling) telling.add(stored.term);
      }
    }
  }
  return telling;
}

function gramsOf(word: string, buffer: Uint32Array): number[] {
  return [...buffer.subarray(0, gramHashes(word, buffer))];
}
