import type { Placeholders } from "../../rules/document-rules.ts";

export const englishPlaceholders: Placeholders = {
  authors:
    "(?:(?:microsoft|windows|office|default|local|unknown)[- ]*)*(?:user(?: ?name)?|account)(?: \\([^()]+\\))?|admin(?:istrator)?|unknown(?: (?:author|creator))?|" +
    "root|owner|author(?: name)?|un-named|anonym(?:ous|us)?(?: \\(not verified\\))?|none|your name|test|guest|preferred customer",
  titles:
    "untitled(?: document)?|unknown title|no ?title|title|(?:word|excel|powerpoint|pdf)[- ]?(?:document|presentation)|document ?\\d*|new document|presentation ?\\d*|slide ?\\d*|anonymous|unspecified|not set|none|template|home|microsoft (?:word|excel|powerpoint) (?:document|presentation)|untitled (?:spreadsheet|presentation|\\d+)|document title|title of (?:the )?document",
  fields: "title|name|names|author|authors|subtitle|subject|company",
};
