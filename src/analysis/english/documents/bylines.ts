import type { BylineWords } from "../../rules/document-rules.ts";

export const englishBylines: BylineWords = {
  published:
    "as of|(?:first )?published(?: on)?|posted(?: on)?|released(?: on)?|dated|issued(?: on)?|date|(?:publication|release|issue|creation) date|date published",
  changed: "(?:last )?(?:updated|modified|changed|edited|reviewed|revised|checked)(?: on)?|last update",
  made: "created|written|posted|published|submitted|added|authored|uploaded|saved|started",
  madeAnew: "last (?:modified|edited|updated|changed|revised)|last edit",
  byWhom: "by",
  beforeDates: "on|at",
  inSection: "in|under",
  date: "date",
  by: "[Bb]y|(?:An? )?(?:[Aa]nalysis|[Aa]rticle|[Cc]olumn|[Ee]ssay|[Gg]uide|[Ii]nterview|[Rr]eport|[Rr]eview|[Ss]tory|[Tt]ext|[Ww]ords) by|(?:Authors?|Author\\(s\\)|Minute taker|Minutes taken by)\\s?:|(?:Written|Minutes taken) by",
  notPlaces: "By|Author|Version|Release|Revision",
  editions: "version|revision|rev\\.|release|v\\.?",
  from: "by",
  and: "and",
  otherDays:
    "updated|modified|edited|reviewed|checked|start|event|begins?|ends?|until|deadline|valid|on view|born|died",
  aroundDates: "at|by",
  beforeMeetings: "agenda|invitation|notice",
  datedPapers:
    "invoice|receipt|credit note|quote|quotation|delivery note|judge?ment|agreement|contract|by-?laws|(?:cover )?letter|memo|memorandum",
  eventLabels: "place|venue|location|where|when|time|price",
  eventWords: "start|doors|admission|tickets?",
  minutes: "minutes|meeting notes|stand-?up|press release",
};
