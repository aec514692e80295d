import { analyze } from "../../analysis/analyze.ts";
import { findMarks } from "../../analysis/exact/names.ts";
import { findTimes } from "../../analysis/exact/times.ts";
import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon, Relation } from "../../analysis/lexicon/lexicon.ts";
import { stemTerm } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import type { LanguageCode, TextRange } from "../../documents/document.ts";
import { nameConstraint } from "../constraints/names.ts";
import { formerEditionsIn } from "../editions/asked-edition.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { haveTellingCapitals, withAcronyms } from "./acronyms.ts";
import { askedConstraints } from "./asked-constraints.ts";
import { askedForm } from "./asked-form.ts";
import { askedParts, askedText } from "./asked-parts.ts";
import { isWithin, leadOf, withBesides, withoutFrame } from "./besides.ts";
import type { Concept, Query } from "./concept.ts";
import { dateConcept, markConcept, nameConcepts, writtenConcept } from "./exact-concepts.ts";
import { repairedWords } from "./repaired-words.ts";
import { conceptOf, type QuestionFindings, textOf, wordsOfExpression } from "./word-concepts.ts";

/** What building a query needs to know about the index. */
export interface QueryContext {
  readonly lexicon: Lexicon;
  readonly settings: RankingSettings;
  /** Whether any document says from when until when it is in force. */
  readonly hasEditions: boolean;
  /** Languages of the documents. */
  readonly languages: readonly LanguageCode[];
  /** Whether a term stands in any passage, as a word or as a part of one. */
  isIndexed(term: string): boolean;
  /** Words of the index that a word may be another spelling of; `withErrors`: wrong letters forgiven. */
  respell(
    word: string,
    language: LanguageCode,
    withErrors: boolean,
  ): readonly { word: string; term: string; likeness: number }[];
}

/** A question with more content words, or more that is fixed to the letter, is a text; the rest is left out. */
const mostConcepts = 40;
/** The longest key of the lexicon, in words. */
const longestKey = 4;

/** Prepares a question for the index: its content words, each with all its alternatives. */
export function buildQuery(text: string, language: LanguageCode, context: QueryContext): Query {
  const parts = askedParts(text);
  const written = analyze(text, languageByCode(language)).filter((token) => token.kind !== "joined");
  const repaired = repairedWords(written, language, context);
  const read = written.map((token) => repaired.get(token) ?? token);
  const rules = languageByCode(language).questions;
  const tokens = withAcronyms(text, rules?.reread?.(read) ?? read, language, context.isIndexed);
  const originals = new Map([...repaired].map(([original, read]) => [read, original]));
  const dates = tokens.filter((token) => token.kind === "date");
  const named = nameConcepts(text, tokens, language, context);
  const wholes: readonly TextRange[] = [...dates, ...named];
  const words = withoutFrame(
    tokens.filter(
      (token) =>
        token.kind !== "date" &&
        token.kind !== "name" &&
        token.isInName !== true &&
        !wholes.some((whole) => isWithin(token, whole)),
    ),
    [...parts.map((part) => leadOf(text, part, language)), ...(context.hasEditions ? formerEditionsIn(text) : [])],
  );
  const concepts: Concept[] = distinct(dates, ({ text: day }) => day).map((date) =>
    dateConcept(date, tokens, language, context.settings),
  );
  concepts.push(...distinct(named, (name) => name.text));
  const content = words.filter((token) => !token.isStopWord);
  const verbs = rules?.separatedVerbs?.(text, words, context.lexicon) ?? noVerbs;
  const particles = rules?.phrasalVerbs?.(text, words, context.lexicon) ?? noParticles;
  const joined = joinedNeighbours(words, rules?.particles, context);
  const capitals = rules?.tellingCapitals?.(text, words) ?? noCapitals;
  const findings: QuestionFindings = {
    phrases: phraseRelations(content, language, context.lexicon),
    verbs,
    joined,
    capitals,
    capitalsTell: haveTellingCapitals(text),
    originals,
    times: findTimes(text),
  };
  for (let at = 0; at < words.length && concepts.length < mostConcepts; ) {
    const span = rules?.expressionLength?.(words, at, context.lexicon) ?? 1;
    const token = words[at];
    if (token === undefined) break;
    const spanned = words.slice(at, at + span);
    at += span;
    if (spanned.every((word) => word.isStopWord && !verbs.has(word))) continue;
    const isRepeated = concepts.some(
      (concept) => concept.language === language && concept.text === textOf(text, spanned),
    );
    if (isRepeated) continue;
    if (context.languages.includes(language) && isOfContent(spanned, language, context.lexicon)) {
      concepts.push(...wordsOfExpression(text, spanned, language, context, findings));
      continue;
    }
    const particle = particles.get(token);
    if (span > 1 || particle === undefined) concepts.push(conceptOf(text, spanned, language, context, findings));
    else {
      const whole = conceptOf(text, [token, particle], language, context, findings);
      concepts.push({ ...whole, text: token.text, end: token.end });
    }
  }
  const isThere = (range: TextRange): boolean =>
    concepts.some(({ start, end }) => start < range.end && end > range.start);
  // Where nothing but marks is asked for, they are what is looked for, as far as any document has them.
  const marks = concepts.length === 0 ? findMarks(text).filter(({ key }) => context.isIndexed(key)) : [];
  concepts.push(...distinct(marks, ({ key }) => key).map((mark) => markConcept(mark, text, language, context)));
  const constraints = distinct(
    [
      ...marks.map((mark) => nameConstraint(mark, true, text)),
      ...(marks.length > 0 ? [] : askedConstraints(text, parts, language, concepts)),
    ].filter(
      (one) =>
        // No passage can be held to marks that no document has.
        one.kind !== "name" || isThere(one) || /[\p{L}\p{N}]/u.test(text.slice(one.start, one.end)),
    ),
    ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
  );
  for (const constraint of constraints) {
    if (!isThere(constraint) && (constraint.isHard || constraint.kind === "phrase"))
      concepts.push(writtenConcept(text, constraint, language, context));
  }
  return {
    text,
    language,
    concepts: withBesides(concepts, parts).sort((a, b) => a.start - b.start),
    constraints,
    asked: askedForm(askedText(text), language),
  };
}

/**
 * Whether an expression is made of words that mean something each, as what it is translated to tells: parental leave, but
 * neither take place nor get a raise. A name such as North Korea is one thing.
 */
function isOfContent(words: readonly AnalyzedToken[], language: LanguageCode, lexicon: Lexicon): boolean {
  if (words.length < 2 || words.some(({ isStopWord }) => isStopWord)) return false;
  if (words.every(({ text }) => /^\p{Lu}/u.test(text))) return false;
  const translations = languageByCode(language).questions?.translations(words, lexicon) ?? [];
  return translations.length === 0 || translations.some(({ word }) => word?.isNoun === true);
}

/** The first of each key, at most `mostConcepts`. */
function distinct<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    if (first.size === mostConcepts) break;
    const key = keyOf(one);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** Relations of expressions of several words (Vereinte Nationen → UN), by the position of each of their words. */
function phraseRelations(
  content: readonly AnalyzedToken[],
  language: LanguageCode,
  lexicon: Lexicon,
): ReadonlyMap<AnalyzedToken, readonly Relation[]> {
  const found = new Map<AnalyzedToken, Relation[]>();
  for (let at = 0; at < content.length; at++) {
    for (let length = Math.min(longestKey, content.length - at); length > 1; length--) {
      const span = content.slice(at, at + length);
      const relations = lexicon.relations(language, span.map((token) => token.stem).join(" "));
      for (const token of span) found.set(token, [...(found.get(token) ?? []), ...relations]);
    }
  }
  return found;
}

/** @param particles of verbs, which may be the second word although they say nothing by themselves */
function joinedNeighbours(
  words: readonly AnalyzedToken[],
  particles: ReadonlySet<string> | undefined,
  context: QueryContext,
): ReadonlyMap<AnalyzedToken, readonly string[]> {
  const found = new Map<AnalyzedToken, string[]>();
  words.forEach((token, index) => {
    const next = words[index + 1];
    if (next === undefined || next.start - token.end > 1 || token.kind !== "word" || next.kind !== "word") return;
    if (token.isStopWord || (next.isStopWord && particles?.has(next.folded) !== true)) return;
    for (const target of context.languages) {
      const language = languageByCode(target);
      const term = stemTerm(language.stem(language.fold(token.text + next.text)), target);
      if (!context.isIndexed(term)) continue;
      for (const word of [token, next]) found.set(word, [...(found.get(word) ?? []), term]);
    }
  });
  return found;
}

const noVerbs: ReadonlyMap<AnalyzedToken, string> = new Map();
const noParticles: ReadonlyMap<AnalyzedToken, AnalyzedToken> = new Map();
const noCapitals: ReadonlyMap<AnalyzedToken, boolean> = new Map();
