import type { AskedKind } from "../../../analysis/rules/questions/asked-rules.ts";
import type { Concept, Query } from "../../../search/query/concept.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";

/** What a word counts that only asks, and one that stands in every other sentence, beside what it says by itself. */
const askingShare = 0.25;
const everydayShare = 0.6;
/** Kinds that two words ask for: how often, wie lange. */
const askedInTwo: ReadonlySet<AskedKind> = new Set(["age", "frequency", "duration", "measure", "count"]);
const askingChars = 5;

/**
 * How much each concept of a question says of what is asked, when a passage is judged: its informativeness, but for words
 * that ask (how long, wie oft), which an answer need not repeat, and everyday verbs and adverbs, which it puts otherwise.
 */
export function tellingOf(query: Query, informativeness: readonly number[]): number[] {
  const asked = askedFor(query.text, query.language);
  return query.concepts.map((concept, index) => {
    const value = informativeness[index] ?? 0;
    if (asks(concept, asked)) return askingShare * value;
    return concept.isEveryday === true ? everydayShare * value : value;
  });
}

function asks({ start, end }: Concept, asked: AskedFor): boolean {
  return askedInTwo.has(asked.kind) && start >= asked.start && start < asked.start + askingChars && end <= asked.end;
}
