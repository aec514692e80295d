import { type Comparison, salience } from "../comparing/comparison.ts";
import type { SeenToken } from "../comparing/passage-view.ts";
import type { AskedWord } from "../comparing/question-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

const met = 0.5;
/** What is met by a part of a compound alone, or by a distant relative, is met by less. */
const wellMet = 0.7;

/** Of what the question says, a passage has the numbers and nothing else: a year tells nothing of what happened in it. */
export const numbersAlone: EvidenceKind<"numbersAlone"> = {
  name: "numbersAlone",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => (weightiestBeside(comparison) === undefined ? 0 : 1),
  finding: (comparison) => {
    const missing = weightiestBeside(comparison);
    return missing === undefined ? undefined : { what: "word-missing", words: [missing.concept.text] };
  },
};

/** The weightiest word beside the numbers that are met, where none of the others is. */
function weightiestBeside({ question, anywhere }: Comparison): AskedWord | undefined {
  let found: AskedWord | undefined;
  let hasNumber = false;
  for (const [at, word] of question.words.entries()) {
    const isMet = (anywhere[at] ?? 0) >= wellMet;
    if (word.number !== undefined) hasNumber ||= isMet;
    else if (isMet) return undefined;
    else if (word.weight > (found?.weight ?? 0)) found = word;
  }
  return hasNumber ? found : undefined;
}

interface Swap {
  readonly weight: number;
  readonly asked: string;
  readonly stated: string;
}

/** A number of the question that the best sentence lacks, where it has another of the same kind that nothing asked for. */
export const otherNumber: EvidenceKind<"otherNumber"> = {
  name: "otherNumber",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => swapOf(comparison)?.weight ?? 0,
  finding: (comparison) => {
    const swap = swapOf(comparison);
    return swap === undefined ? undefined : { what: "other-number", words: [swap.asked, swap.stated] };
  },
};

function swapOf(comparison: Comparison): Swap | undefined {
  const { question, best } = comparison;
  let found: Swap | undefined;
  question.words.forEach(({ number, concept }, word) => {
    if (number === undefined || (best.met[word] ?? 0) >= met) return;
    if (isCountOfAnswers(comparison, word)) return;
    const stated = best.tokens.find(
      (token, at) =>
        token.number?.kind === number.kind &&
        token.likeness < met &&
        (number.kind === "year" || number.kind === "date" || isBesideMet(best.tokens, at)),
    );
    const weight = salience(question, word);
    if (stated !== undefined && weight > (found?.weight ?? 0)) {
      found = { weight, asked: concept.text, stated: stated.text };
    }
  });
  return found;
}

/** "Which two cities", "name three": how many answers there are, nothing that a sentence must say. */
function isCountOfAnswers({ question }: Comparison, word: number): boolean {
  const { number, token } = question.words[word] ?? {};
  if (number?.kind !== "figure" || token === undefined || token.kind === "number") return false;
  const at = question.tokens.indexOf(token);
  return question.tokens.slice(Math.max(0, at - 4), at).every(({ isStopWord }) => isStopWord) && at < 5;
}

/** A number counts what stands beside it. */
const beside = 2;

function isBesideMet(tokens: readonly SeenToken[], at: number): boolean {
  return tokens.slice(Math.max(0, at - beside), at + beside + 1).some(({ likeness }) => likeness >= 0.7);
}

/** A number of the question that stands neither in the best sentence nor beside it. */
export const missingNumber: EvidenceKind<"missingNumber"> = {
  name: "missingNumber",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => {
    const word = missing(comparison);
    return word === undefined ? 0 : salience(comparison.question, word);
  },
  finding: (comparison) => {
    const word = comparison.question.words[missing(comparison) ?? -1];
    return word === undefined ? undefined : { what: "number-missing", words: [word.concept.text] };
  },
};

function missing(comparison: Comparison): number | undefined {
  const { question, near } = comparison;
  let found: number | undefined;
  question.words.forEach(({ number, weight }, word) => {
    if (number === undefined || (near[word] ?? 0) >= met || isCountOfAnswers(comparison, word)) return;
    if (found === undefined || weight > (question.words[found]?.weight ?? 0)) found = word;
  });
  return found;
}
