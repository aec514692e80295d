import type { Quantity } from "../../analysis/exact/quantities.ts";
import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon, Relation } from "../../analysis/lexicon/lexicon.ts";
import type { WordForm } from "../../analysis/lexicon/senses.ts";
import { stemTerm, termOf } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import { writingOf } from "../../analysis/writing.ts";
import { defined } from "../../defined.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { AlternativeSet, addRelations } from "./alternatives.ts";
import type { QueryContext } from "./build-query.ts";
import type { Concept } from "./concept.ts";
import { addFigureWritings, addNumberWritings, addTimeWritings, addUnitWritings } from "./exact-concepts.ts";
import { addHumps, addOtherForms, addParts, addTranslatedParts } from "./parts.ts";
import { addRespellings } from "./respellings.ts";

/** The weight of two neighbouring words that a passage writes as one (Ha Noi → Hanoi, back up → backup). */
const joinedWeight = 0.8;

/** What is known of a question's words from their context. */
export interface QuestionFindings {
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

/** One word or expression of a question, with everything that may stand for it. @param tokens its words */
export function conceptOf(
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

/**
 * The words of an expression, each to be met by itself or by what stands for the whole: somebody who asks for parental leave
 * is not told of military leave.
 */
export function wordsOfExpression(
  question: string,
  tokens: readonly AnalyzedToken[],
  language: LanguageCode,
  context: QueryContext,
  findings: QuestionFindings,
): Concept[] {
  const whole = conceptOf(question, tokens, language, context, findings);
  const related = whole.alternatives.filter(({ kind }) => kind !== "exact" && kind !== "part");
  return tokens.map((token) => {
    const own = conceptOf(question, [token], language, context, findings);
    const byTerm = new Map(own.alternatives.map((one) => [one.term, one]));
    for (const one of related) if ((byTerm.get(one.term)?.weight ?? 0) < one.weight) byTerm.set(one.term, one);
    return { ...own, alternatives: [...byTerm.values()].sort((a, b) => b.weight - a.weight) };
  });
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

/** As it stands in the question. */
export function textOf(question: string, tokens: readonly AnalyzedToken[]): string {
  return question.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}
