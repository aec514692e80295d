/** How a language says that somebody speaks, thinks or writes; words are folded. */
export interface SpeechRules {
  /** Verbs, with their irregular forms. */
  readonly verbs: readonly string[];
  /** Matches the beginning of a question for what somebody says. */
  readonly asks: RegExp;
  /** Stand beside somebody who is quoted. */
  readonly leads: readonly string[];
  /** Stand between such a word, or the verb, and the name. */
  readonly beforeNames: readonly string[];
  /** In a question, beside the name of who speaks; alternatives of a regular expression, whole words in whatever case. */
  readonly besideSpeaker: string;
}
