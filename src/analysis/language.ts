import type { FrequencyTable } from "./frequency-table.ts";
import type { AnswerRules } from "./rules/answer-rules.ts";
import type { DirectionRules } from "./rules/direction-rules.ts";
import type { DocumentRules } from "./rules/document-rules.ts";
import type { EntryRules } from "./rules/entry-rules.ts";
import type { NegationRules } from "./rules/negation-rules.ts";
import type { NumberWords } from "./rules/number-words.ts";
import type { QuantityRules } from "./rules/quantity-rules.ts";
import type { QuestionRules } from "./rules/questions/question-rules.ts";
import type { SentenceRules } from "./rules/sentence-rules.ts";
import type { SmallTalkRules } from "./rules/small-talk-rules.ts";
import type { SpeechRules } from "./rules/speech-rules.ts";
import type { Writing } from "./writing.ts";

/** Of ISO 639-1, such as `de`; `und` where it is not known which one. */
export type LanguageCode = string;

/** A folder of lists. */
export interface WordLists {
  readonly folder: string;
  /** Present if the lists are a dictionary from the language to another one. */
  readonly to?: LanguageCode;
}

/** What the program knows about one language, first of all the filters that turn tokens into terms. */
export interface Language {
  /** Its lists of words below `analysis/`, and the language that a list translates `to`; absent if it has none. */
  readonly wordLists?: readonly WordLists[];
  /** How entries of these lists are read; absent: by their stems. */
  readonly entries?: EntryRules;
  /** The language that the lexicon translates it to. */
  readonly translatedTo?: LanguageCode;
  /** Its words for numbers; absent: only figures are read. */
  readonly numberWords?: NumberWords;
  /** How it states quantities; absent: only signs and figures are read. */
  readonly quantities?: QuantityRules;
  readonly code: LanguageCode;
  /** Letters that speak for it a little, since most languages have none of them; names have them, too. */
  readonly letters?: RegExp;
  /** Present if nouns are written with a capital, so that a capital alone makes no name. */
  readonly capitalisesNouns?: true;
  /** Present if words are written together as one, which `splitCompound` takes apart. */
  readonly joinsCompounds?: true;
  /** Present if a figure with a stop is an ordinal: "3. Oktober". */
  readonly ordinalsEndInStop?: true;
  /** How it denies; absent: nothing is known of that. */
  readonly negation?: NegationRules;
  /** How it says that somebody speaks; absent: nothing is known of that. */
  readonly speech?: SpeechRules;
  /** How it says where things are and go; absent: nothing is known of that. */
  readonly directions?: DirectionRules;
  /** Prepositions that say who does what to whom, by one name for those that say the same; absent: word order does. */
  readonly roles?: ReadonlyMap<string, string>;
  /** Messages that ask nothing; absent: none is known. */
  readonly smallTalk?: SmallTalkRules;
  /** Removes case, accents and differences of spelling. */
  fold(word: string): string;
  /** @param folded what `fold` returned */
  stem(folded: string): string;
  /** @param folded what `fold` returned */
  isStopWord(folded: string, writing?: Writing): boolean;
  /**
   * Whether a folded word may be a regular form of a lemma, by its ending.
   * @param lemma folded; a noun with a capital, where the language capitalises nouns
   */
  mayBeFormOf(folded: string, lemma: string): boolean;
  /** What lemmas derived from one another have in common; the lemma itself where nothing is known about that. */
  rootOf(lemma: string): string;
  /**
   * Other forms in which people say or write a word, folded: runterladen for herunterladen.
   * @param folded what `fold` returned
   */
  otherForms(folded: string): readonly string[];
  /**
   * The parts of a compound on every level, folded, without linking letters; empty where the word is no compound.
   * @param folded what `fold` returned
   * @param zipf base-10 logarithm of a folded word's frequency, undefined for words that nothing knows
   * @param table asked instead of `zipf` where very many words are split; it holds every word that `zipf` knows
   */
  splitCompound(folded: string, zipf: (word: string) => number | undefined, table?: FrequencyTable): readonly string[];
  /** Where sentences begin and end; absent: only the rules that all languages share. */
  readonly sentences?: SentenceRules;
  /** What documents say beside their text; absent: nothing is known of that. */
  readonly documents?: DocumentRules;
  /** How questions are put; absent: nothing is known of that. */
  readonly questions?: QuestionRules;
  /** How sentences answer them; absent: nothing is known of that. */
  readonly answers?: AnswerRules;
}
