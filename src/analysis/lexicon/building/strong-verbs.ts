import { inseparablePrefixes, separablePrefixes } from "../../german/verb-prefixes.ts";
import { languageByCode } from "../../languages.ts";

/**
 * The forms of an irregular verb, alone and with every prefix that gives a known infinitive.
 * @param infinitive of the verb without prefix
 * @param forms its irregular forms, participle included
 * @param isKnown whether a folded word is known to the lexicon
 * @returns one list of folded forms a verb, the infinitive first
 */
export function prefixedForms(
  infinitive: string,
  forms: readonly string[],
  isKnown: (folded: string) => boolean,
): string[][] {
  const { fold } = languageByCode("de");
  const base = fold(infinitive);
  const all = [base, ...forms.map(fold)];
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
