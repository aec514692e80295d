import type { DateWords } from "../../rules/document-rules.ts";

export const germanDates: DateWords = {
  months: [
    ["januar", "jänner", "jaenner"],
    ["februar", "feber"],
    ["märz", "mrz", "maerz"],
    ["april"],
    ["mai"],
    ["juni"],
    ["juli"],
    ["august"],
    ["september"],
    ["oktober", "okt"],
    ["november"],
    ["dezember"],
  ],
  monthsInDates:
    "jan(?:uar|\\.)?|jänner|feb(?:ruar|\\.)?|märz|maerz|apr(?:il|\\.)?|mai|juni?|juli?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|okt(?:ober|\\.)?|nov(?:ember|\\.)?|dez(?:ember|\\.)?",
  weekdays: "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so",
  beforeDay: "de[nmr]",
  beforeTime: "um|gegen",
  afterHour: "uhr\\b",
};
