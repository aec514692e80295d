import type { PassageIndex, Retrieved } from "../passage-index.ts";
import { placeImportance, type Query } from "../query/concept.ts";
import type { Evidence } from "../ranking/evidence/evidence.ts";
import { bestFirst } from "../ranking/in-order.ts";
import type { Hit } from "../ranking/rank.ts";
import { aroundShare, type CheckedConstraint, checkPassage, ReadAround, shareOf } from "./check-passage.ts";
import type { Constraint } from "./constraint.ts";
import { passagesOf } from "./recent-passages.ts";

/** How many hits are read closely: the first ones by their words. */
const readHits = 60;
const mostReadHits = 250;
/** Words of another language count a little less here than those of the question's own. */
const otherLanguageShare = 0.97;
/** The name under which this share appears among the signals. */
export const constraintSignal = "exact";

/**
 * Reranks the best hits by what the question fixes to the letter: names with marks, numbers with their units, phrases,
 * negations, directions. Fetches the text of these hits.
 */
export async function holdToConstraints(
  index: PassageIndex,
  query: Query,
  found: Retrieved & { readonly hits: readonly Hit[] },
): Promise<Retrieved & { readonly hits: readonly Hit[] }> {
  const { constraints } = query;
  // No term leads to these, so any passage may contain them.
  const isLedByTerms = found.passageCounts.every((count) => count > 0);
  const read = found.hits.slice(0, isLedByTerms ? readHits : mostReadHits);
  const passages = await passagesOf(index, read);
  const around = new ReadAround(constraints);
  const checks = new Map([...passages].map(([id, passage]) => [id, checkPassage(passage, constraints, around)]));
  // A constraint that no passage says anything about cannot tell passages apart.
  const telling = new Set(
    [...checks.values()]
      .flat()
      .filter(tells)
      .map((one) => one.constraint),
  );
  const weight = [...telling].reduce((sum, { passageWeight }) => sum + passageWeight, 0);
  const passageCounts = [...found.passageCounts];
  const hits = read.map((hit): Hit => {
    const passage = passages.get(hit.id);
    const checked = checks.get(hit.id);
    if (passage === undefined || checked === undefined) return hit;
    const isAlikeSpoken = passage.document.metadata.language === query.language;
    const met = checked
      .filter(({ constraint }) => telling.has(constraint))
      .reduce((sum, one) => sum + (one.constraint.passageWeight * shareOf(one)) / weight, 0);
    const value = isAlikeSpoken ? met : otherLanguageShare * met;
    const evidence = withConstraints(hit.evidence, query, checked);
    evidence.met.forEach((share, concept) => {
      if (share > 0.5 && passageCounts[concept] === 0) passageCounts[concept] = 1;
    });
    return {
      ...hit,
      evidence,
      constraints: checked,
      score: hit.score + weight * value,
      signals: weight === 0 ? hit.signals : [...hit.signals, { name: constraintSignal, weight, value }],
    };
  });
  hits.sort(bestFirst((number) => index.document(number)));
  const rest = found.hits.slice(read.length);
  return { ...found, passageCounts, hits: [...hits, ...rest] };
}

function tells({ met, metAround, isContradicted }: CheckedConstraint): boolean {
  return met > 0 || metAround > 0 || isContradicted;
}

/** Words of a constraint that a passage meets to the letter count as words that it has. */
function withConstraints(evidence: Evidence, query: Query, checked: readonly CheckedConstraint[]): Evidence {
  const fixing = checked.filter(
    ({ constraint: { kind } }) => kind === "name" || kind === "number" || kind === "phrase",
  );
  if (fixing.length === 0) return evidence;
  const met = [...evidence.met];
  const gramCoverage = [...evidence.gramCoverage];
  const meeting = fixing.map((one) => ({ ...one, words: wordsOf(one.constraint, query) }));
  for (const { words, met: own, metAround } of meeting) {
    const share = Math.max(own, aroundShare * metAround);
    for (const word of words) {
      met[word] = Math.max(met[word] ?? 0, share);
      gramCoverage[word] = Math.max(gramCoverage[word] ?? 0, share);
    }
  }
  const { details } = evidence;
  const concepts = met.length;
  return {
    ...evidence,
    met,
    gramCoverage,
    details: {
      fields: () => details.fields(),
      sentences: () => {
        const sentences = details.sentences();
        for (const { words, sentences: shares } of meeting) {
          for (const word of words) {
            for (let at = word; at < sentences.met.length; at += concepts)
              sentences.met[at] = Math.max(sentences.met[at] ?? 0, shares[(at - word) / concepts] ?? 0);
          }
        }
        return sentences;
      },
    },
  };
}

/** The question's words that a constraint fixes, by their numbers, but for those that only say where to look. */
function wordsOf(constraint: Constraint, { concepts }: Query): number[] {
  return concepts.flatMap(({ importance, start, end }, index) =>
    importance >= placeImportance && start >= constraint.start && end <= constraint.end ? [index] : [],
  );
}
