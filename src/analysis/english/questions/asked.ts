import type { AnswerTypePattern, AskedPattern, AskedRules } from "../../rules/questions/asked-rules.ts";

/** What English questions ask for. Words that ask also join clauses if another question word stands before them. */
export const englishAsked: AskedRules<AskedPattern> = {
  clause: /(?<=\b(?:what|which|who|whom|whose|why|how|where|when)\b.*)\s(?:when|where|who|whom|whose|which)\b.*/su,
  patterns: [
    ["age", /\b(?:how old|(?:at )?(?:what|which) age)\b/u],
    [
      "money",
      /\b(?:how much (?:money|do(?:es)? .* (?:cost|earn|pay|spend|charge)|did .* (?:cost|earn|pay|spend|charge)|is the (?:\p{L}+ ){0,2}(?:fee|price|cost|charge|rent|salary|budget|fine|discount))|how expensive|what (?:is|was) the (?:\p{L}+ ){0,2}(?:price|cost|fee|salary|budget|revenue)|what (?:do|does|did) .* cost)\b/u,
    ],
    ["percent", /\b(?:(?:what|which) (?:percentage|percent|share|proportion)|how many percent)\b/u],
    ["frequency", /\bhow (?:often|frequently|many times)\b/u],
    ["duration", /\bhow (?:long (?:do|does|did|has|have|had|is|was|were|will|can|must|should|may|ago)|much time)\b/u],
    ["measure", /\bhow (?:high|tall|deep|wide|thick|far|long)\b/u, "length"],
    ["measure", /\bhow (?:heavy|much do(?:es)? .* weigh)\b/u, "weight"],
    ["measure", /\bhow fast\b/u, "speed"],
    ["measure", /\bhow (?:hot|cold|warm)\b|\bwhat temperature\b/u, "temperature"],
    ["measure", /\bhow (?:big|large|small)\b/u, "size"],
    [
      "condition",
      /\b(?:under (?:what|which) (?:circumstances?|conditions?)|in (?:what|which) cases?|what happens (?:if|when)|when (?:can|may|must|should) (?:i|you|we|one|it|they|the|an?))\b/u,
    ],
    ["count", /\b(?:how many|(?:what|which) number|what (?:is|was) the (?:total )?number)\b/u],
    ["measure", /\bhow much\b/u, "amount"],
    [
      "time",
      /\b(?:when|(?:what|which) (?:year|years|day|date|month|century|decade|time|season|era|period)|since when|until when)\b/u,
    ],
    [
      "place",
      /\b(?:where|(?:what|which) (?:city|cities|country|countries|place|places|town|state|region|continent|location|island|street|area))\b/u,
    ],
    [
      "reason",
      /\b(?:why|for what reason|(?:what|which) (?:is|was|were|are) the (?:reason|cause|reasons|causes)|how come|what (?:caused|causes|led to))\b/u,
    ],
    ["aim", /\b(?:what .* (?:used )?for|for what purpose|(?:what|which) (?:is|was) the (?:purpose|aim|goal))\s*\??$/u],
    [
      "name",
      /\bwhat (?:is|was|are|were) (?:the |its |their |his |her |\p{L}+s )?(?:names?)\b|\b(?:is|was|are|were) .* called\b|\bwhat .* (?:called|named|known as)\b/u,
    ],
    [
      "person",
      /\b(?:who|whom|whose|(?:what|which) (?:person|people|man|woman|king|president|author|artist|scientist))\b/u,
    ],
    ["definition", /^\W*(?:what (?:is|are|was|were)(?: a| an)?|what does .* mean|define)\b/u],
    [
      "which",
      /\b(?:which|what (?:kind|type|sort|form|kinds|types)s? of|what(?= \p{L}+ (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|should|\p{L}+s|\p{L}+ed)\b))\b/u,
    ],
    ["manner", /\bhow\b/u],
    ["what", /\bwhat(?:s)?\b/u],
    ["yes-no", /^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|may|must|should|will|would|am)\b/u],
  ],
};

/** The same in a few kinds: "how many years" asks for a number. */
export const englishAnswerTypes: AskedRules<AnswerTypePattern> = {
  clause: /(?<=\b(?:what|which|who|whom|whose|why|how|where|when)\b.*)\s(?:when|where|who|whom|whose)\b.*/is,
  patterns: [
    ["number", /\bhow (?:many|much|high|large|big|long|far|often|old|tall)\b/i],
    [
      "time",
      /\b(?:when|since when|in what (?:year|month|century)|in which (?:year|month|century)|(?:what|which) (?:year|time|day|date))\b/i,
    ],
    ["place", /\b(?:where|in what (?:city|country|place)|in which (?:city|country|place))\b/i],
    ["reason", /\b(?:why|for what reason|how come)\b/i],
    ["person", /\b(?:who|whom|whose)\b/i],
  ],
};
