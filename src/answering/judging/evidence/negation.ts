import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import type { Comparison } from "../comparing/comparison.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

const negations: Readonly<Record<LanguageCode, RegExp>> = {
  de: /^(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand\p{L}*|nichts|nirgends|nirgendwo|weder|ohne|ausser|ausgenommen|keinerlei|keineswegs|kaum|mangels|weiger\p{L}*|verweiger\p{L}*|fehl(?:t|en|te|ten|end\p{L}*)|verzicht\p{L}*|ausgeschlossen\p{L}*)$/u,
  en: /^(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|cant|\p{L}+nt|except|excluding|hardly|unable|lacks?|lacking|fail(?:s|ed)?|refuse[sd]?)$/u,
};

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

function isNegation({ folded, text, kind }: AnalyzedToken, language: LanguageCode): boolean {
  if (kind !== "word") return false;
  if (language === "en" && folded.endsWith("nt"))
    return (
      /n['’]t$/u.test(text) ||
      /^(?:cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|hasnt|havent|hadnt|couldnt|wouldnt|shouldnt)$/u.test(
        folded,
      )
    );
  return negations[language]?.test(folded) ?? false;
}
