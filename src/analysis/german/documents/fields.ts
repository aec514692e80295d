import type { FieldNames } from "../../rules/document-rules.ts";

/** Names of fields in German front matter. */
export const germanFields: FieldNames = {
  title: ["titel"],
  author: ["autor", "autoren"],
  publisher: ["verlag"],
  date: ["datum"],
  validFrom: ["gültigab", "gültig_ab", "gültig-ab", "gültig ab", "gueltig_ab", "gueltigab", "in_kraft_seit"],
  validUntil: ["gültigbis", "gültig_bis", "gültig-bis", "gültig bis", "gueltig_bis", "gueltigbis"],
  supersedes: ["ersetzt"],
  supersededBy: ["ersetzt_durch", "ersetzt-durch", "ersetzt durch", "ersetztdurch"],
  language: ["sprache"],
};
