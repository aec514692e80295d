import type { DocumentRules } from "../../rules/document-rules.ts";
import { germanBoilerplate } from "./boilerplate.ts";
import { germanBylines } from "./bylines.ts";
import { germanCaptions } from "./captions.ts";
import { germanDates } from "./dates.ts";
import { germanDiscourse } from "./discourse.ts";
import { germanEndMatter } from "./end-matter.ts";
import { germanFields } from "./fields.ts";
import { germanMail } from "./mail.ts";
import { germanPlaceholders } from "./placeholders.ts";
import { germanValidity } from "./validity.ts";

/** What documents in German say beside their text. */
export const germanDocuments: DocumentRules = {
  quotationMarks: [
    ["„", "“"],
    ["‚", "‘"],
  ],
  dates: germanDates,
  bylines: germanBylines,
  boilerplate: germanBoilerplate,
  captions: germanCaptions,
  discourse: germanDiscourse,
  endMatter: germanEndMatter,
  fields: germanFields,
  mail: germanMail,
  placeholders: germanPlaceholders,
  validity: germanValidity,
  behindSuspendedHyphen: "und|oder|bis|sowie|bzw",
  changeRecords:
    "änderungs(?:protokoll|verlauf|historie|liste|übersicht)|versions(?:geschichte|hinweise|verlauf)|neuerungen",
  sideProvisions:
    "(?:Straf|Bu(?:ß|ss)geld)(?:vorschrift|bestimmung)en|Ordnungswidrigkeiten|(?:Übergangs|Überleitungs|Anwendungs)(?:vorschrift|regelung|bestimmung)(?:en)?|Überleitung|In-?[Kk]raft-?[Tt]reten|Au(?:ß|ss)er-?[Kk]raft-?[Tt]reten|(?:Verordnungs)?[Ee]rmächtigung(?:en)?|Evaluationsbericht|Bundesstatistik|Erhebungsmerkmale|Hilfsmerkmale",
  frontPages: "start|einleitung|einführung|übersicht|vorwort",
};
