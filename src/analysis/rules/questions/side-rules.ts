/** How questions in a language set things side by side. Strings are alternatives of a regular expression, in whatever case. */
export interface SideRules {
  /** Between two things. */
  readonly conjunctions: string;
  /** Between a conjunction and the thing: articles, prepositions. */
  readonly afterConjunction: string;
  /** Whole words that announce a comparison. */
  readonly comparing: string;
  /** Whole words before a noun; absent where its capital tells it. */
  readonly articles?: string;
}
