import { languageByCode } from "../../src/analysis/languages.ts";
import { stemTerm } from "../../src/analysis/term.ts";
import type { LanguageCode } from "../../src/documents/document.ts";
import type { Alternative, Concept, Query } from "../../src/search/query/concept.ts";

/** What stands in the index for a word. */
export function termFor(word: string, code: LanguageCode = "de"): string {
  const language = languageByCode(code);
  return stemTerm(language.stem(language.fold(word)), code);
}

/** A concept with nothing special about it. @param alternatives words with their weights; the text itself where absent */
export function concept(
  text: string,
  alternatives: readonly (readonly [string, number])[] = [[text, 1]],
  more: Partial<Concept> = {},
): Concept {
  return {
    text,
    start: 0,
    end: text.length,
    language: "de",
    isNumber: false,
    isName: false,
    isNoun: false,
    alternatives: alternatives.map(([word, weight]): Alternative => ({ term: termFor(word), weight, kind: "exact" })),
    spellings: [{ text: text.toLowerCase(), weight: 1 }],
    zipf: undefined,
    importance: 1,
    ...more,
  };
}

export function queryOf(...concepts: readonly Concept[]): Query {
  return {
    text: concepts.map(({ text }) => text).join(" "),
    language: "de",
    concepts,
    constraints: [],
    asked: { isNumber: false, isList: false, isOfChanges: false, isOfSideProvisions: false },
  };
}

/** A concept that stands for terms as they are. */
export function conceptOfTerms(...alternatives: readonly (readonly [string, number])[]): Concept {
  const terms = alternatives.map(([term, weight]): Alternative => ({ term, weight, kind: "exact" }));
  return { ...concept("?"), alternatives: terms };
}
