import { defined } from "../../defined.ts";
import type { Retrieved } from "../../search/passage-index.ts";
import { placeImportance, type Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import type { AbstentionReason, LookedFor } from "../answer.ts";
import { metBy } from "./features.ts";

/** A concept that is met less well than this is missing from the passage. */
const missingBelow = 0.3;

/** Whether each content word of the question was found. */
export function lookedFor(query: Query, retrieved: Retrieved, best: Hit | undefined): LookedFor[] {
  const met = best === undefined ? () => 0 : metBy(best);
  return query.concepts
    .map((concept, index) => ({ concept, index }))
    .filter(({ concept }) => concept.importance >= placeImportance)
    .map(({ concept, index }) => ({
      word: concept.text,
      ...defined({ correctedTo: concept.correctedTo }),
      isFound: (retrieved.passageCounts[index] ?? 0) > 0 || met(index) >= missingBelow,
      isInBestPassage: met(index) >= missingBelow,
    }));
}

/** The words that the best passage lacks. */
export function missingWords(words: readonly LookedFor[]): string[] {
  return words.filter((word) => !word.isInBestPassage).map((word) => word.word);
}

/** Why what was found is no answer. */
export function abstentionReason(words: readonly LookedFor[]): AbstentionReason {
  if (words.length === 0) return "nothing-to-look-for";
  if (words.some((word) => !word.isFound)) return "not-found";
  return words.some((word) => !word.isInBestPassage) ? "never-together" : "weak";
}
