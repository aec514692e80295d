import type { AnswerRules } from "../rules/answer-rules.ts";
import { englishDates } from "./documents/dates.ts";

const months = englishDates.months.map(([name = ""]) => name).join("|");

/** What English sentences say where they answer. */
export const englishAnswers: AnswerRules = {
  numbers:
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?",
  beforeYear: "year|in|since|until|till|by|from|before|after|was|were",
  times: `${months}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|years?|months?|weeks?|days?|hours?|minutes?|seconds?|[ap]\\.?m|century|centuries|today|yesterday`,
  beforePlace: "in|from|at|to|near",
  articles: "the",
  reasons: "because|since|due|order|reason|therefore|so that",
  persons: "he|she|president|minister|expert|spokes\\p{L}*",
  defining: "is are was were means mean refers denotes describes stands provides allows".split(" "),
  conjunctions: "and|or",
};
