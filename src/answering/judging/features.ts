import type { Candidate, Retrieved } from "../../search/passage-index.ts";
import type { Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";

/** What speaks for the best passage answering the question; each from 0 to 1, more is better. */
export interface ConfidenceFeatures {
  /** Share of the question's information that the passage meets by terms. */
  readonly termCoverage: number;
  /** The same by 4-grams. */
  readonly gramCoverage: number;
  /** The same in the best single sentence, by terms. */
  readonly sentenceCoverage: number;
  /** Share of the concepts that are met at all. */
  readonly conceptsMet: number;
  /** 1 less the share of the information that the most informative concept not met has: one such word outweighs several small ones. */
  readonly weakestPoint: number;
  /** Share of numbers, years and names met; 1 where the question has none. */
  readonly constraintsMet: number;
  /** Share of the information that stands anywhere in the collection. */
  readonly foundAnywhere: number;
  /** Information met of the nouns and names, where capitals tell them; of all words where they do not. */
  readonly nounCoverage: number;
  /** How far the best passage is ahead of the second, as far as it covers the question: one rare word alone proves little. */
  readonly gap: number;
  /** How much of the question the passage's own words meet, title and headings apart. */
  readonly ownCoverage: number;
  /** 1 over the number of passages that meet as much of the question, the best one among them. */
  readonly uniqueness: number;
  /** The same ahead of the third. */
  readonly leadOfTwo: number;
  /** The same ahead of all other documents. */
  readonly leadOfDocument: number;
  /** The least that one of terms, 4-grams and best sentence gives it, beside what that one gives at most: 1 where all agree. */
  readonly agreement: number;
  /** How much is met in all, however much was asked; half for `halfInformation`. */
  readonly information: number;
  /** 1 where the answering sentence holds the kind of thing asked for, ½ where the question does not tell. */
  readonly answerType: number;
}

export const featureNames = [
  "termCoverage",
  "gramCoverage",
  "sentenceCoverage",
  "conceptsMet",
  "weakestPoint",
  "constraintsMet",
  "foundAnywhere",
  "nounCoverage",
  "gap",
  "ownCoverage",
  "uniqueness",
  "leadOfTwo",
  "leadOfDocument",
  "agreement",
  "information",
  "answerType",
] as const satisfies readonly (keyof ConfidenceFeatures)[];

/** How many hits are checked for meeting as much as the best one, and within which margin. */
const mostRivals = 24;
const rivalShare = 0.95;

/** Information, as `informativeness` has it, that is worth one half: two rare words. */
const halfInformation = 10;
/** The views of a passage that may agree. */
const views: ReadonlySet<string> = new Set(["terms", "grams", "sentence"]);

/** From this value on, a concept counts as met. */
export const metWeight = 0.4;

/** @param answerType of the answering sentence, as in the feature of that name */
export function confidenceFeatures(
  query: Query,
  retrieved: Retrieved,
  hits: readonly Hit[],
  answerType: number,
): ConfidenceFeatures {
  const best = hits[0];
  if (best === undefined) return noFeatures;
  const { informativeness } = retrieved;
  const met = metBy(best);
  const total = informativeness.reduce((sum, value) => sum + value, 0);
  const shareOf = (value: (concept: number) => number): number =>
    total === 0
      ? 0
      : informativeness.reduce((sum, weight, concept) => sum + weight * Math.min(1, value(concept)), 0) / total;
  const sentences = best.evidence.details.sentences();
  const concepts = query.concepts.length;
  let sentenceCoverage = 0;
  for (let sentence = 0; sentence < sentences.terms.length; sentence++) {
    sentenceCoverage = Math.max(
      sentenceCoverage,
      shareOf((concept) => sentences.met[sentence * concepts + concept] ?? 0),
    );
  }
  const largestMissing = Math.max(
    0,
    ...informativeness.map((weight, concept) => (met(concept) < metWeight ? weight : 0)),
  );
  const constraints = query.concepts.flatMap((concept, index) =>
    concept.isNumber || concept.isName ? [met(index)] : [],
  );
  const nouns = { weight: 0, met: 0 };
  query.concepts.forEach((concept, index) => {
    if (!concept.isNoun) return;
    nouns.weight += informativeness[index] ?? 0;
    nouns.met += (informativeness[index] ?? 0) * Math.min(1, met(index));
  });
  const leadOver = (other: Hit | undefined): number =>
    other === undefined || best.score === 0 ? 1 : Math.max(0, best.score - other.score) / best.score;
  const information = total * shareOf(met);
  return {
    termCoverage: shareOf((concept) => best.evidence.met[concept] ?? 0),
    gramCoverage: shareOf((concept) => best.evidence.gramCoverage[concept] ?? 0),
    sentenceCoverage,
    conceptsMet:
      query.concepts.length === 0
        ? 0
        : query.concepts.filter((_, index) => met(index) >= metWeight).length / query.concepts.length,
    weakestPoint: total === 0 ? 0 : 1 - largestMissing / total,
    constraintsMet:
      constraints.length === 0 ? 1 : constraints.reduce((sum, value) => sum + value, 0) / constraints.length,
    foundAnywhere: shareOf((concept) =>
      (retrieved.passageCounts[concept] ?? 0) > 0 || met(concept) >= metWeight ? 1 : 0,
    ),
    nounCoverage: nouns.weight === 0 ? shareOf(met) : nouns.met / nouns.weight,
    gap: leadOver(hits[1]) * shareOf(met),
    ownCoverage: shareOf((concept) => best.evidence.ownMet[concept] ?? 0),
    uniqueness:
      1 /
      hits.slice(0, mostRivals).filter((hit) => hit === best || shareOf(metBy(hit)) >= rivalShare * shareOf(met))
        .length,
    leadOfTwo: leadOver(hits[2]) * shareOf(met),
    leadOfDocument: leadOver(hits.find(({ document }) => document !== best.document)) * shareOf(met),
    agreement: best.signals.reduce((least, { name, value }) => (views.has(name) ? Math.min(least, value) : least), 1),
    information: information / (information + halfInformation),
    answerType,
  };
}

/** How well a concept is met in a passage, by terms or by spelling. */
export function metBy({ evidence }: Candidate): (concept: number) => number {
  return (concept) => {
    const grams = evidence.gramCoverage[concept] ?? 0;
    // Half the 4-grams of a word mean little, since other words share them.
    return Math.max(evidence.met[concept] ?? 0, grams > 0.6 ? grams : 0);
  };
}

/** Of a question that finds nothing. */
export const noFeatures: ConfidenceFeatures = {
  termCoverage: 0,
  gramCoverage: 0,
  sentenceCoverage: 0,
  conceptsMet: 0,
  weakestPoint: 0,
  constraintsMet: 0,
  foundAnywhere: 0,
  nounCoverage: 0,
  gap: 0,
  ownCoverage: 0,
  uniqueness: 0,
  leadOfTwo: 0,
  leadOfDocument: 0,
  agreement: 0,
  information: 0,
  answerType: 0,
};
