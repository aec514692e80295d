import type { Placeholders } from "../../rules/document-rules.ts";

export const germanPlaceholders: Placeholders = {
  authors:
    "unbekannt(?:er (?:autor|benutzer|ersteller|verfasser))?|autor(?:in)?|name(?: des autors| des verfassers)?|verfasser(?:in)?|anonym|" +
    "(?:(?:microsoft|windows|office)[- ]*)*(?:benutzer(?:in)?|anwender(?:in)?|konto)|standard(?:benutzer)?|ihr name|gast(?: \\(nicht überprüft\\))?|besitzer",
  titles:
    "unbenannt(?:es dokument)?|unbekannter titel|ohne titel|kein titel|titel|(?:word|excel|powerpoint|pdf)[- ]?dokument|dokument ?\\d*|neues dokument|präsentation ?\\d*|powerpoint[- ]präsentation|folie ?\\d*|vorlage|startseite|microsoft[- ](?:word|excel|powerpoint)[- ]?(?:dokument|präsentation)|unbenannt ?\\d+|dokumenttitel|titel des dokuments",
  fields: "titel|name|namen|autor|autorin|verfasser|untertitel|thema|betreff|firma|datum",
};
