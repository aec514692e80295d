import type { Query } from "../../search/query/concept.ts";
import type { DistinctHit } from "./near-duplicates.ts";

/** A side's passage is worth a place where its score is at least this share of the best. */
const worthShowing = 0.4;
/** A concept met by so much is spoken of. */
const spokenOf = 0.5;
/** For a broad question another document's passage is worth the last place where it is nearly as good. */
const nearlyAsGood = 0.85;
/** A question with so few content words is a broad one. */
const broadConcepts = 2;

const between = /^[\s,]*(?:und|and|oder|or|vs\.?|versus|sowie|bzw\.?|gegenüber|compared (?:to|with))\s+$/iu;

/**
 * Which concepts are sides that the question sets side by side ("Seiler und Cha"): names or nouns with nothing but a
 * conjunction between them.
 * @returns positions in `query.concepts`; none, or at least two
 */
export function sidesOf(query: Query): number[] {
  const sides = new Set<number>();
  query.concepts.forEach((concept, index) => {
    const next = query.concepts[index + 1];
    if (next === undefined || concept.importance < 1 || next.importance < 1) return;
    const isSide = /^\p{Lu}/u.test(concept.text) && /^\p{Lu}/u.test(next.text);
    if (isSide && between.test(query.text.slice(concept.end, next.start))) {
      sides.add(index);
      sides.add(index + 1);
    }
  });
  return [...sides];
}

/**
 * The order in which an answer shows its passages: the best one stays first; where the question has sides, each gets one
 * of the first `shown` places, and a broad question gets a second document among them, if there is one nearly as good.
 * Whoever has to make room for that comes next.
 * @param hits distinct, best first
 */
export function withVariety(hits: readonly DistinctHit[], query: Query, shown: number): DistinctHit[] {
  const ordered = [...hits];
  const best = ordered[0];
  if (best === undefined || shown < 2) return ordered;
  for (const side of sidesOf(query)) {
    const speaks = ({ hit }: DistinctHit): boolean => (hit.evidence.met[side] ?? 0) >= spokenOf;
    if (ordered.slice(0, shown).some(speaks)) continue;
    moveUp(ordered, shown, (candidate) => speaks(candidate) && candidate.hit.score >= worthShowing * best.hit.score);
  }
  const isOther = ({ hit }: DistinctHit): boolean => hit.document !== best.hit.document;
  if (query.concepts.length <= broadConcepts && !ordered.slice(0, shown).some(isOther)) {
    const last = ordered[shown - 1]?.hit.score ?? 0;
    moveUp(ordered, shown, (candidate) => isOther(candidate) && candidate.hit.score >= nearlyAsGood * last);
  }
  return ordered;
}

/** Moves the first hit below the shown ones that passes the test to the last shown place. */
function moveUp(ordered: DistinctHit[], shown: number, test: (hit: DistinctHit) => boolean): void {
  const found = ordered.findIndex((hit, index) => index >= shown && test(hit));
  if (found >= 0) ordered.splice(shown - 1, 0, ...ordered.splice(found, 1));
}
