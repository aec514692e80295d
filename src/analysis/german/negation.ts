import type { NegationRules } from "../rules/negation-rules.ts";

const negating =
  /^(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand\p{L}*|nichts|nirgends|nirgendwo|weder|ohne|ausser|ausgenommen|keinerlei|keineswegs|kaum|mangels|weiger\p{L}*|verweiger\p{L}*|fehl(?:t|en|te|ten|end\p{L}*)|verzicht\p{L}*|ausgeschlossen\p{L}*)$/u;

/** How German denies. */
export const germanNegation: NegationRules = {
  prefixes: ["un", "nicht", "miss", "in", "il", "ir", "im", "a", "dis", "non"],
  isNegation: ({ folded, kind }) => kind === "word" && negating.test(folded),
};
