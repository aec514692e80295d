import type { Hit } from "../../search/ranking/rank.ts";

/** Passages whose distinct words overlap by this much (Jaccard) say the same. */
const duplicateShare = 0.8;

/** How far below the kept hits others are compared with them: a repetition scores nearly as high as the original. */
const duplicatesBelow = 12;

/** A hit, with lower-ranked hits that say nearly the same. */
export interface DistinctHit {
  readonly hit: Hit;
  readonly duplicates: readonly Hit[];
}

/**
 * The best `limit` hits of which none repeats another, in their order. Hits that say the same with other figures do not
 * repeat each other.
 * @param hits best first
 * @param isFigure whether a word of a hit is a figure
 */
export function distinctHits(
  hits: readonly Hit[],
  limit: number,
  isFigure: (word: number) => boolean = () => false,
): DistinctHit[] {
  const kept: { hit: Hit; words: Set<number>; duplicates: Hit[] }[] = [];
  for (const hit of hits.slice(0, limit + duplicatesBelow)) {
    const words = new Set(hit.words);
    const same = kept.find((other) => isNearDuplicate(words, other.words) && haveSame(words, other.words, isFigure));
    if (same !== undefined) same.duplicates.push(hit);
    else if (kept.length < limit) kept.push({ hit, words, duplicates: [] });
  }
  return kept;
}

function haveSame(a: ReadonlySet<number>, b: ReadonlySet<number>, isOfKind: (word: number) => boolean): boolean {
  const isMissing = (word: number, others: ReadonlySet<number>): boolean => !others.has(word) && isOfKind(word);
  return ![...a].some((word) => isMissing(word, b)) && ![...b].some((word) => isMissing(word, a));
}

function isNearDuplicate(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0 || small.size < duplicateShare * large.size) return small.size === 0 && large.size === 0;
  // Most passages have hardly a word in common, so the comparison stops as soon as too many are missing.
  const both = small.size + large.size;
  let mayBeMissing = small.size - Math.ceil((duplicateShare * both) / (1 + duplicateShare) - 1e-9);
  for (const word of small) if (!large.has(word) && --mayBeMissing < 0) return false;
  return true;
}
