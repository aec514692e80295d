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
  monthsInDates:
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?",
  weekdays: "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun",
  beforeDay: "the",
  beforeMonth: "of",
  ordinalEndings: "st|nd|rd|th",
  beforeTime: "at",
};
