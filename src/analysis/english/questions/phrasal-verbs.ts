import type { Lexicon } from "../../lexicon/lexicon.ts";
import { clausesEndingWith } from "../../rules/clauses.ts";
import type { AnalyzedToken } from "../../tokens/token.ts";
import { translateEnglish } from "../translate.ts";

/** Particles that may stand behind their verb's object, and are seldom prepositions there. */
const particles: ReadonlySet<string> = new Set("away back down off out up".split(" "));
/** Particles that nouns made of their verbs end in: login, breakdown, handover, startup. */
export const nounParticles: ReadonlySet<string> = new Set([...particles, "in", "on", "over"]);
/** What may follow the particle, beside the end of the clause. */
const openings: ReadonlySet<string> = new Set(
  "after and at because before but by during if in on or since until when while".split(" "),
);

/**
 * English verbs whose particle stands behind the object ("Who called the meeting off?"), where the lexicon has both
 * together as one expression.
 * @param question the text that the tokens are of
 * @param words all words of an English question, function words too
 * @returns the particle by the token of its verb
 */
export function phrasalVerbs(
  question: string,
  words: readonly AnalyzedToken[],
  lexicon: Lexicon,
): ReadonlyMap<AnalyzedToken, AnalyzedToken> {
  const found = new Map<AnalyzedToken, AnalyzedToken>();
  for (const { end: particle, before } of clausesEndingWith(question, words, openings, particles)) {
    const isVerb = (word: AnalyzedToken): boolean =>
      !word.isStopWord && translateEnglish([word.folded, particle.folded], 0, lexicon)?.words === 2;
    const verb = before.find(isVerb);
    const beside = before.at(-1);
    if (verb !== undefined && beside !== undefined && !isVerb(beside)) found.set(verb, particle);
  }
  return found;
}
