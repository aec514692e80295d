import type { DocumentMetadata, LanguageCode, Passage, TextRange } from "../documents/document.ts";
import type { Standing } from "../search/editions/editions.ts";
import type { TextsAround } from "../search/passage-index.ts";
import type { SignalShare } from "../search/ranking/rank.ts";
import type { ConfidenceParts, JudgedInput } from "./judging/confidence/confidence.ts";
import type { Finding } from "./judging/evidence/evidence-kind.ts";
import type { SmallTalk } from "./small-talk/phrases.ts";

/** How sure the program is that the best passage answers, in tiers of the calibrated confidence. */
export type Certainty = "sure" | "uncertain" | "none";

/** A quote with everything that its citation needs. `text` is exactly the document's canonical text over `passage.range`. */
export interface CitedPassage {
  /** Citation id without fingerprint. */
  readonly citation: string;
  /** Beginning of the SHA-256 of `text`. */
  readonly fingerprint: string;
  /** The document's file, below the documents' folder. */
  readonly file: string;
  readonly metadata: DocumentMetadata;
  readonly passage: Passage;
  readonly text: string;
  readonly around: TextsAround;
  /** The sentence nearest to the question, as a range of the canonical text inside `passage.range`. */
  readonly highlight: TextRange;
  /** Whether that sentence is likely to be the one that answers, provided that the passage answers at all. */
  readonly isMarked: boolean;
  readonly score: number;
  /** The contribution of each signal; they add up to `score`. */
  readonly signals: readonly SignalShare[];
  /** The passage's address in the reader, if the program serves pages. */
  readonly readerLink?: string;
  /** Citation ids of passages with the same words, which are not listed again. */
  readonly alsoIn: readonly string[];
  /** Citation ids of passages that say nearly the same in different words. */
  readonly similarIn: readonly string[];
  /** Present where it is not in force. */
  readonly standing?: Standing;
}

/** A content word of the question, and whether it was found. */
export interface LookedFor {
  /** As written in the question. */
  readonly word: string;
  /** What the word was corrected to, if it seemed misspelt. */
  readonly correctedTo?: string;
  /** Whether any passage holds it or an alternative to it. */
  readonly isFound: boolean;
  /** Whether the best passage does. */
  readonly isInBestPassage: boolean;
}

/**
 * Why there is no answer. `nothing-to-look-for`: the question has no content word; `not-found`: words of it stand in no
 * passage; `never-together`: each word stands somewhere, but no passage has enough of them; `weak`: what was found
 * does not amount to an answer; `no-documents`: the filter leaves none; the others: nothing was asked.
 */
export type AbstentionReason =
  | "nothing-to-look-for"
  | "not-found"
  | "never-together"
  | "weak"
  | "no-documents"
  | SmallTalk;

/** How the confidence came about. */
export interface Reckoning extends ConfidenceParts {
  /** The judge's inputs and what each adds to the log odds. */
  readonly inputs: readonly JudgedInput[];
}

interface AnswerBase {
  readonly question: string;
  /** Language of the question. */
  readonly language: LanguageCode;
  /** Calibrated probability that the first passage answers, from 0 to 1. */
  readonly confidence: number;
  readonly lookedFor: readonly LookedFor[];
  /** Words of the question that matter and that the best passage lacks. */
  readonly missing: readonly string[];
  /** Reasons to doubt that the first passage answers the question, weightiest first. */
  readonly findings: readonly Finding[];
  /** Ranked, best first: the answer, or what came closest. */
  readonly passages: readonly CitedPassage[];
  /** How many passages, from the first, are worth showing; the rest are for people who ask for more. */
  readonly worthShowing: number;
  /** Absent where no passage was judged. */
  readonly reckoning?: Reckoning;
  /**
   * Whether the host's model says that the first passage states the answer; absent without a model, or if it was too
   * slow.
   */
  readonly modelVerdict?: "yes" | "partly" | "no";
  /** Whether the first three passages name different numbers or times: then they are shown side by side, newest first. */
  readonly saysDifferentThings: boolean;
  /** For a message with several questions: the answer to each, in order. */
  readonly parts?: readonly Answer[];
  /** How many documents were left out for having no date when the question was limited to a period. */
  readonly undatedLeftOut: number;
  /** How many equally good passages of other editions were left out; absent means none. */
  readonly editionsLeftOut?: number;
}

export interface Answered extends AnswerBase {
  readonly kind: "answered";
  readonly certainty: "sure" | "uncertain";
}

/** Declining to answer is also an answer, with a reason. */
export interface Abstained extends AnswerBase {
  readonly kind: "abstained";
  readonly certainty: "none";
  readonly reason: AbstentionReason;
}

export type Answer = Answered | Abstained;
