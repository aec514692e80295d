import type { Concept } from "../query/concept.ts";
import { inverseDocumentFrequency } from "./bm25.ts";

/** Words of running text in a passage of the usual size. */
const wordsPerPassage = 80;
/** The rarity of a word that no list has. */
const unknownZipf = 2;
const rarest = informationAtLarge(unknownZipf);

/**
 * How much a concept tells passages apart: its inverse document frequency, mixed with its rarity in the language at
 * large. A small collection knows little of how common a word is, so the mixture leans on the language there and on
 * the collection where it is large (a prior worth `priorPassages` passages).
 */
export function informativenessOf(
  concept: Concept,
  passages: number,
  documentFrequency: number,
  priorPassages: number,
): number {
  const inCollection = inverseDocumentFrequency(passages, documentFrequency);
  if (concept.isNumber) return concept.importance * inCollection;
  const largest = inverseDocumentFrequency(passages, 1);
  const atLarge = (informationAtLarge(concept.zipf ?? unknownZipf) / rarest) * largest;
  const trust = priorPassages / (priorPassages + passages);
  return concept.importance * ((1 - trust) * inCollection + trust * atLarge);
}

/** The inverse frequency of a word among passages of the usual size, from its Zipf value. */
function informationAtLarge(zipf: number): number {
  const holds = 1 - Math.exp(-(10 ** (zipf - 9)) * wordsPerPassage);
  return Math.log(1 + (1 - holds) / holds);
}
