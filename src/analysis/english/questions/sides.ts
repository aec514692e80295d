import type { SideRules } from "../../rules/questions/side-rules.ts";

export const englishSides: SideRules = {
  conjunctions: "and|or|vs\\.?|versus|compared (?:to|with)",
  afterConjunction: "the|an?|for|with|of",
  comparing: "differen(?:ce|t|ces)|differs?|compar(?:e|ed|ison)|both|versus|vs|respectively",
  articles: "the|an?|my|our|your|their",
};
