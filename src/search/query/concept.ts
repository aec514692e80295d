import type { Language } from "../../analysis/language.ts";
import type { RelationKind } from "../../analysis/lexicon/lexicon.ts";
import type { Constraint } from "../constraints/constraint.ts";
import type { AskedForm } from "./asked-form.ts";

/** `exact`: the word itself; `part`: a part of the compound; `spelling`: a word of the index that it may be a misspelling of. */
export type AlternativeKind = "exact" | "part" | "spelling" | RelationKind;

/** A term that may stand in a passage where the question has another word. */
export interface Alternative {
  readonly term: string;
  /** From 0 to 1: how much this term counts in place of the word itself. */
  readonly weight: number;
  readonly kind: AlternativeKind;
}

/** One content word or expression of a question, with everything that may stand for it in a passage. */
export interface Concept {
  /** As it stands in the question. */
  readonly text: string;
  /** UTF-16 range in the question. */
  readonly start: number;
  readonly end: number;
  readonly language: Language["code"];
  /** Numbers, years and dates must be met exactly. */
  readonly isNumber: boolean;
  /** Written with a capital inside a sentence of a language that has none for nouns, or unknown to every list: probably a name. */
  readonly isName: boolean;
  /** A German noun or a name, by its capital inside the question; where nothing is written with capitals, nobody knows. */
  readonly isNoun: boolean;
  /** Best alternative first; terms are distinct. */
  readonly alternatives: readonly Alternative[];
  /** Folded spellings to compare by character 4-grams: the word itself, or its translations. */
  readonly spellings: readonly { readonly text: string; readonly weight: number }[];
  /** Base-10 logarithm of the word's occurrences in a thousand million words; undefined where no list has it. */
  readonly zipf: number | undefined;
  /** Present for verbs and adverbs that say little by themselves: get, put, back. */
  readonly isEveryday?: true;
  /** Of a compound, the terms of the two words that it is made of. */
  readonly halves?: readonly string[];
  /** Scales its informativeness; less than 1 for words taken over from an earlier question. */
  readonly importance: number;
  /** Spelling repaired: what the word was taken for. */
  readonly correctedTo?: string;
}

/**
 * The importance of a file's name beside what is asked about it. Words of less importance are not what the question
 * asks for.
 */
export const placeImportance = 0.7;

/** A question, prepared for the index. */
export interface Query {
  readonly text: string;
  readonly language: Language["code"];
  readonly concepts: readonly Concept[];
  /** What the answer looks like. */
  readonly asked: AskedForm;
  /** What the question wants to the letter. */
  readonly constraints: readonly Constraint[];
}
