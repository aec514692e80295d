import type { AnalyzedToken } from "../tokens/token.ts";

/** How a language denies. */
export interface NegationRules {
  /** Folded prefixes that turn a word into its opposite: likely, unlikely. */
  readonly prefixes: readonly string[];
  /** Whether a word denies what it stands with: not, never, without. */
  isNegation(token: AnalyzedToken): boolean;
}
