/** Messages of a language that do not ask the documents anything; words are folded. */
export interface SmallTalkRules {
  /** Matches greetings, thanks and the like that are in this language alone. */
  readonly ownWords: RegExp;
  /** Whole messages, one a line, without `fillers`. */
  readonly phrases: SmallTalkPhrases;
  /** Words in them that do not matter. */
  readonly fillers: readonly string[];
  /** Matches the opening of a remark that asks nothing, as it is written: "That is wrong." */
  readonly remark: RegExp;
}

/** By their kinds; `help`: what the program can do. */
export interface SmallTalkPhrases {
  readonly help: string;
  readonly thanks: string;
  readonly greeting: string;
  readonly remark: string;
}
