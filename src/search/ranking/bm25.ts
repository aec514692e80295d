/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). */
export interface Bm25Settings {
  /** How quickly additional occurrences stop counting. */
  readonly k1: number;
  /** How much the length of a passage counts against it, from 0 to 1. */
  readonly b: number;
}

/** What a frequency is divided by: 1 for the average length, more for a longer text. @param b from 0 to 1 */
export function lengthNorm(length: number, averageLength: number, b: number): number {
  return 1 - b + b * (averageLength > 0 ? length / averageLength : 1);
}

/**
 * What a term adds to a passage's score.
 * @param frequency of the term in the passage, weighted
 * @param length of the passage, in the unit of `averageLength`
 * @param inContext its frequency in the other fields, weighted and normalised by their lengths (BM25F)
 */
export function bm25(
  frequency: number,
  length: number,
  averageLength: number,
  inverseFrequency: number,
  settings: Bm25Settings,
  inContext = 0,
): number {
  if (frequency <= 0 && inContext <= 0) return 0;
  const all = frequency / lengthNorm(length, averageLength, settings.b) + inContext;
  return (inverseFrequency * all * (settings.k1 + 1)) / (all + settings.k1);
}

/** ln(1 + (N − df + ½) / (df + ½)): never negative. */
export function inverseDocumentFrequency(passages: number, frequency: number): number {
  const df = Math.min(Math.max(frequency, 0), passages);
  return Math.log(1 + (passages - df + 0.5) / (df + 0.5));
}
