import type { Lexicon } from "../../lexicon/lexicon.ts";
import { clausesEndingWith } from "../../rules/clauses.ts";
import type { AnalyzedToken } from "../../tokens/token.ts";
import { separablePrefixes } from "../morphology/verb-prefixes.ts";

const prefixes = new Set(separablePrefixes);

/** Function words that are finite verbs and may have a prefix; no other function word is a verb, whatever it would give. */
const verbsAmongStopWords: ReadonlySet<string> = new Set(
  "gab geben gehts gibt gibts ging hab habe haben habt halt hast hat hatte hatten hattest hats sag sage wies".split(
    " ",
  ),
);
const coordinating: ReadonlySet<string> = new Set(["aber", "oder", "sondern", "und"]);

/**
 * Verbs whose prefix stands at the end of their clause ("Wann kam der Zug an?"), with the verb put together (ankam).
 * @param question the text that the tokens are of
 * @param words all words of a German question, function words too
 * @param stem makes the stem of a folded word
 * @returns folded whole verbs by the token of their finite part
 */
export function separatedVerbs(
  question: string,
  words: readonly AnalyzedToken[],
  lexicon: Lexicon,
  stem: (folded: string) => string,
): ReadonlyMap<AnalyzedToken, string> {
  const found = new Map<AnalyzedToken, string>();
  for (const { end: prefix, before } of clausesEndingWith(question, words, coordinating, prefixes)) {
    const verb = before.find((candidate) => {
      if (/^\p{Lu}/u.test(candidate.text) && candidate.start > 0) return false;
      if (candidate.isStopWord && !verbsAmongStopWords.has(candidate.folded)) return false;
      const whole = prefix.folded + candidate.folded;
      return lexicon.zipf("de", whole) !== undefined || lexicon.relations("de", stem(whole)).length > 0;
    });
    if (verb !== undefined) found.set(verb, prefix.folded + verb.folded);
  }
  return found;
}
