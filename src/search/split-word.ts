import { languageOf } from "../analysis/languages.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import { stemTerm } from "../analysis/term.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Gives a word of the vocabulary the terms of its parts, judged by the words that the collection has now. */
export function splitWord(vocabulary: Vocabulary, lexicon: Lexicon, id: number): void {
  const code = vocabulary.language(id);
  const language = languageOf(code);
  const zipf = (word: string): number | undefined => lexicon.zipf(code, word) ?? corpusZipf(vocabulary, word, code);
  const own = vocabulary.term(id);
  const terms = language.splitCompound(vocabulary.word(id), zipf).map((part) => stemTerm(language.stem(part), code));
  const distinct = [...new Set(terms)].filter((term) => term !== own && term !== "");
  if (distinct.length > 0) vocabulary.setParts(id, distinct);
}

/** Words that only the collection knows count as rare ones, rarer than any that a list has when they stand once. */
function corpusZipf(vocabulary: Vocabulary, word: string, code: "de" | "en"): number | undefined {
  if (word.length < 5) return undefined;
  const id = vocabulary.find(word, code);
  if (id === undefined) return undefined;
  const count = vocabulary.passageCount(id);
  return count === 0 ? undefined : Math.min(2 + Math.log10(1 + count), 4);
}
