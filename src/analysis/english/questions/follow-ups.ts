import type { FollowUpRules } from "../../rules/questions/follow-up-rules.ts";

/** How English questions depend on the one before. */
export const englishFollowUps: FollowUpRules = {
  opening: /^(?:and|or|but|also|then|what about|how about)(?!\p{L})/iu,
  openingInTalk: /^(?:and|or|but|what about|how about)(?!\p{L})/iu,
  pronoun: /(?<!\p{L})(?:he|him|she|they|them|theirs|hers)(?!\p{L})/u,
  pronounAtStart: /^(?:he|him|she|they)(?!\p{L})/iu,
  // "It" and "there" refer to something only if they do not open a clause: "how much did it cost", "who lives there".
  placedPronoun:
    /(?<!\p{L})(?:does|did|is|was|will|has|had|of|for|about|with|in|to)\s+it(?!\p{L})(?!\s+(?:true|possible|likely|that|take|mean)(?!\p{L}))|(?<!\p{L})there\s*\??$/iu,
  possessive: /(?<!\p{L})(?:his|her|its|their)\s+\p{L}/u,
  demonstrative: /(?<!\p{L})(?:these|those)\s+\p{L}/iu,
  functionWords:
    "who whom whose what when where why how which since until many much long often far old is are was were does did do has had can should the a an it that this so exactly not".split(
      " ",
    ),
  months: /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\p{L}{0,7}\.?)$/iu,
};
