import type { Language } from "./language.ts";
import { languages } from "./languages.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { tokenize } from "./tokens/tokenizer.ts";

/** What a word that a language's list does not have counts as: rarer than all that it has. */
const unlistedZipf = 2;
/** Texts are told apart long before their end. */
const maxTokens = 400;

/** Of a longer text every so many words speak for it, unless they leave doubts. */
const sampleStep = 4;
const leastSampleWords = 60;
const noDoubt = 1;
/** Fewer words without names say little. */
const leastSpokenWords = 2;

/**
 * The language of a text by the frequencies of its words in each language at large: names count for neither, function
 * words for a lot. Works for questions of a few words, in capitals too.
 * @returns undefined where the words speak for no language, as in a question of names alone
 */
export function detectLanguage(text: string, lexicon: Lexicon): Language["code"] | undefined {
  const words = tokenize(text.length > 8000 ? text.slice(0, 8000) : text)
    .filter((token) => token.kind === "word" && token.text.length > 1)
    .slice(0, maxTokens)
    .map((token) => token.text);
  const sample = words.filter((_, index) => index % sampleStep === 0);
  if (sample.length >= leastSampleWords) {
    const language = likeliest(sample, lexicon, bonusOf(text), noDoubt);
    if (language !== undefined) return language;
  }
  // In English a capital inside a question is a name's, which may be of any language; in German other words tell as well.
  const spoken = words.filter((word, index) => index === 0 || !/^\p{Lu}/u.test(word));
  if (spoken.length >= leastSpokenWords) {
    const language = likeliest(spoken, lexicon, bonusOf(spoken.join(" ")), noDoubt);
    if (language !== undefined) return language;
  }
  return likeliest(words, lexicon, bonusOf(text), 0.15);
}

/** Umlauts and ß are no proof (names have them), but they are no English. */
function bonusOf(text: string): number {
  return /[äöüß]/iu.test(text) ? 0.5 : 0;
}

/** @param lead how far the first language must be before the next */
function likeliest(
  words: readonly string[],
  lexicon: Lexicon,
  germanBonus: number,
  lead: number,
): Language["code"] | undefined {
  const scores = languages.map((language) => {
    let sum = 0;
    for (const word of words) {
      const folded = language.fold(word);
      sum += lexicon.zipf(language.code, folded) ?? unlistedZipf;
      if (language.isStopWord(folded)) sum += 1;
    }
    const score = words.length === 0 ? 0 : sum / words.length;
    return { code: language.code, score: score + (language.code === "de" ? germanBonus : 0) };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || second === undefined) return first?.code;
  return first.score - second.score < lead ? undefined : first.code;
}
