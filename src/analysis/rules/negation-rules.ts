import type { AnalyzedToken } from "../tokens/token.ts";

/** How a language denies. */
export interface NegationRules {
  /** Folded prefixes that turn a word into its opposite: likely, unlikely. */
  readonly prefixes: readonly string[];
  /** Whether a word denies what it stands with: not, never, without. */
  isNegation(token: AnalyzedToken): boolean;
  /** Folded words that negate what follows them: without. */
  readonly beforeNouns: readonly string[];
  /** Of these, the ones that negate a verb, too, if they stand behind it: "kauft keine". */
  readonly behindVerbs: readonly string[];
  /** Folded words, without apostrophes, that negate their clause: not, never. */
  readonly inClauses: readonly string[];
  /** Folded words that express a negation by themselves: forbidden. */
  readonly sayingNo: readonly string[];
  /** Matches folded words that deny by their ending: harmless. */
  readonly withoutEnding: RegExp;
  /** Matches what looks like a negation and is none: not only. */
  readonly onlySeeming: RegExp;
  /** Matches the beginning of a question for which of several things is meant. */
  readonly selecting: RegExp;
}
