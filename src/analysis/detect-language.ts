import type { Language } from "./language.ts";
import { languages, unknownLanguage } from "./languages.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { tokenize } from "./tokens/tokenizer.ts";

/** What a word that a language's list does not have counts as: rarer than all that it has. */
const unlistedZipf = 2;
/** What a stop word counts as in a language without a list of frequencies; one of those that have one counts no less. */
const stopWordZipf = 7;
/** So many words of a text that anybody may have written are enough to see that it is in none of the languages. */
const tellingWords = 40;
/** No text scores less in its own language: by its frequencies, or by its stop words alone. */
const leastScores = { listed: 3.2, plain: 2.9 };
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
      const isStopWord = language.isStopWord(folded);
      const isPlain = language.wordLists === undefined;
      const zipf = isPlain ? (isStopWord ? stopWordZipf : undefined) : lexicon.zipf(language.code, folded);
      sum += (zipf ?? unlistedZipf) + (isStopWord ? 1 : 0);
    }
    const score = words.length === 0 ? 0 : sum / words.length;
    const least = language.wordLists === undefined ? leastScores.plain : leastScores.listed;
    return {
      code: language.code,
      score: score + (language.code === "de" ? germanBonus : 0),
      isForeign: words.length >= tellingWords && score < least,
    };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || second === undefined) return first?.code;
  // What is far ahead of all others is no foreign language, however many names stand in it.
  if (first.isForeign && first.score - second.score < noDoubt) return unknownLanguage.code;
  return first.score - second.score < lead ? undefined : first.code;
}
