/** How a question in a language shows that it depends on the one before; patterns match it as it is written. */
export interface FollowUpRules {
  /** The beginning of one that goes on: "And …". */
  readonly opening: RegExp;
  /** The same as far as it is no remark's in a conversation. */
  readonly openingInTalk: RegExp;
  /** Words that refer to somebody or something mentioned before, wherever they stand. */
  readonly pronoun: RegExp;
  /** The same at its beginning. */
  readonly pronounAtStart: RegExp;
  /** Words that refer to something where they stand in such a place: "how much did it cost"; absent: there are none. */
  readonly placedPronoun?: RegExp;
  /** Before what somebody owns. */
  readonly possessive: RegExp;
  readonly demonstrative: RegExp;
  /** Lower-case words that name nothing. */
  readonly functionWords: readonly string[];
  /** Whole names of months, short ones too. */
  readonly months: RegExp;
}
