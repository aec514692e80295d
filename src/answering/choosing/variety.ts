import { alternatives } from "../../analysis/languages.ts";
import type { SideRules } from "../../analysis/rules/questions/side-rules.ts";
import type { Concept, Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import type { DistinctHit } from "./near-duplicates.ts";

/** The least share of the best score for which a side's passage gets a place. */
const worthShowing = 0.4;
/** A passage that meets a concept this well is taken to mention it. */
const spokenOf = 0.5;
/** The least share of the best score for which, in a broad question, another document gets the last place. */
const nearlyAsGood = 0.85;
/** A question with at most this many content words is broad. */
const broadConcepts = 2;

const between = new RegExp(`^[\\s,]*(?:${words("conjunctions")})\\s+(?:(?:${words("afterConjunction")})\\s+)*$`, "iu");
/** Words that announce a comparison, whatever kind of words is compared. */
const compares = new RegExp(`(?<!\\p{L})(?:${words("comparing")})(?!\\p{L})`, "iu");
/** An article before a noun, in languages that do not capitalise nouns. */
const article = new RegExp(`(?<!\\p{L})(?:${words("articles")})\\s+$`, "iu");

function words(name: keyof SideRules): string {
  return alternatives(({ questions }) => questions?.sides[name]);
}

/**
 * Which concepts are sides that the question sets side by side ("Seiler und Cha", "the deposit and the rent"): names or
 * nouns with nothing but a conjunction between them, and any words where the question says that it compares.
 * @returns positions in `query.concepts`; none, or at least two
 */
export function sidesOf(query: Query): number[] {
  const sides = new Set<number>();
  query.concepts.forEach((concept, index) => {
    const next = query.concepts[index + 1];
    if (next === undefined || concept.importance < 1 || next.importance < 1) return;
    if (areSides(query.text, concept, next) && between.test(query.text.slice(concept.end, next.start))) {
      sides.add(index);
      sides.add(index + 1);
    }
  });
  return [...sides];
}

function areSides(question: string, first: Concept, second: Concept): boolean {
  const both = [first, second];
  return (
    compares.test(question) ||
    both.every(({ text }) => /^\p{Lu}/u.test(text)) ||
    both.every(({ start }) => article.test(question.slice(0, start)))
  );
}

/** Whether a passage speaks of one side and not of all that the question sets side by side. */
export function isOneSided(query: Query, { evidence }: Hit): boolean {
  return sidesOf(query).some((side) => (evidence.met[side] ?? 0) < spokenOf);
}

/**
 * The order in which an answer shows its passages. The best one stays first. If the question has sides, each side gets
 * one of the first `shown` places; a broad question gets a second document among them if one is nearly as good.
 * Passages that had to make room come next.
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
