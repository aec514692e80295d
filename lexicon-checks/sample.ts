import type { LexiconSource } from "../src/analysis/lexicon/building/compile.ts";
import { sourceLines } from "../src/analysis/lexicon/building/source-files.ts";

/** An entry as it stands in a file of the lexicon. */
export interface SampledEntry {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * Entries drawn at random without repetition, each of all lists with the same probability; frequencies are no entries.
 * @param seed the same seed draws the same entries from the same files
 * @param count how many; all of them where there are fewer
 * @returns by file and line
 */
export function sampleEntries(sources: readonly LexiconSource[], seed: number, count: number): SampledEntry[] {
  const entries = sources
    .filter(({ path }) => !path.includes("/frequencies"))
    .flatMap(({ path, content }) => sourceLines(content).map((entry) => ({ path, ...entry })));
  const random = createRandom(seed);
  const drawn = Math.min(count, entries.length);
  // The first steps of a shuffle by Fisher and Yates.
  for (let at = 0; at < drawn; at++) {
    const other = at + Math.floor(random() * (entries.length - at));
    const [here, there] = [entries[at], entries[other]];
    if (here === undefined || there === undefined) continue;
    entries[at] = there;
    entries[other] = here;
  }
  return entries.slice(0, drawn).sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** Mulberry32, a small generator of pseudo-random numbers from 0 to below 1 by Tommy Ettinger. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
