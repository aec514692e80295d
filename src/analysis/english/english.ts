import { stemmer } from "@orama/stemmers/english";
import { foldCase } from "../folding.ts";
import type { Language } from "../language.ts";
import { RecentMap } from "../recent-map.ts";
import { englishAnswers } from "./answers.ts";
import { englishDirections } from "./directions.ts";
import { englishDocuments } from "./documents/documents.ts";
import { englishEntries } from "./entries.ts";
import { englishNegation } from "./negation.ts";
import { englishNumberWords } from "./number-words.ts";
import { englishQuantities } from "./quantities.ts";
import { englishQuestions } from "./questions/questions.ts";
import { englishSentences } from "./sentences.ts";
import { englishSmallTalk } from "./small-talk.ts";
import { englishSpeech } from "./speech.ts";
import { acronymsAmongStopWords, englishStopWords } from "./stop-words.ts";

const stems = new RecentMap<string>(32_768);

/**
 * Makes "US" and "U.S." the same word as "USA", since "us" is a function word, and "UN" the same as "UNO", since "Un"
 * is also a syllable of names.
 */
function foldEnglish(word: string): string {
  return word === "US" ? "usa" : word === "UN" ? "uno" : foldCase(word);
}

/** English: Snowball stems (Porter 2), no compounds. */
export const english: Language = {
  code: "en",
  wordLists: [{ folder: "english/words" }, { folder: "english/to-german", to: "de" }],
  entries: englishEntries,
  translatedTo: "de",
  numberWords: englishNumberWords,
  quantities: englishQuantities,
  negation: englishNegation,
  speech: englishSpeech,
  directions: englishDirections,
  smallTalk: englishSmallTalk,
  fold: foldEnglish,
  stem(folded) {
    const known = stems.get(folded);
    if (known !== undefined) return known;
    const stem = stemmer(folded);
    stems.set(folded, stem);
    return stem;
  },
  isStopWord: (folded, writing) =>
    englishStopWords.has(folded) && !(writing === "capitals" && acronymsAmongStopWords.has(folded)),
  mayBeFormOf: (folded, lemma) => folded === lemma,
  rootOf: (lemma) => lemma,
  otherForms: () => [],
  splitCompound: () => [],
  sentences: englishSentences,
  documents: englishDocuments,
  answers: englishAnswers,
  questions: englishQuestions,
};
