import type { AnswerType } from "../../analysis/rules/questions/asked-rules.ts";
import type { TextRange } from "../../documents/document.ts";
import { type CheckedConstraint, exactShare } from "../../search/constraints/check-passage.ts";
import type { FetchedPassage } from "../../search/passage-index.ts";
import type { Evidence } from "../../search/ranking/evidence/evidence.ts";
import { holdsAnswerType } from "../judging/answer-type.ts";
import { metWeight } from "../judging/features.ts";

/** The bonus for a sentence that holds the kind of thing asked for, on a scale of two shares of up to 1. */
const answerTypeBonus = 0.8;
/**
 * The share of the previous sentence's score that a sentence beginning with a pronoun gets, since the previous one
 * names its subject.
 */
const pronounShare = 0.3;
const beginsWithPronoun =
  /^\s*["„»“]?(?:er|sie|es|dies\p{L}*|ihre?[mnrs]?|seine?[mnrs]?|deren|dessen|it|he|she|they|this|these|its|his|her|their)(?!\p{L})/iu;
/** The bonus for a follow-up's own words: more than everything shared with the previous question is worth. */
const ownWordsBonus = 3;

/**
 * The sentence that answers: the best by its terms and by its 4-grams, each divided by the largest in the passage. Of a
 * table it is a row below its head where one has a word of the question.
 * @param ownWords for a follow-up, how much each of its own words says; they come first among the words looked for
 * @param constraints what the question fixes to the letter
 * @returns its range in the canonical text, without white space at its ends
 */
export function answeringSentence(
  { passage, text }: FetchedPassage,
  evidence: Evidence,
  answerType: AnswerType | undefined,
  ownWords: readonly number[] = [],
  constraints: readonly CheckedConstraint[] = [],
): TextRange {
  const sentences = evidence.details.sentences();
  const concepts = evidence.met.length;
  const own = passage.sentences.map((_, index) => metInSentence(sentences.met, index * concepts, ownWords));
  const mostOwn = Math.max(0, ...own);
  const largestTerms = Math.max(0, ...sentences.terms);
  const largestGrams = Math.max(0, ...sentences.grams);
  let best = passage.sentences[0] ?? passage.range;
  let bestScore = -1;
  let before = 0;
  const head = headRows(passage, text);
  const isInRows = sentences.met.subarray(head * concepts).some((met) => met >= metWeight);
  passage.sentences.forEach((range, index) => {
    if (index < head && isInRows) return;
    const sentence = slice(text, range, passage.range.start);
    const likeness =
      share(sentences.terms[index] ?? 0, largestTerms) + share(sentences.grams[index] ?? 0, largestGrams);
    const carried = beginsWithPronoun.test(sentence) ? pronounShare * before : 0;
    before = likeness;
    let score = likeness + carried + ownWordsBonus * share(own[index] ?? 0, mostOwn) + exactShare(constraints, index);
    if (answerType !== undefined && holdsAnswerType(sentence, answerType)) score += answerTypeBonus;
    if (score > bestScore) {
      bestScore = score;
      best = range;
    }
  });
  return trimmed(text, best, passage.range.start);
}

/** How many lines at the top of a table are its head: the column names, and the rule below them. */
function headRows({ kind, sentences, range }: FetchedPassage["passage"], text: string): number {
  const second = sentences[1];
  if (kind !== "table" || second === undefined) return 0;
  return /^[\s|:-]*-[\s|:-]*$/.test(slice(text, second, range.start)) ? 2 : 0;
}

function metInSentence(met: Float32Array, from: number, ownWords: readonly number[]): number {
  return ownWords.reduce((sum, worth, word) => sum + worth * (met[from + word] ?? 0), 0);
}

function share(value: number, largest: number): number {
  return largest === 0 ? 0 : value / largest;
}

function slice(text: string, range: TextRange, offset: number): string {
  return text.slice(range.start - offset, range.end - offset);
}

/** Trims white space from both ends of a range of the canonical text. @param offset where `text` begins in it */
export function trimmed(text: string, range: TextRange, offset: number): TextRange {
  const part = slice(text, range, offset);
  const start = range.start + (part.length - part.trimStart().length);
  const end = range.end - (part.length - part.trimEnd().length);
  return end > start ? { start, end } : range;
}
