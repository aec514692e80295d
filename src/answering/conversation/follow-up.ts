import type { Concept, Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import { metBy, metWeight } from "../judging/features.ts";
import { followUpRules } from "./leans-on-previous.ts";

/**
 * The weight of a word taken over from the earlier question, for a question that depends on it and for one that might
 * not.
 */
const leaningImportance = 0.6;
const aloneImportance = 0.2;
/** A question with fewer content words than this depends on the previous one. */
const enoughConcepts = 3;

/**
 * Completes a follow-up question with the words of the earlier one, at a lower weight. Words that the new question
 * replaces are not taken over (a month by a month, a year by a year).
 */
export function followUp(query: Query, previous: Query): Query {
  const leans = followUpRules.some(({ opening }) => opening.test(query.text)) || query.concepts.length < enoughConcepts;
  const importance = leans ? leaningImportance : aloneImportance;
  const known = new Set(query.concepts.map((concept) => concept.alternatives[0]?.term));
  const replaced = new Set(query.concepts.map(slotOf).filter((slot) => slot !== undefined));
  const taken = previous.concepts.filter((concept) => {
    const slot = slotOf(concept);
    return !known.has(concept.alternatives[0]?.term) && (slot === undefined || !replaced.has(slot));
  });
  return {
    ...query,
    concepts: [
      ...query.concepts,
      ...taken.map((concept): Concept => ({ ...concept, importance: concept.importance * importance })),
    ],
  };
}

/**
 * Puts hits on a follow-up's own words before hits that meet only words taken over from the earlier question.
 * @param own how many of the words looked for are its own; they come first
 */
export function ownWordsFirst(hits: readonly Hit[], own: number): readonly Hit[] {
  const isOwn = (hit: Hit): boolean => {
    const met = metBy(hit);
    return Array.from({ length: own }, (_, concept) => met(concept)).some((share) => share >= metWeight);
  };
  return own === 0 ? hits : [...hits.filter(isOwn), ...hits.filter((hit) => !isOwn(hit))];
}

/** Kinds of words of which a question has only one. */
function slotOf(concept: Concept): "month" | "year" | "number" | undefined {
  if (followUpRules.some(({ months }) => months.test(concept.text))) return "month";
  if (!concept.isNumber) return undefined;
  return /^\d{4}$/.test(concept.text) ? "year" : "number";
}
