import { type Comparison, salience } from "../comparing/comparison.ts";
import { coverage } from "../comparing/passage-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

const met = 0.5;

export const nameCoverage: EvidenceKind<"nameCoverage"> = {
  name: "nameCoverage",
  speaks: "for",
  isMismatch: false,
  value: ({ question, near }) =>
    coverage(
      question.words,
      (word) => near[word] ?? 0,
      ({ kind }) => kind === "name",
      0.5,
    ),
};

const asksForName: ReadonlySet<string> = new Set(["person", "place", "name"]);

/** A name of the question that neither the best sentence nor its neighbours have, where another stands in its place. */
export const otherName: EvidenceKind<"otherName"> = {
  name: "otherName",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => swapOf(comparison)?.weight ?? 0,
  finding: (comparison) => {
    const swap = swapOf(comparison);
    return swap === undefined ? undefined : { what: "other-name", words: [swap.asked, swap.stated] };
  },
};

function swapOf(comparison: Comparison): { weight: number; asked: string; stated: string } | undefined {
  const { question, best, near, passage } = comparison;
  if (asksForName.has(question.asked.kind)) return undefined;
  const stated = best.tokens.find((token) => token.likeness < met && passage.isName(token));
  if (stated === undefined) return undefined;
  let found: { weight: number; asked: string; stated: string } | undefined;
  question.words.forEach(({ kind, concept }, word) => {
    if (kind !== "name" || (near[word] ?? 0) >= met) return;
    const weight = salience(question, word);
    if (weight > (found?.weight ?? 0)) found = { weight, asked: concept.text, stated: stated.text };
  });
  return found;
}

/** Of two capital neighbours of the question the passage has one, and another capital word in the other's place. */
export const otherPartOfName: EvidenceKind<"otherPartOfName"> = {
  name: "otherPartOfName",
  speaks: "against",
  isMismatch: false,
  value: (comparison) => {
    const { question, passage } = comparison;
    let most = 0;
    question.words.forEach((first, at) => {
      const second = question.words[at + 1];
      if (second === undefined || second.token.start - first.token.end > 1) return;
      if (!/^\p{Lu}/u.test(first.token.text) || !/^\p{Lu}/u.test(second.token.text)) return;
      for (const [has, lacks, step] of [
        [at, at + 1, 1],
        [at + 1, at, -1],
      ] as const) {
        if ((comparison.anywhere[has] ?? 0) < 0.7 || (comparison.anywhere[lacks] ?? 0) >= met) continue;
        const isReplaced = passage.sentences.some(({ tokens }) =>
          tokens.some((token, index) => {
            const beside = tokens[index + step];
            return (
              token.likes.some(({ word, value }) => word === has && value >= 0.7) &&
              beside?.isCapital &&
              beside.likeness < met &&
              !beside.isStopWord
            );
          }),
        );
        if (isReplaced) most = Math.max(most, salience(question, lacks));
      }
    });
    return most;
  },
};
