import type { LanguageCode } from "./language.ts";
import { languages, unknownLanguage } from "./languages.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { tokenize } from "./tokens/tokenizer.ts";

/** The frequency assumed for a word that is not in a language's list: rarer than any listed word. */
const unlistedZipf = 2;
/**
 * The frequency assumed for a stop word in a language without a frequency list, comparable with those of listed ones.
 */
const stopWordZipf = 7;
/** From this many words on, a text can be recognised as being in none of the languages. */
const tellingWords = 40;
/** No text scores lower than this in its own language, by frequencies or by stop words alone. */
const leastScores = { listed: 3.2, plain: 2.9 };
/** The language is clear long before the end of a text. */
const maxTokens = 400;

/** Of a longer text a sample of words is judged, unless it leaves doubts. */
const sampleStep = 4;
const leastSampleWords = 60;
const noDoubt = 1;
/** With fewer words other than names, the result means little. */
const leastSpokenWords = 2;

/**
 * The language of a text by the frequencies of its words in each language at large: names count for neither, function
 * words for a lot. Works for questions of a few words, in capitals too.
 * @returns undefined where the words speak for no language, as in a question of names alone
 */
export function detectLanguage(text: string, lexicon: Lexicon): LanguageCode | undefined {
  const words = tokenize(text.length > 8000 ? text.slice(0, 8000) : text)
    .filter((token) => token.kind === "word" && token.text.length > 1)
    .slice(0, maxTokens)
    .map((token) => token.text);
  const sample = words.filter((_, index) => index % sampleStep === 0);
  if (sample.length >= leastSampleWords) {
    const language = likeliest(sample, lexicon, text, noDoubt);
    if (language !== undefined) return language;
  }
  // In English, a capital inside a question marks a name, which may be of any language; in German there are other words
  // to go by.
  const spoken = words.filter((word, index) => index === 0 || !/^\p{Lu}/u.test(word));
  if (spoken.length >= leastSpokenWords) {
    const language = likeliest(spoken, lexicon, spoken.join(" "), noDoubt);
    if (language !== undefined) return language;
  }
  return likeliest(words, lexicon, text, 0.15);
}

/** What a language's own letters count: they prove nothing, since names have them. */
const lettersBonus = 0.5;

/** A letter that none of the languages has: folded, a word of another one may look like theirs (lampę, Lampe). */
const foreignLetter = /[\u0100-\u{10ffff}](?<![œŒ‘’])/u;

/**
 * @param text whose letters are looked at
 * @param lead how far the first language must be ahead of the second
 */
function likeliest(words: readonly string[], lexicon: Lexicon, text: string, lead: number): LanguageCode | undefined {
  const scores = languages.map((language) => {
    let sum = 0;
    for (const word of words) {
      const isForeign = foreignLetter.test(word.normalize("NFC"));
      const folded = language.fold(word);
      const isStopWord = !isForeign && language.isStopWord(folded);
      const isPlain = language.wordLists === undefined;
      const listed = isForeign || isPlain ? undefined : lexicon.zipf(language.code, folded);
      const zipf = isPlain && isStopWord ? stopWordZipf : listed;
      sum += (zipf ?? unlistedZipf) + (isStopWord ? 1 : 0);
    }
    const score = words.length === 0 ? 0 : sum / words.length;
    const least = language.wordLists === undefined ? leastScores.plain : leastScores.listed;
    return {
      code: language.code,
      score: score + (language.letters?.test(text) === true ? lettersBonus : 0),
      isForeign: words.length >= tellingWords && score < least,
    };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || second === undefined) return first?.code;
  // A language far ahead of all others is not a foreign one, however many names the text has.
  if (first.isForeign && first.score - second.score < noDoubt) return unknownLanguage.code;
  return first.score - second.score < lead ? undefined : first.code;
}
