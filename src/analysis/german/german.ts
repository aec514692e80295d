import type { Language } from "../language.ts";
import { RecentMap } from "../recent-map.ts";
import { germanAnswers } from "./answers.ts";
import { germanDirections } from "./directions.ts";
import { germanDocuments } from "./documents/documents.ts";
import { germanEntries } from "./entries.ts";
import { foldGerman } from "./folding.ts";
import { cistem } from "./morphology/cistem.ts";
import { splitCompound } from "./morphology/compounds.ts";
import { geWords } from "./morphology/ge-words.ts";
import { mayBeFormOf, rootOf } from "./morphology/inflection.ts";
import { withoutNounEnding } from "./morphology/noun-endings.ts";
import { otherParticles } from "./morphology/particles.ts";
import { withoutVerbInfix } from "./morphology/verb-prefixes.ts";
import { germanNegation } from "./negation.ts";
import { germanNumberWords } from "./number-words.ts";
import { germanRoles } from "./prepositions.ts";
import { germanQuantities } from "./quantities.ts";
import { germanQuestions } from "./questions/questions.ts";
import { germanSentences } from "./sentences.ts";
import { germanSmallTalk } from "./small-talk.ts";
import { germanSpeech } from "./speech.ts";
import { germanStopWords, nounsAmongStopWords } from "./stop-words.ts";

const stems = new RecentMap<string>(32_768);

/** Makes "UN" the same word as "UNO", since "Un" is also a syllable of names. */
function fold(word: string): string {
  return word === "UN" ? "uno" : foldGerman(word);
}

/** German: umlaut folding, CISTEM stems, frequency-based compound splitting. */
export const german: Language = {
  code: "de",
  wordLists: [{ folder: "german/words" }],
  entries: germanEntries,
  letters: /[äöüß]/iu,
  translatedTo: "en",
  capitalisesNouns: true,
  joinsCompounds: true,
  ordinalsEndInStop: true,
  numberWords: germanNumberWords,
  quantities: germanQuantities,
  negation: germanNegation,
  speech: germanSpeech,
  directions: germanDirections,
  roles: germanRoles,
  smallTalk: germanSmallTalk,
  fold,
  stem: (folded) => cached(stems, folded, stemGerman),
  isStopWord: (folded, writing = "small") =>
    germanStopWords.has(folded) && !(writing !== "small" && nounsAmongStopWords.has(folded)),
  mayBeFormOf,
  rootOf,
  otherForms: otherParticles,
  splitCompound,
  sentences: germanSentences,
  documents: germanDocuments,
  answers: germanAnswers,
  questions: germanQuestions((folded) => cached(stems, folded, stemGerman)),
};

/** CISTEM, with endings of nouns that it does not know and the infix of separable verbs taken out first, and `ge` kept where it is no participle's. */
function stemGerman(folded: string): string {
  return cistem(withoutVerbInfix(withoutNounEnding(folded)), isGeWord(folded));
}

/** Endings of nouns, adjectives and verbs, none first. */
const endings = ["", "s", "e", "n", "es", "en", "er", "em", "ern", "ens", "t", "te", "ten"];

function isGeWord(folded: string): boolean {
  if (!folded.startsWith("ge")) return false;
  return endings.some((ending) => folded.endsWith(ending) && hasBase(folded.slice(0, folded.length - ending.length)));
}

/** The list contains infinitives with their ending. */
function hasBase(base: string): boolean {
  return geWords.has(base) || geWords.has(`${base}en`);
}

function cached(cache: RecentMap<string>, key: string, compute: (key: string) => string): string {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute(key);
  cache.set(key, value);
  return value;
}
