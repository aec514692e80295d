/** The role that a preposition gives to the word behind it. */
export type PlaceRole =
  | "from"
  | "to"
  | "before"
  | "after"
  | "above"
  | "below"
  | "with"
  | "without"
  | "inside"
  | "outside"
  | "until"
  | "since";

/** How a language says where things are, where they go, and who does what to whom; words are folded. */
export interface DirectionRules {
  /** The roles that each preposition gives. */
  readonly prepositions: Readonly<Record<string, readonly PlaceRole[]>>;
  /** Between two words these say which of them comes first: "Ost gegen West". */
  readonly turning: readonly string[];
  /** Function words that tell cases apart; of others, such as in and out, the contrary stands everywhere. */
  readonly tellingWords: readonly string[];
  /** Match the beginning of a question for who does something, and for whom it is done to. */
  readonly asksActor: RegExp;
  readonly asksObject: RegExp;
}
