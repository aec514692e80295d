import type { Placeholders } from "../../rules/document-rules.ts";

export const germanPlaceholders: Placeholders = {
  authors: "unbekannt|autor(?:in)?|anonym|benutzer|ihr name|gast",
  titles:
    "unbenannt(?:es dokument)?|ohne titel|kein titel|titel|(?:word|excel|powerpoint|pdf) ?dokument|dokument ?\\d*|neues dokument|präsentation ?\\d*|powerpoint[- ]präsentation|folie ?\\d*|vorlage|startseite",
};
