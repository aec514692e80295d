import type { SubjectRules } from "../../rules/questions/subject-rules.ts";

/** How English questions lead up to their subject. */
export const englishSubjects: SubjectRules = {
  beforeSmallWords:
    /^\s*(?:by whom\s+is\s+|(?:who|what|where|when|how)\s+(?:(?:is|are|was|were|does|do|did|means?)\s+)?)?/iu,
  behindSmallWords: /\s*(?:mean|do|say|about|by|for|from)?[\s?!.…]*$/iu,
  beforeThing: /^\W*(?:(?:what|who)\s+(?:is|are|was)\s+(?:(?:a|an)\s+)?|what\s+(?:does|do)\s+)?/iu,
  behindThing: /\s*(?:mean|do)?[\s?!.…]*$/iu,
  asksWhat: "means mean meaning work works happens happen happened use used explain definition".split(" "),
  asksFact: /^\W*(?:how (?:many|much|long|old|far|often)|when|who|whom|where|why|which)(?!\p{L})/iu,
  asksCount: /(?<!\p{L})how many\s+/iu,
  asksChange:
    /(?<!\p{L})(?:new|newer|newest|news|changed|changes|changelog|fix(?:e[sd])?|added|removed|dropped|deprecated|introduced|release[sd]?|versions?|since|latest|update[sd]?|bring|brings|anymore|no longer|blog)(?!\p{L})/iu,
  asksSideProvision:
    /\b(?:penal\w*|fines?|fined|punish\w*|offen[cs]es?|prison|jail|violat\w*|breach\w*|transition\w*|in force|into force|commence\w*|repeal\w*|since|formerly|previous\w*|happens(?=.*(?:n['’]t|\bnot|\bwithout|\blate|\bfail\w*|\bforg[eo]t)\b)|consequences?|statistic\w*)\b/iu,
  changeList:
    /(?<!\p{L})(?:change\s?-?logs?|changes|release\s?-?notes|releases|release history|version history|history of changes|news|what['’]?s new|blog)(?!\p{L})/iu,
  beforeFiles: "in|from|of|on|at|with|into|inside|under|within|via|the|file",
  // The article, the pronoun, and the O of an address.
  wordsOfOneLetter: ["a", "i", "o"],
  editions: {
    nouns: "version|edition|release",
    formerEdition:
      /(?<!\p{L})(?:in |under |according to |per )?(?:the |an? )?(?:old|older|previous|earlier|former|prior|outdated|superseded|repealed) (?:version|edition|wording|text|rules?|release)s?(?!\p{L})/iu,
    formerTime:
      /(?<!\p{L})(?:formerly|previously|back then|(?:old|former|previous)(?= \p{L}*\s?(?:policy|rules|bylaws|statutes?|regulations?|terms)(?!\p{L})))(?!\p{L})/iu,
    noLongerInForce: /(?<!\p{L})(?:used to|no longer (?:in force|valid)|repealed|superseded)(?!\p{L})/iu,
  },
};
