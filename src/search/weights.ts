/** A part of a compound counts as half the word. */
export const partWeight = 0.5;

/** Everything about ranking that was tuned (`npm run tune`), in one place. */
export const rankingWeights = {
  /** How many passages a collection must have before its own word frequencies count as much as the language's. */
  priorPassages: 240,
};
