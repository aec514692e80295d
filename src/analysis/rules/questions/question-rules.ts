import type { Lexicon, Relation } from "../../lexicon/lexicon.ts";
import type { AnalyzedToken } from "../../tokens/token.ts";
import type { AnswerTypePattern, AskedPattern, AskedRules } from "./asked-rules.ts";
import type { FollowUpRules } from "./follow-up-rules.ts";
import type { MessageRules } from "./message-rules.ts";
import type { OverviewRules } from "./overview-rules.ts";
import type { SideRules } from "./side-rules.ts";
import type { SubjectRules } from "./subject-rules.ts";

/** What is known of how questions are put in a language. `question` is the text that the tokens are of. */
export interface QuestionRules {
  /** Each matches, from the beginning of a question on, what leads up to what is asked: "Can you tell me". */
  readonly frames: readonly RegExp[];
  /** What kind of thing they ask for. */
  readonly asked: AskedRules<AskedPattern>;
  /** The same in fewer kinds, by which the sentence that answers is chosen. */
  readonly answerTypes: AskedRules<AnswerTypePattern>;
  /** Questions for documents rather than a passage. */
  readonly overviews: OverviewRules;
  /** Folded words that say little about what is asked for: "name", "kind", "called". */
  readonly vagueWords: ReadonlySet<string>;
  /** What messages have beside their question. */
  readonly messages: MessageRules;
  /** How they depend on the one before. */
  readonly followUps: FollowUpRules;
  /** How they lead up to their subject. */
  readonly subjects: SubjectRules;
  /** How they set things side by side. */
  readonly sides: SideRules;
  /** Whether they ask for several things by a plural, which `asksForList` does not need: "which rooms are …". */
  asksInPlural(question: string): boolean;
  /** Matches questions whose answer is a number: "how many cores". */
  readonly asksForNumber: RegExp;
  /** Matches questions for several things, which may stand in several passages: "List the …". */
  readonly asksForSeveral: RegExp;
  /** Matches questions whose answer is several things: "which kinds of". */
  readonly asksForList: RegExp;
  /** Matches the beginning of questions for an attribute of something: "What is the default of". */
  readonly asksForAttribute: RegExp;
  /** Matches the beginning of questions whether something may be done, and whether it must. */
  readonly asksForPermission: RegExp;
  readonly asksForDuty: RegExp;
  /**
   * Present if a capital inside a sentence marks a name; absent if nouns have capitals too, or if nothing is known
   * about it.
   */
  readonly capitalsAreNames?: true;
  /** Corrects tokens that can be understood only from their neighbours. */
  reread?(tokens: readonly AnalyzedToken[]): readonly AnalyzedToken[];
  /**
   * Verbs whose prefix stands apart from them.
   * @param words all words of the question, function words too
   * @returns the folded whole verb by the token of its finite part
   */
  separatedVerbs?(
    question: string,
    words: readonly AnalyzedToken[],
    lexicon: Lexicon,
  ): ReadonlyMap<AnalyzedToken, string>;
  /**
   * Verbs whose particle stands behind their object.
   * @param words all words of the question, function words too
   * @returns the particle by the token of its verb
   */
  phrasalVerbs?(
    question: string,
    words: readonly AnalyzedToken[],
    lexicon: Lexicon,
  ): ReadonlyMap<AnalyzedToken, AnalyzedToken>;
  /** Particles that nouns made of their verbs are written in one with: back up, a backup. */
  readonly particles?: ReadonlySet<string>;
  /** Whether each word is written with a capital, as far as that tells nouns from other words. */
  tellingCapitals?(question: string, words: readonly AnalyzedToken[]): ReadonlyMap<AnalyzedToken, boolean>;
  /** How many words from a position on are looked up as one expression; absent: each by itself. */
  expressionLength?(words: readonly AnalyzedToken[], at: number, lexicon: Lexicon): number;
  /** What the lexicon translates these words to, taken as one expression. */
  translations(words: readonly AnalyzedToken[], lexicon: Lexicon): readonly Relation[];
  /** Whether a word that has translations may be a name all the same, and stands in the documents as it is. */
  mayBeName?(word: AnalyzedToken, lexicon: Lexicon): boolean;
}
