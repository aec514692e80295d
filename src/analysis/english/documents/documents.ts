import type { DocumentRules } from "../../rules/document-rules.ts";
import { englishBoilerplate } from "./boilerplate.ts";
import { englishBylines } from "./bylines.ts";
import { englishCaptions } from "./captions.ts";
import { englishDates } from "./dates.ts";
import { englishDiscourse } from "./discourse.ts";
import { englishEndMatter } from "./end-matter.ts";
import { englishMail } from "./mail.ts";
import { englishPlaceholders } from "./placeholders.ts";
import { englishValidity } from "./validity.ts";

/** What documents in English say beside their text. */
export const englishDocuments: DocumentRules = {
  dates: englishDates,
  bylines: englishBylines,
  boilerplate: englishBoilerplate,
  captions: englishCaptions,
  discourse: englishDiscourse,
  endMatter: englishEndMatter,
  mail: englishMail,
  placeholders: englishPlaceholders,
  validity: englishValidity,
  behindSuspendedHyphen: "and|or|to",
  changeRecords: "change[ _-]?logs?|changes|release[ _-]?notes|releases|what['’]?s[ _-]new",
  sideProvisions:
    "penalty provisions?|transitional (?:provisions?|arrangements|rules)|savings? provisions?|commencement|entry into force|coming into force|repeals?",
  frontPages: "about|start|home|intro|overview",
};
