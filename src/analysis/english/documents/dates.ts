import type { DateWords } from "../../rules/document-rules.ts";

export const englishDates: DateWords = {
  months: [
    ["january"],
    ["february"],
    ["march"],
    ["april"],
    ["may"],
    ["june"],
    ["july"],
    ["august"],
    ["september"],
    ["october"],
    ["november"],
    ["december"],
  ],
  weekdays: "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun",
  beforeDay: "the",
  beforeMonth: "of",
  ordinalEndings: "st|nd|rd|th",
  beforeTime: "at",
};
