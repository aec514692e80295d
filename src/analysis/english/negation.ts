import type { NegationRules } from "../rules/negation-rules.ts";

const negating =
  /^(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|cant|\p{L}+nt|except|excluding|hardly|unable|lacks?|lacking|fail(?:s|ed)?|refuse[sd]?)$/u;
/** People leave the apostrophe out, but not every word that ends in "nt" is a contraction. */
const contraction = /n['’]t$/u;
const contractionWithoutApostrophe =
  /^(?:cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|hasnt|havent|hadnt|couldnt|wouldnt|shouldnt)$/u;

/** How English denies. */
export const englishNegation: NegationRules = {
  prefixes: ["un", "in", "im", "il", "ir", "dis", "non", "a", "mis", "anti"],
  isNegation({ folded, text, kind }) {
    if (kind !== "word") return false;
    return folded.endsWith("nt")
      ? contraction.test(text) || contractionWithoutApostrophe.test(folded)
      : negating.test(folded);
  },
  beforeNouns: "without no lacks lack lacking".split(" "),
  behindVerbs: ["no"],
  inClauses:
    "not never nobody none nowhere neither nor cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt mustnt hasnt havent hadnt couldnt".split(
      " ",
    ),
  sayingNo: "forbidden prohibited banned excluded missing absent".split(" "),
  withoutEnding: /less$/,
  onlySeeming: /(?<!\p{L})(?:not only|(?:how long|since when).*|or not|why not)(?!\p{L})/iu,
  selecting: /^\W*(?:(?:in|at|on|for|with|to)\s+)?(?:who|which|where|whom)(?!\p{L})/iu,
};
