import { type FoundName, findNames } from "../../analysis/exact/names.ts";
import { numberOfRoman, numberOfWord, romanOf, wordsOfNumber } from "../../analysis/exact/number-words.ts";
import type { Quantity } from "../../analysis/exact/quantities.ts";
import { unitOf } from "../../analysis/exact/units.ts";
import { languageByCode } from "../../analysis/languages.ts";
import { stemTerm, termOf } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { isWhereToLook } from "../constraints/names.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { AlternativeSet } from "./alternatives.ts";
import { type Concept, placeImportance } from "./concept.ts";

interface ExactContext {
  readonly settings: RankingSettings;
  readonly languages: readonly LanguageCode[];
  isIndexed(term: string): boolean;
}

/** The weight of a name in a different case, where case distinguishes names. */
const otherCaseWeight = 0.5;
const unknownPartWeight = 0.8;
/** Shorter parts are matched by accident. */
const leastPartChars = 3;

/** The names of a question that are looked for as a whole; the words of the others are looked for by themselves. */
export function nameConcepts(
  question: string,
  tokens: readonly AnalyzedToken[],
  language: LanguageCode,
  context: ExactContext,
): Concept[] {
  const names = findNames(question);
  const isBeside = tokens.some(
    ({ kind, isStopWord, start, end }) =>
      kind === "word" && !isStopWord && !names.some((name) => start >= name.start && end <= name.end),
  );
  return tokens.flatMap((token): Concept[] => {
    const name = names.find(({ start }) => start === token.start);
    if (token.kind !== "name" || name === undefined) return [];
    const inside = tokens.filter((other) => other !== token && other.start >= token.start && other.end <= token.end);
    // und/oder, km/h, .each: words by themselves, too.
    if ((name.kind === "path" || name.key.startsWith(".")) && inside.some((other) => other.isInName !== true))
      return [];
    const importance = isBeside && isWhereToLook(name, question) ? placeImportance : 1;
    const concept = nameConcept(token, inside, question, language, context, importance);
    return concept === undefined ? [] : [concept];
  });
}

/**
 * A name with marks or figures is met whole, and by its words only a little.
 * @param inside the words and numbers that stand in it
 * @returns undefined where the name is nothing to look for: marks that no document has
 */
function nameConcept(
  name: AnalyzedToken,
  inside: readonly AnalyzedToken[],
  question: string,
  language: LanguageCode,
  context: ExactContext,
  importance: number,
): Concept | undefined {
  const set = new AlternativeSet(context.settings);
  const keys = writingsOf(name.text);
  const known = keys.find(context.isIndexed);
  const hasLetters = /[\p{L}\p{N}]/u.test(name.text);
  if (known === undefined && !hasLetters) return undefined;
  set.add(known ?? name.text, 1, "exact");
  if (/^-\p{L}$/u.test(name.text)) {
    set.add(name.text.toLowerCase(), otherCaseWeight, "spelling");
    set.add(name.text.toUpperCase(), otherCaseWeight, "spelling");
  }
  // If no document writes the name as a whole, its words are all there is to look for.
  const part = known === undefined ? unknownPartWeight : context.settings.alternatives.part;
  for (const word of [...inside.map(({ text }) => text), ...lettersAndFigures(name.text)]) {
    if (word.length < leastPartChars && !/^\p{N}+$/u.test(word)) continue;
    for (const code of context.languages) {
      const of = languageByCode(code);
      const folded = of.fold(word);
      if (!of.isStopWord(folded)) set.add(stemTerm(of.stem(folded), code), part, "part");
    }
  }
  return {
    text: question.slice(name.start, name.end),
    start: name.start,
    end: name.end,
    language,
    isNumber: false,
    isName: true,
    isNoun: false,
    alternatives: set.sorted(),
    spellings: [{ text: known ?? name.text, weight: 1 }],
    zipf: undefined,
    importance,
  };
}

/** Marks that stand in the index as they are written. */
export function markConcept(
  { key, start, end }: FoundName,
  question: string,
  language: LanguageCode,
  context: ExactContext,
): Concept {
  const concept = writtenConcept(question, { start, end }, language, context);
  return { ...concept, alternatives: [{ term: key, weight: 1, kind: "exact" }], spellings: [{ text: key, weight: 1 }] };
}

/**
 * Function words and single letters, which are indexed only where they are names. Such a question is met by their order
 * in the text.
 */
export function writtenConcept(
  question: string,
  { start, end }: { readonly start: number; readonly end: number },
  language: LanguageCode,
  context: ExactContext,
): Concept {
  const set = new AlternativeSet(context.settings);
  const text = question.slice(start, end);
  if (/^\p{L}$/u.test(text)) {
    const folded = languageByCode(language).fold(text);
    set.add(folded, 1, "exact");
    for (const code of context.languages) set.add(stemTerm(folded, code), 1, "exact");
  }
  return {
    text,
    start,
    end,
    language,
    isNumber: false,
    isName: true,
    isNoun: false,
    alternatives: set.sorted(),
    spellings: [],
    zipf: undefined,
    importance: 1,
  };
}

/** An operator may be followed by the punctuation of its sentence; the whole comes first. */
function writingsOf(key: string): string[] {
  const writings = [key];
  if (/[\p{L}\p{N}]/u.test(key)) return writings;
  for (let rest = key; /[.,;:!?]$/.test(rest) && rest.length > 1; ) {
    rest = rest.slice(0, -1);
    writings.push(rest);
  }
  return writings;
}

/** Nordfon15 may stand there as Nordfon 15; K and 4 of K-4 say nothing by themselves. */
function lettersAndFigures(key: string): string[] {
  const [, letters = "", figures = ""] = /^(\p{L}{4,})(\d+)$/u.exec(key) ?? [];
  return letters === "" ? [] : [letters, figures];
}

const wordWeight = 0.8;
const rowWeight = 0.6;

/** Adds what else may stand for a number: its words, its Roman figures, for a word its figures. */
export function addNumberWritings(set: AlternativeSet, token: AnalyzedToken, languages: readonly LanguageCode[]): void {
  const own = token.kind === "number" ? figuresOf(token.text) : wordOf(token);
  if (own === undefined) return;
  const { value, isOrdinal } = own;
  set.add(String(value), token.kind === "number" || isOrdinal ? 1 : wordWeight, "spelling");
  const words = wordsOfNumber(value);
  for (const code of languages) {
    const of = languageByCode(code);
    const { cardinal, ordinal } = words.get(code) ?? {};
    if (cardinal !== undefined)
      set.add(stemTerm(of.stem(cardinal), code), isOrdinal ? rowWeight : wordWeight, "spelling");
    if (ordinal !== undefined)
      set.add(stemTerm(of.stem(ordinal), code), isOrdinal ? wordWeight : rowWeight, "spelling");
    if (value < 40) set.add(stemTerm(of.stem(romanOf(value).toLowerCase()), code), rowWeight, "spelling");
  }
}

function figuresOf(text: string): { value: number; isOrdinal: boolean } | undefined {
  return /^\d{1,6}$/.test(text) ? { value: Number(text), isOrdinal: false } : undefined;
}

function wordOf({ text, folded }: AnalyzedToken): { value: number; isOrdinal: boolean } | undefined {
  const said = numberOfWord(folded);
  if (said !== undefined) return said;
  const roman = text.length > 1 ? numberOfRoman(text) : undefined;
  return roman === undefined ? undefined : { value: roman, isOrdinal: true };
}

/** Adds the point and the colon that times are written with, and decimals without their last nought. */
export function addFigureWritings(set: AlternativeSet, { kind, text }: AnalyzedToken): void {
  if (kind !== "number") return;
  const [, whole = "", rest = ""] = /^(\d{1,2})[.:](\d\d)$/.exec(text) ?? [];
  if (whole !== "" && Number(rest) < 60) {
    set.add(`${whole}:${rest}`, 1, "spelling");
    set.add(`${whole}.${rest}`, 1, "spelling");
    if (rest === "00") set.add(String(Number(whole)), wordWeight, "spelling");
  }
}

/** Adds the other ways of writing a time: 17:15, 17.15 and 5:15 for a quarter past five in the afternoon. */
export function addTimeWritings(set: AlternativeSet, { start, end }: AnalyzedToken, times: readonly Quantity[]): void {
  const time = times.find((found) => found.start <= start && end <= found.end);
  const [minute] = time?.readings ?? [];
  if (time === undefined || minute === undefined || start > time.start) return;
  const rest = String(minute % 60).padStart(2, "0");
  const own = Math.floor(minute / 60);
  for (const hour of new Set([own, own % 12 === 0 ? 12 : own % 12])) {
    const weight = hour === own ? 1 : wordWeight;
    for (const sign of [":", "."]) set.add(`${hour}${sign}${rest}`, weight, "spelling");
    if (rest === "00") set.add(String(hour), weight, "spelling");
  }
}

/** Adds the other spellings of a unit: Dollar, $, USD. */
export function addUnitWritings(set: AlternativeSet, folded: string, languages: readonly LanguageCode[]): void {
  const unit = unitOf(folded);
  if (unit === undefined) return;
  for (const writing of unit.writings) {
    if (/[^\p{L}\p{N}]/u.test(writing)) set.add(writing, 1, "spelling");
    else if (writing.length > 1)
      for (const code of languages) set.add(stemTerm(languageByCode(code).stem(writing), code), 0.9, "spelling");
  }
}

/** A full date is met by the same date however it is written, and a little by its month and year. */
export function dateConcept(
  date: AnalyzedToken,
  tokens: readonly AnalyzedToken[],
  language: LanguageCode,
  settings: RankingSettings,
): Concept {
  const set = new AlternativeSet(settings);
  set.add(date.folded, 1, "exact");
  for (const token of tokens) {
    if (token === date || token.start < date.start || token.end > date.end) continue;
    set.add(termOf(token, language), token.folded.length === 4 && token.kind === "number" ? 0.3 : 0.25, "part");
  }
  return {
    text: date.text,
    start: date.start,
    end: date.end,
    language,
    isNumber: true,
    isName: false,
    isNoun: false,
    alternatives: set.sorted(),
    spellings: [{ text: date.folded, weight: 1 }],
    zipf: undefined,
    importance: 1,
  };
}
