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

function isNegation(token: AnalyzedToken, language: LanguageCode): boolean {
  return languageByCode(language).negation?.isNegation(token) ?? false;
}
