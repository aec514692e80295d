import type { DirectionRules } from "../rules/direction-rules.ts";

export const englishDirections: DirectionRules = {
  prepositions: {
    from: ["from", "since"],
    to: ["to"],
    into: ["to"],
    before: ["before"],
    after: ["after"],
    above: ["above"],
    over: ["above"],
    below: ["below"],
    under: ["below"],
    with: ["with"],
    without: ["without"],
    inside: ["inside"],
    within: ["inside"],
    outside: ["outside"],
    until: ["until"],
    till: ["until"],
    since: ["since"],
  },
  turning: "in into to over versus vs per".split(" "),
  tellingWords:
    "before after until since with without for against most more always all above below inside outside".split(" "),
  asksActor: /^\W*who\s+/iu,
  asksObject: /^\W*whom\s+/iu,
};
