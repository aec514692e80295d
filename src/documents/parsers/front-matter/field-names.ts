import { type DocumentRules, saidByAll } from "../../language-rules.ts";

/** What a field says, whatever it is called. */
export type FieldName = keyof NonNullable<DocumentRules["fields"]>;

/** Names that are usual whatever the language of the text. */
const usualNames: Readonly<Record<FieldName, readonly string[]>> = {
  title: ["title", "dc.title", "dcterms.title", "titletext"],
  author: ["author", "authors", "dc.creator", "creator", "by"],
  publisher: ["publisher", "dc.publisher", "site", "source"],
  date: ["date", "date.created", "date.published", "published", "pubdate", "publishdate", "dc.date"],
  validFrom: ["validfrom", "valid_from", "valid-from", "effective", "in_force_from"],
  validUntil: ["validuntil", "valid_until", "valid-until", "validto", "valid_to", "expires"],
  supersedes: ["supersedes", "replaces"],
  supersededBy: ["supersededby", "superseded_by", "superseded-by", "replacedby", "replaced_by", "replaced-by"],
  language: ["lang", "language", "locale", "dc.language"],
};

/** All names of a field in lower case: the usual ones, and those of every language. */
export function namesOf(field: FieldName): readonly string[] {
  return [...usualNames[field], ...saidByAll(({ fields }) => fields?.[field])];
}
