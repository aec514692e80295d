import type { SideRules } from "../../rules/questions/side-rules.ts";

export const germanSides: SideRules = {
  conjunctions: "und|oder|vs\\.?|versus|sowie|bzw\\.?|gegenüber|als auch",
  afterConjunction: "der|die|das|dem|den|des|ein(?:e[mnrs]?)?|für|bei|beim|im|am|zu[mr]?|vo[nm]|mit",
  comparing: "unterschied\\p{L}*|unterscheide\\p{L}*|vergl(?:eich|ich)\\p{L}*|sowohl|beide[nmrs]?|jeweils|versus|vs",
};
