import { analyze } from "../../../analysis/analyze.ts";
import { languageByCode } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { stemTerm, termOf } from "../../../analysis/term.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode, TextRange } from "../../../documents/document.ts";
import { differByPrefix } from "./negative-prefixes.ts";
import { type NumberRead, numberOf } from "./numbers.ts";
import type { AskedWord, QuestionView } from "./question-view.ts";
import { isExplained, partsOf } from "./word-parts.ts";

export interface Like {
  readonly word: number;
  /** From `leastLikeness` to 1. */
  readonly value: number;
}

/** A word of a passage beside the question's words. */
export interface SeenToken extends AnalyzedToken {
  readonly number: NumberRead | undefined;
  /** The question's words that it is like, and how much. */
  readonly likes: readonly Like[];
  /** The largest of them; 0 where there are none. */
  readonly likeness: number;
  readonly isCapital: boolean;
  readonly startsSentence: boolean;
}

export interface SentenceView {
  /** In the canonical text. */
  readonly range: TextRange;
  readonly text: string;
  readonly tokens: readonly SeenToken[];
  /** Per word of the question, how well the sentence meets it, from 0 to 1. */
  readonly met: readonly number[];
}

export interface PassageView {
  readonly language: LanguageCode;
  readonly isTable: boolean;
  readonly sentences: readonly SentenceView[];
  /** Per word of the question, how well title, headings and what leads to the passage meet it. */
  readonly contextMet: readonly number[];
  /** Of which kinds of things title, headings, the head of a table and what leads to the passage tell. */
  readonly aroundKinds: ReadonlySet<string>;
  /** Per word of the question, how well the one line around the passage meets it that meets most of them. */
  readonly lineMet: readonly number[];
  /** Whether the passage enumerates: a table, items of a list. */
  readonly isEnumeration: boolean;
  /** Whether a word may be a name: a capital where nouns have none, a rare word that nothing explains where they do. */
  isName(token: SeenToken): boolean;
  /** Of which kinds of things a word tells, as the lists name them. */
  kindsOf(token: SeenToken): ReadonlySet<string>;
}

/** What is needed of a passage. */
export interface JudgedPassage {
  readonly text: string;
  readonly start: number;
  readonly sentences: readonly TextRange[];
  readonly isTable: boolean;
  readonly language: LanguageCode;
  /** Title, headings, the sentence that leads to a list. */
  readonly context: readonly string[];
}

/** Below this likeness, words have nothing to do with each other. */
export const leastLikeness = 0.45;
/** Base-10 logarithm of the frequency below which a capital word may be a name. */
const rareZipf = 4.2;
/** Spellings that share so many 3-grams (Dice) are alike. */
const alikeSpelling = 0.55;
const spellingLikeness = 0.85;
/** The share that remains where the word is only part of a compound in the passage. */
const partLikeness = 0.75;

export function passageView(question: QuestionView, passage: JudgedPassage, lexicon: Lexicon): PassageView {
  const compare = comparisonOf(question, passage.language, lexicon);
  const hasCompounds = question.words.some(({ concept }) => concept.halves !== undefined);
  const sentences = passage.sentences.map((range): SentenceView => {
    const text = passage.text.slice(range.start - passage.start, range.end - passage.start);
    const tokens = tokensOf(text, passage.language, compare);
    const met = metBy(tokens, question.words.length);
    if (!hasCompounds) return { range, text, tokens, met };
    return { range, text, tokens, met: withCompounds(met, question, termsOf(tokens, passage.language, lexicon)) };
  });
  const lines = passage.context.map((text) => tokensOf(text, passage.language, compare));
  const kindsOf = kindsReader(passage.language, lexicon);
  const context = lines.flat();
  const tableHead = passage.isTable ? (sentences[0]?.tokens ?? []) : [];
  return {
    aroundKinds: new Set([...context, ...tableHead].flatMap((token) => [...kindsOf(token)])),
    lineMet: bestLine(lines, question),
    isEnumeration: passage.isTable || (passage.text.match(listItem) ?? []).length > 1,
    language: passage.language,
    isTable: passage.isTable,
    sentences,
    contextMet: metBy(context, question.words.length),
    isName: nameTest(passage.language, lexicon),
    kindsOf,
  };
}

/** The beginning of an item, as Markdown and plain text have it. */
const listItem = /^\s*(?:[-*+•–]|\d+[.)]|[a-z]\))\s/gmu;

function bestLine(lines: readonly (readonly SeenToken[])[], { words }: QuestionView): number[] {
  let best = new Array<number>(words.length).fill(0);
  let most = 0;
  for (const line of lines) {
    const met = metBy(line, words.length);
    const value = coverage(words, (word) => met[word] ?? 0);
    if (value > most) [best, most] = [met, value];
  }
  return best;
}

type Compare = (token: AnalyzedToken, number: NumberRead | undefined) => readonly Like[];

function tokensOf(text: string, language: LanguageCode, compare: Compare): SeenToken[] {
  let startsSentence = true;
  return analyze(text, languageByCode(language))
    .filter(({ kind }) => kind !== "joined")
    .map((token) => {
      const number = numberOf(token, language, text.slice(token.end, token.end + 3));
      const likes = compare(token, number);
      const isCapital = /^\p{Lu}/u.test(token.text);
      const seen = {
        ...token,
        number,
        likes,
        likeness: likes.reduce((most, { value }) => Math.max(most, value), 0),
        isCapital,
        startsSentence,
      };
      startsSentence = false;
      return seen;
    });
}

function nameTest(code: LanguageCode, lexicon: Lexicon): (token: SeenToken) => boolean {
  const known = new Map<string, boolean>();
  const { capitalisesNouns = false } = languageByCode(code);
  return (token) => {
    if (!token.isCapital || token.number !== undefined || token.isStopWord || token.kind !== "word") return false;
    if (!capitalisesNouns) return !token.startsSentence;
    let isName = known.get(token.folded);
    if (isName === undefined) {
      isName = (lexicon.zipf(code, token.folded) ?? 0) < rareZipf && !isExplained(token, code, lexicon);
      known.set(token.folded, isName);
    }
    return isName;
  };
}

/** A compound is of the kinds of its last part. */
function kindsReader(code: LanguageCode, lexicon: Lexicon): (token: SeenToken) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ stem, folded }) => {
    const before = known.get(folded);
    if (before !== undefined) return before;
    const own = lexicon.kindsOf(code, stem);
    const kinds = new Set(own.length > 0 ? own : lexicon.kindsOf(code, partsOf(folded, code, lexicon).at(-1) ?? ""));
    known.set(folded, kinds);
    return kinds;
  };
}

function metBy(tokens: readonly SeenToken[], words: number): number[] {
  const met = new Array<number>(words).fill(0);
  for (const { likes } of tokens) for (const { word, value } of likes) met[word] = Math.max(met[word] ?? 0, value);
  return met;
}

/** Terms of words and of their parts. */
function termsOf(tokens: readonly SeenToken[], code: LanguageCode, lexicon: Lexicon): ReadonlySet<string> {
  return new Set(
    tokens.flatMap((token) => [
      termOf(token, code),
      ...partsOf(token.folded, code, lexicon).map((part) => stemTerm(part, code)),
    ]),
  );
}

/** What a compound counts whose two words stand apart: Antrag auf Wohngeld. */
export const apartLikeness = 0.9;

function withCompounds(met: readonly number[], { words }: QuestionView, terms: ReadonlySet<string>): number[] {
  return met.map((value, word) =>
    isMadeUpOf(words[word]?.concept.halves, terms) ? Math.max(value, apartLikeness) : value,
  );
}

/** Whether both words that a compound is made of are among others. */
function isMadeUpOf(halves: readonly string[] | undefined, terms: ReadonlySet<string>): boolean {
  return halves?.every((half) => terms.has(half)) === true;
}

const comparisons = new WeakMap<QuestionView, Map<LanguageCode, Compare>>();

/** The comparison with a question, one for all passages of a language: they share most of their words. */
function comparisonOf(question: QuestionView, code: LanguageCode, lexicon: Lexicon): Compare {
  const ofQuestion = comparisons.get(question) ?? new Map<LanguageCode, Compare>();
  comparisons.set(question, ofQuestion);
  const compare = ofQuestion.get(code) ?? comparison(question, code, lexicon);
  ofQuestion.set(code, compare);
  return compare;
}

/** Compares words of a text in one language with the words of the question; each distinct word once. */
function comparison(question: QuestionView, code: LanguageCode, lexicon: Lexicon): Compare {
  const known = new Map<string, readonly Like[]>();
  const spellings = question.words.flatMap(({ concept, kind }, word) =>
    kind === "number"
      ? []
      : concept.spellings.map(({ text, weight }) => ({ word, text, weight, grams: trigrams(text) })),
  );
  const numbers = question.words.map(({ number }) => number);
  return (token, number) => {
    const isPlain = token.kind === "word" && number === undefined;
    // Words, which are nearly all tokens, have no blank in them.
    const key = isPlain ? token.folded : `${token.kind} ${token.folded} ${number?.kind ?? ""}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = new Map<number, number>();
    let most = 0;
    const offer = (word: number, value: number): void => {
      if (value < leastLikeness || value <= (found.get(word) ?? 0)) return;
      found.set(word, value);
      most = Math.max(most, value);
    };
    const ask = (term: string, share: number): void => {
      for (const { word, value } of question.likeness.get(term) ?? []) offer(word, value * share);
    };
    if (number !== undefined) {
      numbers.forEach((other, word) => {
        if (other !== undefined && isSameNumber(number, other)) offer(word, 1);
      });
    }
    ask(termOf(token, code), 1);
    if (token.kind === "word" && !token.isStopWord && number === undefined) {
      if (most < 0.8) {
        for (const part of partsOf(token.folded, code, lexicon)) ask(stemTerm(part, code), partLikeness);
      }
      if (most === 0 && token.folded.length >= shortestSpelling) {
        for (const { word, value } of spelledAlike(token.folded, code, spellings)) offer(word, value);
      }
    }
    const likes = [...found].map(([word, value]) => ({ word, value }));
    known.set(key, likes);
    return likes;
  };
}

const shortestSpelling = 4;

interface Spelling {
  readonly word: number;
  readonly text: string;
  readonly weight: number;
  readonly grams: ReadonlySet<string>;
}

/** Words of the question that are spelled nearly like a word: the first letter is the same, and most 3-grams are. */
function spelledAlike(folded: string, code: LanguageCode, spellings: readonly Spelling[]): Like[] {
  const first = folded.charCodeAt(0);
  let grams: ReadonlySet<string> | undefined;
  return spellings.flatMap(({ word, text, weight, grams: other }) => {
    if (text.charCodeAt(0) !== first) return [];
    grams ??= trigrams(folded);
    const alike = dice(grams, other);
    if (alike < alikeSpelling || differByPrefix(folded, text, code)) return [];
    return [{ word, value: spellingLikeness * alike * weight }];
  });
}

/** Ordinals are met by ordinals only, a year by the year or a figure of the same form. */
function isSameNumber(a: NumberRead, b: NumberRead): boolean {
  if (a.kind === "year" && b.kind === "year" && (isDecade(a) || isDecade(b))) return decadeOf(a) === decadeOf(b);
  return a.value === b.value && (a.kind === "ordinal") === (b.kind === "ordinal");
}

function isDecade({ value }: NumberRead): boolean {
  return value.endsWith("s");
}

function decadeOf({ value }: NumberRead): string {
  return value.slice(0, 3);
}

function trigrams(word: string): ReadonlySet<string> {
  const padded = `_${word}_`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Σ weight · met of the words that a test lets through, divided by Σ weight; `otherwise` where there are none. */
export function coverage(
  words: readonly AskedWord[],
  met: (word: number) => number,
  test: (word: AskedWord) => boolean = () => true,
  otherwise = 0,
): number {
  let sum = 0;
  let total = 0;
  words.forEach((word, index) => {
    if (!test(word)) return;
    total += word.weight;
    sum += word.weight * Math.min(1, met(index));
  });
  return total === 0 ? otherwise : sum / total;
}
