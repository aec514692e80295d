/**
 * `word`: letters, perhaps with digits; `number`: digits, separators taken out; `date`: a calendar date as ISO; `joined`: a
 * hyphenated word written as one; `name`: a name with marks or figures as a whole (C++, K-4, users.toml), by its key.
 */
export type TokenKind = "word" | "number" | "date" | "joined" | "name";

/** A piece of a text. `start` and `end` are UTF-16 offsets into that text, whatever happened to `text` since. */
export interface Token {
  /** As it stands in the text for words; normalised for numbers, dates and names. */
  readonly text: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A word or number inside a name, which counts in its place. */
  readonly isInName?: true;
}

/** A token after a language's chain of filters. */
export interface AnalyzedToken extends Token {
  /** Lower case, umlauts and accents taken off: what people type and what is written compare equal. */
  readonly folded: string;
  /** What is indexed. */
  readonly stem: string;
  readonly isStopWord: boolean;
}
