import type { EntryRules } from "../rules/entry-rules.ts";
import { foldGerman } from "./folding.ts";
import { inseparablePrefixes, separablePrefixes } from "./morphology/verb-prefixes.ts";
import { germanStopWords } from "./stop-words.ts";

/** How German entries of the lists of words are read. */
export const germanEntries: EntryRules = { knownBy, prefixedForms };

/** Of a verb with its preposition (warnen vor) the verb is known, as if it stood alone. */
function knownBy(translation: string): string {
  const [verb = "", ...others] = translation.split(" ");
  const isStopWord = (word: string): boolean => germanStopWords.has(foldGerman(word));
  const isVerb = /^\p{Ll}{3,}n$/u.test(verb) && !isStopWord(verb);
  return isVerb && others.length === 1 && others.every(isStopWord) ? verb : translation;
}

function prefixedForms(infinitive: string, forms: readonly string[], isKnown: (folded: string) => boolean): string[][] {
  const base = foldGerman(infinitive);
  const all = [base, ...forms.map(foldGerman)];
  const verbs = [all];
  for (const prefix of separablePrefixes) {
    if (isKnown(prefix + base)) verbs.push(all.map((form) => prefix + form));
  }
  for (const prefix of inseparablePrefixes) {
    // The participle of an inseparable verb has no ge-: sprochen, not gesprochen.
    if (isKnown(prefix + base)) verbs.push(all.map((form) => prefix + form.replace(/^ge(?=\p{L}{4})/u, "")));
  }
  return verbs;
}
