import { analyze } from "../../analysis/analyze.ts";
import { findMarks } from "../../analysis/exact/names.ts";
import type { Quantity } from "../../analysis/exact/quantities.ts";
import { findTimes } from "../../analysis/exact/times.ts";
import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon, Relation } from "../../analysis/lexicon/lexicon.ts";
import type { WordForm } from "../../analysis/lexicon/senses.ts";
import { stemTerm, termOf } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import { writingOf } from "../../analysis/writing.ts";
import { defined } from "../../defined.ts";
import type { LanguageCode, TextRange } from "../../documents/document.ts";
import { nameConstraint } from "../constraints/names.ts";
import { formerEditionsIn } from "../editions/asked-edition.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { haveTellingCapitals, withAcronyms } from "./acronyms.ts";
import { AlternativeSet, addRelations } from "./alternatives.ts";
import { askedConstraints } from "./asked-constraints.ts";
import { askedForm } from "./asked-form.ts";
import { askedParts, askedText } from "./asked-parts.ts";
import { isWithin, leadOf, withBesides, withoutFrame } from "./besides.ts";
import type { Concept, Query } from "./concept.ts";
import {
  addFigureWritings,
  addNumberWritings,
  addTimeWritings,
  addUnitWritings,
  dateConcept,
  markConcept,
  nameConcepts,
  writtenConcept,
} from "./exact-concepts.ts";
import { addHumps, addOtherForms, addParts, addTranslatedParts } from "./parts.ts";
import { repairedWords } from "./repaired-words.ts";
import { addRespellings } from "./respellings.ts";

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

function textOf(question: string, tokens: readonly AnalyzedToken[]): string {
  return question.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
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

/** The weight of two neighbouring words that a passage writes as one (Ha Noi → Hanoi, back up → backup). */
const joinedWeight = 0.8;

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

/** What is known of a question's words from their context. */
interface QuestionFindings {
  /** Relations of expressions of several words, by each of their words. */
  readonly phrases: ReadonlyMap<AnalyzedToken, readonly Relation[]>;
  /** Whole verbs whose prefix stands apart, by their finite part. */
  readonly verbs: ReadonlyMap<AnalyzedToken, string>;
  /** Terms that the index has for a word written in one with its neighbour. */
  readonly joined: ReadonlyMap<AnalyzedToken, readonly string[]>;
  /** Whether each word is written with a capital, where that tells German nouns. */
  readonly capitals: ReadonlyMap<AnalyzedToken, boolean>;
  /** Whether the question's capitals tell acronyms. */
  readonly capitalsTell: boolean;
  /** Words that were read as others, as they are written. */
  readonly originals: ReadonlyMap<AnalyzedToken, AnalyzedToken>;
  /** Times of the day. */
  readonly times: readonly Quantity[];
}

const noVerbs: ReadonlyMap<AnalyzedToken, string> = new Map();
const noParticles: ReadonlyMap<AnalyzedToken, AnalyzedToken> = new Map();
const noCapitals: ReadonlyMap<AnalyzedToken, boolean> = new Map();

function formOf(token: AnalyzedToken, { capitals, capitalsTell }: QuestionFindings): WordForm {
  const isAcronym = capitalsTell ? writingOf(token.text) === "capitals" : undefined;
  return { folded: token.folded, isNoun: capitals.get(token), isAcronym };
}

/** How much the finite part of a separated verb still stands for itself, and a verb whose noun has its particle. */
const separatedPart = 0.3;

/** Whether a verb and the function word behind it are one expression, which the documents write as one word too. */
function isWithParticle(
  token: AnalyzedToken,
  tokens: readonly AnalyzedToken[],
  joined: QuestionFindings["joined"],
): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return next?.isStopWord === true && joined.has(token) && joined.has(next);
}

function conceptOf(
  question: string,
  tokens: readonly AnalyzedToken[],
  language: LanguageCode,
  context: QueryContext,
  findings: QuestionFindings,
): Concept {
  const { lexicon, settings } = context;
  const { phrases, verbs, joined, originals, times } = findings;
  const set = new AlternativeSet(settings);
  const content = tokens.filter((token) => !token.isStopWord || verbs.has(token));
  const single = tokens.length === 1 ? tokens[0] : undefined;
  const isNumber = single?.kind === "number";
  let halves: readonly string[] = [];
  const spellings = new Map<string, number>();
  // Terms of a language without documents would only crowd out others.
  const isSpoken = context.languages.includes(language);
  for (const token of content) {
    if (!isSpoken && token.kind === "word") continue;
    const share = verbs.has(token) || isWithParticle(token, tokens, joined) ? separatedPart : 1;
    const weight = (share * settings.alternatives.exact) / content.length;
    set.add(termOf(token, language), weight, "exact", formOf(token, findings));
    for (const relation of phrases.get(token) ?? []) {
      set.addExpression(relation, language, settings.alternatives[relation.kind] * relation.strength);
    }
  }
  for (const token of content) {
    for (const term of joined.get(token) ?? []) set.add(term, joinedWeight, "spelling");
  }
  if (single !== undefined) {
    addNumberWritings(set, single, context.languages);
    addFigureWritings(set, single);
    addTimeWritings(set, single, times);
    addUnitWritings(set, single.folded, context.languages);
  }
  if (!isNumber && isSpoken) {
    const verb = single === undefined ? undefined : verbs.get(single);
    if (verb !== undefined) {
      const stem = languageByCode(language).stem(verb);
      const word = { folded: verb, isNoun: false };
      set.add(stemTerm(stem, language), settings.alternatives.exact, "exact", word);
      addRelations(set, stem, word, language, lexicon, 1);
    } else {
      const word = content.length === 1 && content[0] !== undefined ? formOf(content[0], findings) : undefined;
      addRelations(set, content.map((token) => token.stem).join(" "), word, language, lexicon, 1);
    }
    if (single !== undefined) {
      addOtherForms(set, verb ?? single.folded, language, context);
      halves = addParts(set, single, language, context);
    }
  }
  if (single !== undefined) addHumps(set, single, context);
  if (isSpoken) set.addForms(language, lexicon);
  for (const target of context.languages) {
    if (target !== language && !isNumber) addTranslations(set, spellings, tokens, language, target, context);
  }
  if (isSpoken || spellings.size === 0) {
    for (const token of content) spellings.set(token.folded, 1);
  }
  const zipfs = content.flatMap((token) => {
    const zipf = lexicon.zipf(language, token.folded) ?? lexicon.zipfOfStem(language, token.stem);
    return zipf === undefined ? [] : [zipf];
  });
  const zipf = zipfs.length < content.length ? undefined : Math.min(...zipfs);
  for (const { text, weight } of settings.relatedSpelling === 0 ? [] : set.relatedNouns()) {
    if (!spellings.has(text)) spellings.set(text, weight * settings.relatedSpelling);
  }
  let correctedTo: string | undefined;
  if (single !== undefined && !isNumber) {
    const original = originals.get(single);
    if (original === undefined) {
      if (!set.some(context.isIndexed)) correctedTo = addRespellings(set, spellings, single, context, zipf);
    } else {
      // The documents may contain the word that was meant, such as a name.
      spellings.set(original.folded, 1);
      correctedTo = addRespellings(set, spellings, original, context, undefined) ?? single.folded;
    }
  }
  return {
    text: textOf(question, tokens),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
    language,
    isNumber,
    isName: zipf === undefined && single !== undefined && /^\p{Lu}/u.test(single.text),
    isNoun: findings.capitalsTell && content.some((token) => token.start > 0 && /^\p{Lu}/u.test(token.text)),
    alternatives: set.sorted(),
    spellings: [...spellings].map(([text, weight]) => ({ text, weight })),
    zipf,
    importance: 1,
    ...(halves.length === 0 ? {} : { halves }),
    ...(single !== undefined && isEveryday(single, language, findings, lexicon) ? { isEveryday: true } : {}),
    ...defined({ correctedTo }),
  };
}

/** The frequency (as `zipf`) from which on a verb or adverb says little, as its most frequent form has it. */
const everydayZipf = 4.8;
/** Of several translations those count that are nearly as good as the best. */
const leastTranslation = 0.9;

function isEveryday(
  token: AnalyzedToken,
  code: LanguageCode,
  { capitalsTell }: QuestionFindings,
  lexicon: Lexicon,
): boolean {
  const zipf = Math.max(lexicon.zipf(code, token.folded) ?? 0, lexicon.zipfOfStem(code, token.stem) ?? 0);
  if (token.kind !== "word" || zipf < everydayZipf) return false;
  const { questions, translatedTo } = languageByCode(code);
  const isCapital = capitalsTell && /^\p{Lu}/u.test(token.text);
  if (questions?.capitalsAreNames !== true) return !isCapital;
  if (isCapital && token.start > 0) return false;
  // Nouns of the other language tell which ones of this language are.
  const translations = translatedTo === undefined ? [] : questions.translations([token], lexicon);
  const most = translations.reduce((strongest, { strength }) => Math.max(strongest, strength), 0);
  return translations.some(({ strength, word }) => strength >= leastTranslation * most && word?.isNoun === false);
}

function addTranslations(
  set: AlternativeSet,
  spellings: Map<string, number>,
  tokens: readonly AnalyzedToken[],
  from: LanguageCode,
  to: LanguageCode,
  context: QueryContext,
): void {
  const { lexicon, settings } = context;
  const source = languageByCode(from);
  const translations = source.translatedTo === to ? (source.questions?.translations(tokens, lexicon) ?? []) : [];
  const strongest = Math.max(0, ...translations.map((translation) => translation.strength));
  for (const translation of translations) {
    const weight = (settings.alternatives.translation * translation.strength) / strongest;
    set.addExpression(translation, to, weight);
    const spelling = translation.stems.join(" ");
    spellings.set(spelling, Math.max(weight, spellings.get(spelling) ?? 0));
    addRelations(set, spelling, translation.word, to, lexicon, weight * settings.relatedTranslation);
    if (translation.stems.length === 1) addTranslatedParts(set, spelling, weight, to, context);
  }
  set.addForms(to, lexicon);
  // Names are the same in both languages but for their folding and stemming.
  const target = languageByCode(to);
  for (const token of tokens) {
    if (token.isStopWord) continue;
    const mayBeName = tokens.length === 1 && source.questions?.mayBeName?.(token, lexicon) === true;
    const weight = translations.length === 0 || mayBeName ? 1 : settings.untranslated;
    const word = target.fold(token.text);
    if (!target.isStopWord(word)) set.add(stemTerm(target.stem(word), to), weight / tokens.length, "exact");
    if (translations.length === 0) spellings.set(word, 1);
  }
}
