import type { Placeholders } from "../../rules/document-rules.ts";

export const englishPlaceholders: Placeholders = {
  authors:
    "user|admin(?:istrator)?|unknown(?: author)?|root|owner|author|anonym(?:ous|us)?|microsoft(?: office)? user|none|your name|test|guest",
  titles:
    "untitled(?: document)?|no ?title|title|(?:word|excel|powerpoint|pdf) ?(?:document|presentation)|document ?\\d*|new document|presentation ?\\d*|slide ?\\d*|anonymous|unspecified|not set|none|template|home",
};
