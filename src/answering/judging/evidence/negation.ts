import { languageByCode } from "../../../analysis/languages.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import type { Comparison } from "../comparing/comparison.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** The question is about what is not so, and the best sentence denies nothing. */
export const missingNegation: EvidenceKind<"missingNegation"> = {
  name: "missingNegation",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => (negationOf(comparison) === undefined ? 0 : 1),
  finding: (comparison) => {
    const word = negationOf(comparison);
    return word === undefined ? undefined : { what: "negation-missing", words: [word] };
  },
};

function negationOf({ question, best, passage }: Comparison): string | undefined {
  const asked = question.tokens.find((token) => isNegation(token, question.language));
  if (asked === undefined || best.tokens.some((token) => isNegation(token, passage.language))) return undefined;
  return asked.text;
}

/** How many words before another may deny it. */
const reach = 2;

/** Whether a word stands behind one that denies it: "nicht oft", "not likely". */
export function isDenied(tokens: readonly AnalyzedToken[], at: number, language: LanguageCode): boolean {
  return at >= 0 && tokens.slice(Math.max(0, at - reach), at).some((token) => isNegation(token, language));
}

function isNegation(token: AnalyzedToken, language: LanguageCode): boolean {
  return languageByCode(language).negation?.isNegation(token) ?? false;
}
