import { analyze } from "../../../analysis/analyze.ts";
import { languageByCode } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import { askedParts } from "../../../search/query/asked-parts.ts";
import type { AlternativeKind, Concept, Query } from "../../../search/query/concept.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";
import { type NumberRead, numberOf } from "./numbers.ts";
import { isExplained } from "./word-parts.ts";

/** A content word of the question as it is compared with a passage. */
export interface AskedWord {
  readonly concept: Concept;
  /** Its last word. */
  readonly token: AnalyzedToken;
  readonly tokens: readonly AnalyzedToken[];
  /** Its share of what the question says; the shares add up to 1. */
  readonly weight: number;
  readonly kind: "number" | "name" | "noun" | "other";
  readonly number: NumberRead | undefined;
  /** Whether it names the kind of thing that is asked for, or what is counted. */
  readonly isHead: boolean;
}

export interface QuestionView {
  readonly text: string;
  readonly language: LanguageCode;
  /** All words of what asks in it, in order, hyphenated ones by their parts. */
  readonly tokens: readonly AnalyzedToken[];
  readonly words: readonly AskedWord[];
  readonly asked: AskedFor;
  /** Terms that stand for a word: how much, and for which words. */
  readonly likeness: ReadonlyMap<string, readonly { readonly word: number; readonly value: number }[]>;
}

/** How alike a word and what stands for it are, where nothing dampens it. */
const kindLikeness: Readonly<Record<AlternativeKind, number>> = {
  exact: 1,
  form: 0.97,
  family: 0.95,
  translation: 0.95,
  spelling: 0.9,
  synonym: 0.8,
  role: 0.6,
  narrower: 0.6,
  broader: 0.5,
  part: 0.5,
};
/** What an alternative weighs that nothing dampens, as ranking has it, and how fast likeness falls below that. */
const dampingExponent = 0.6;
/** What words of the asking phrase count: the kind of thing itself is looked for apart. */
const headShare = 0.5;
/** Words that say little about what is asked for count this much. */
const vagueShare = 0.35;
/** What each further word adds to a name of several. */
const otherNameShare = 0.25;

/**
 * @param informativeness of each concept
 * @param undamped what an alternative of each kind weighs by the ranking settings
 */
export function questionView(
  query: Query,
  informativeness: readonly number[],
  lexicon: Lexicon,
  undamped: Readonly<Record<AlternativeKind, number>>,
): QuestionView {
  const { text, language } = query;
  const tokens = analyze(text, languageByCode(language)).filter(({ kind }) => kind !== "joined");
  const parts = askedParts(text);
  const asking = tokens.filter(({ start, end }) => parts.some((part) => part.start <= start && end <= part.end));
  const asked = askedFor(text, language);
  const head = headOf(tokens, asked, language, /\p{Lu}/u.test(text.slice(1)), lexicon);
  const raw = query.concepts.map((concept, index) => {
    // Words that a follow-up takes over from the question before do not stand in this one.
    const isOwn = text.slice(concept.start, concept.end) === concept.text;
    const inside = isOwn
      ? tokens.filter((token) => token.start >= concept.start && token.end <= concept.end)
      : analyze(concept.text, languageByCode(concept.language)).filter(({ kind }) => kind !== "joined");
    const token = inside.at(-1) ?? tokens[0];
    const isHead = isOwn && head !== undefined && concept.start <= head.start && head.end <= concept.end;
    let weight = informativeness[index] ?? 0;
    if (isHead) weight *= headShare;
    if (token !== undefined && languageByCode(language).questions?.vagueWords.has(token.folded) === true)
      weight *= vagueShare;
    return { concept, token, tokens: inside, isHead, weight };
  });
  const told = raw.flatMap(({ concept, token, tokens: inside, isHead, weight }): AskedWord[] => {
    if (token === undefined) return [];
    const number = numberOf(token, language, text.slice(token.end, token.end + 3));
    const kind = number === undefined ? kindOf(concept, token, language, lexicon) : "number";
    return [{ concept, token, tokens: inside, weight, kind, number, isHead }];
  });
  const weighed = namesOfSeveralWords(told);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const words = weighed.map((word) => ({ ...word, weight: total === 0 ? 0 : word.weight / total }));
  const likeness = new Map<string, { word: number; value: number }[]>();
  words.forEach(({ concept }, word) => {
    for (const { term, weight, kind } of concept.alternatives) {
      const value = kindLikeness[kind] * Math.min(1, weight / undamped[kind]) ** dampingExponent;
      const known = likeness.get(term);
      if (known === undefined) likeness.set(term, [{ word, value }]);
      else known.push({ word, value });
    }
  });
  return { text, language, tokens: asking, words, asked, likeness };
}

/** A name of several words is one thing: it weighs what its weightiest word does, and a little more for each other. */
function namesOfSeveralWords(words: readonly AskedWord[]): readonly AskedWord[] {
  const found: AskedWord[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (isGoneOnWith(words[to - 1], words[to])) to++;
    const name = words.slice(from, to);
    const most = Math.max(...name.map(({ weight }) => weight));
    const sum = name.reduce((weights, { weight }) => weights + weight, 0);
    const share = sum === 0 ? 1 : (most * (1 + otherNameShare * (name.length - 1))) / sum;
    for (const word of name) found.push({ ...word, weight: word.weight * share });
    from = to;
  }
  return found;
}

/** Whether the second of two words belongs to the same name. */
function isGoneOnWith(word: AskedWord | undefined, next: AskedWord | undefined): boolean {
  if (word === undefined || next === undefined || word.kind !== "name" || next.kind !== "name") return false;
  return next.token.start - word.token.end <= 1 && next.token.start >= word.token.end;
}

const headed: ReadonlySet<string> = new Set(["which", "count", "means"]);
/** The most words that name a kind of thing, apart from "of" and an article. */
const longestHead = 4;

/** The noun behind the asking words: what kind of thing, or what is counted. */
function headOf(
  tokens: readonly AnalyzedToken[],
  asked: AskedFor,
  language: LanguageCode,
  hasCapitals: boolean,
  lexicon: Lexicon,
): AnalyzedToken | undefined {
  if (!headed.has(asked.kind)) return undefined;
  const behind = tokens.filter((token) => token.start >= asked.end).slice(0, longestHead);
  const first = behind.findIndex(({ isStopWord }) => !isStopWord);
  const content = behind.slice(Math.max(0, first));
  if (first < 0 || first > 2) return undefined;
  if (languageByCode(language).capitalisesNouns === true) {
    return hasCapitals ? content.find(({ text }) => /^\p{Lu}/u.test(text)) : content[0];
  }
  const end = content.findIndex(
    (token, index) => index > 0 && (token.isStopWord || isVerbForm(token, language, lexicon)),
  );
  return content[(end < 0 ? Math.min(2, content.length) : end) - 1];
}

function isVerbForm({ folded }: AnalyzedToken, language: LanguageCode, lexicon: Lexicon): boolean {
  return /(?:ed|ing)$/u.test(folded) || lexicon.baseForms(language, folded).length > 0;
}

/** Rarer words written with a capital are names; in a language that capitalises nouns only if no compound explains them. */
const commonZipf = 4.2;

function kindOf(
  concept: Concept,
  token: AnalyzedToken,
  language: LanguageCode,
  lexicon: Lexicon,
): "name" | "noun" | "other" {
  const isCapital = /^\p{Lu}/u.test(token.text) && token.start > 0;
  if (concept.isName && token.start > 0) return "name";
  if (!isCapital) return "other";
  if (languageByCode(language).capitalisesNouns !== true) return "name";
  const isCommon = (concept.zipf ?? 0) >= commonZipf || isExplained(token, language, lexicon);
  return isCommon ? "noun" : "name";
}
