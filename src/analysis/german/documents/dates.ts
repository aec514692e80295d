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
  weekdays: "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so",
  beforeDay: "den",
  beforeTime: "um|gegen",
  afterHour: "uhr\\b",
};
