/** Prepositions that say who does what to whom; those that say the same share a name. */
export const germanRoles: ReadonlyMap<string, string> = new Map(
  [
    "von vom durch",
    "an am",
    "bei beim",
    "mit",
    "gegen",
    "fur",
    "uber",
    "aus",
    "nach",
    "vor",
    "zu zum zur",
    "in im ins",
    "wegen aufgrund",
  ].flatMap((group) => group.split(" ").map((word): [string, string] => [word, group])),
);
