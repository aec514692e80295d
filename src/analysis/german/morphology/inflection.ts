import { isNounLemma } from "../../lexicon/lemmas.ts";
import { withoutVerbInfix } from "./verb-prefixes.ts";

const endings = (list: string): readonly string[] => ["", ...list.split(" ")];

const nounEndings = endings("e en er ern n s es em ens ns se sen ses nen");
const adjectiveEndings = endings(
  "e en er es em ere eren erer eres erem ste sten ster stes stem este esten ester estes",
);
const verbEndings = endings("e st est t et n en te test ten tet ete etest eten etet end ende enden ender endes endem");
const participleEndings = endings("t et en te ten ter tes tem ete eten eter etes ene enen ener enes enem");

/** Museum and Museen, Firma and Firmen, Virus and Viren. */
const borrowed = /(?:um|us|a|on)$/u;

/**
 * Whether a word may be a regular form of a lemma, by its ending; strong forms are not known here.
 * @param word folded as `foldGerman` does
 * @param lemma folded, a noun with a capital
 */
export function mayBeFormOf(word: string, lemma: string): boolean {
  if (isNounLemma(lemma)) {
    const noun = lemma.toLowerCase();
    return hasEnding(word, noun, nounEndings) || (borrowed.test(noun) && word === noun.replace(borrowed, "en"));
  }
  if (hasEnding(word, lemma, adjectiveEndings)) return true;
  const root = rootOf(lemma);
  if (root === lemma) return false;
  return hasEnding(word, root, verbEndings) || hasEnding(withoutGe(word, root), root, participleEndings);
}

/** A noun and the verb that is made of it (Besuch, besuchen; Rede, reden) have this in common. */
export function rootOf(lemma: string): string {
  return lemma.toLowerCase().replace(/(?<=\p{L}{2})(?:en|n|e)$/u, "");
}

function hasEnding(word: string, root: string, list: readonly string[]): boolean {
  return word.startsWith(root) && list.includes(word.slice(root.length));
}

/** gekauft, eingekauft, einzukaufen: without what stands before or inside the root. */
function withoutGe(word: string, root: string): string {
  return word.startsWith("ge") && !root.startsWith("ge") ? word.slice(2) : withoutVerbInfix(word);
}
