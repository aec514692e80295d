import { LRUCache } from "lru-cache";
import type { LanguageCode } from "../../documents/document.ts";
import type { DocumentFilter, PassageIndex } from "../../search/passage-index.ts";
import type { Concept } from "../../search/query/concept.ts";

/** From so great a share of common concepts on, two questions ask about the same. */
const leastShare = 0.6;
/** An alternative that counts for less is too far from the word. */
const leastWeight = 0.5;

/** From so great a share on, one question is a paraphrase of another. */
const leastOfParaphrase = 0.75;

/** What one concept may be called. */
type Names = ReadonlySet<string>;

/**
 * Groups questions by what they ask about: by the concepts that the index makes of their words, so that inflections,
 * synonyms and translations meet.
 * @returns positions in `questions`, the largest group first; those of a group in their order
 */
export async function groupAlike(
  index: PassageIndex,
  questions: readonly string[],
  detect: (text: string) => LanguageCode | undefined,
  filter?: DocumentFilter,
): Promise<readonly (readonly number[])[]> {
  const groups: { readonly first: readonly Names[]; readonly text: string; readonly members: number[] }[] = [];
  for (const [position, question] of questions.entries()) {
    const text = plain(question);
    const names = await namesIn(index, question, detect, filter);
    const best = groups
      .map((group) => ({ group, share: group.text === text ? 1 : shareOf(names, group.first) }))
      .reduce<{ group: (typeof groups)[number]; share: number } | undefined>(
        (found, each) => (found === undefined || each.share > found.share ? each : found),
        undefined,
      );
    if (best !== undefined && best.share >= leastShare) best.group.members.push(position);
    else groups.push({ first: names, text, members: [position] });
  }
  return groups.map(({ members }) => members).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/**
 * Which of some questions is put in other words here, if any: all that is named or counted must be the same.
 * @returns its position; undefined if there is none
 */
export async function paraphraseOf(
  index: PassageIndex,
  question: string,
  others: readonly string[],
  detect: (text: string) => LanguageCode | undefined,
  filter?: DocumentFilter,
): Promise<number | undefined> {
  const exact = others.findIndex((other) => plain(other) === plain(question));
  if (exact >= 0) return exact;
  const own = await namesIn(index, question, detect, filter);
  let best: { readonly position: number; readonly share: number } | undefined;
  for (const [position, other] of others.entries()) {
    if (numbersIn(other) !== numbersIn(question)) continue;
    const share = shareOf(own, await namesIn(index, other, detect, filter));
    if (share >= leastOfParaphrase && share > (best?.share ?? 0)) best = { position, share };
  }
  return best?.position;
}

const known = new WeakMap<PassageIndex, LRUCache<string, readonly Names[]>>();
const mostKnown = 2000;

/** What a question names, kept for as long as the index is the same. */
async function namesIn(
  index: PassageIndex,
  question: string,
  detect: (text: string) => LanguageCode | undefined,
  filter: DocumentFilter | undefined,
): Promise<readonly Names[]> {
  const cache = known.get(index) ?? new LRUCache<string, readonly Names[]>({ max: mostKnown });
  known.set(index, cache);
  const key = JSON.stringify([question, filter]);
  const found = cache.get(key);
  if (found !== undefined) return found;
  const { concepts } = await index.prepare(question, detect(question) ?? index.mainLanguage(filter), filter);
  const names = concepts.map(namesOf);
  cache.set(key, names);
  return names;
}

function plain(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function numbersIn(question: string): string {
  return (question.match(/\d+/g) ?? []).sort().join(" ");
}

function namesOf({ text, alternatives }: Concept): Names {
  const terms = alternatives.filter(({ weight, kind }) => weight >= leastWeight && kind !== "part");
  return new Set([text.toLowerCase(), ...terms.map(({ term }) => term)]);
}

/** The share of concepts that two questions have in common (Dice's coefficient), from 0 to 1. */
function shareOf(one: readonly Names[], other: readonly Names[]): number {
  if (one.length + other.length === 0) return 0;
  const met = one.filter((names) => other.some((others) => [...names].some((name) => others.has(name)))).length;
  return (2 * Math.min(met, other.length)) / (one.length + other.length);
}
