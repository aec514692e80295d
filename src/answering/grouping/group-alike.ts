import type { LanguageCode } from "../../documents/document.ts";
import type { DocumentFilter, PassageIndex } from "../../search/passage-index.ts";
import type { Concept } from "../../search/query/concept.ts";

/** From so great a share of common concepts on, two questions ask about the same. */
const leastShare = 0.6;
/** An alternative that counts for less is too far from the word. */
const leastWeight = 0.5;

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
    const text = question.trim().toLowerCase();
    const language = detect(question) ?? index.mainLanguage(filter);
    const { concepts } = await index.prepare(question, language, filter);
    const names = concepts.map(namesOf);
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
