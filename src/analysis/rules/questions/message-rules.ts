/** What messages in a language have beside their question; patterns match them as they are written. */
export interface MessageRules {
  /** From the beginning of a message on. */
  readonly greeting: RegExp;
  /** Thanks and the like, to the end of a message. */
  readonly farewell: RegExp;
  /** The beginning of a sentence that is worded as a question. */
  readonly asks: RegExp;
  /** The same without anything before the word that asks. */
  readonly askingWord: RegExp;
  /** "I wonder if …". */
  readonly asksIndirectly: RegExp;
  /** "I am looking for …". */
  readonly seeks: RegExp;
  /** What stands before a clause that asks, inside a sentence; global. */
  readonly beforeAskingClause: RegExp;
  /** Matches what somebody tells of themselves. */
  readonly ofOneself: RegExp;
  /** Folded words of questions that only call for help. */
  readonly callsForHelp: ReadonlySet<string>;
}
