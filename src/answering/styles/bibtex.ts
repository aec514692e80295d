import { languages } from "../../analysis/languages.ts";
import type { Locale } from "../../locales/locale.ts";
import { known, nameParts, placeInDocument, titleOf } from "./facts.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { ReferenceStyle } from "./style.ts";

/** BibTeX's own names of the months, which styles translate. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const englishNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** A language as the package babel calls it: by its English name. */
function babelName(code: string): string | undefined {
  return languages.some((language) => language.code === code) ? englishNames.of(code)?.toLowerCase() : undefined;
}

export const bibtex: ReferenceStyle = {
  name: "bibtex",
  aliases: ["bib", "latex"],
  description: { de: "BibTeX, für LaTeX", en: "BibTeX, for LaTeX" },
  render: (reference, locale) => {
    const [year, month, day] = datePartsOf(reference);
    return entry("misc", reference, [
      ...commonFields(reference, locale),
      ["year", inBraces(year)],
      ["month", month === undefined ? undefined : months[Number(month) - 1]],
      ["day", inBraces(day === undefined ? undefined : String(Number(day)))],
    ]);
  },
};

/** Keeps the day of publication and the language, which BibTeX has no field for. */
export const biblatex: ReferenceStyle = {
  name: "biblatex",
  aliases: ["biber"],
  description: { de: "BibLaTeX, für LaTeX", en: "BibLaTeX, for LaTeX" },
  render: (reference, locale) =>
    entry(known(reference.url) === undefined ? "misc" : "online", reference, [
      ...commonFields(reference, locale),
      ["date", inBraces(datePartsOf(reference).join("-") || undefined)],
      ["langid", inBraces(babelName(reference.language))],
    ]),
};

type Field = readonly [name: string, value: string | undefined];

function entry(type: string, { id }: ReferenceData, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`]));
  return [`@${type}{${id},`, ...lines, "}"].join("\n");
}

function commonFields(reference: ReferenceData, locale: Locale): Field[] {
  const { authors = [], publisher, url, citation } = reference;
  const names = authors.flatMap((name) => known(name) ?? []).map(nameInBraces);
  const address = known(url);
  return [
    ["author", names.length === 0 ? undefined : `{${names.join(" and ")}}`],
    // Braces of its own, so that styles keep a title's capitals.
    ["title", `{{${escaped(titleOf(reference))}}}`],
    ["publisher", inBraces(escapedFact(publisher))],
    ["url", inBraces(address === undefined ? undefined : addressInBraces(address))],
    ["note", inBraces(escaped(`${placeInDocument(reference, locale)} · ${citation}`))],
  ];
}

/** As much of year, month and day as is stated. */
function datePartsOf({ published }: ReferenceData): string[] {
  const parts = published?.from.split("-") ?? [];
  return parts.slice(0, published?.precision === "year" ? 1 : published?.precision === "month" ? 2 : 3);
}

function inBraces(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${value}}`;
}

/** In braces, unless the name itself tells the family's from the rest: who is a person is not known. */
function nameInBraces(name: string): string {
  const { family, given } = nameParts(name);
  return given === undefined ? `{${escaped(name)}}` : `{${escaped(family)}}, {${escaped(given)}}`;
}

function escapedFact(fact: string | undefined): string | undefined {
  const shown = known(fact);
  return shown === undefined ? undefined : escaped(shown);
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\textasciigrave{}",
};

function escaped(fact: string): string {
  return (
    fact
      .replace(/[\\{}~^`]/g, (character) => commands[character] ?? character)
      .replace(/[&%$#_]/g, "\\$&")
      // Two of a kind would become a dash or a quote mark.
      .replace(/([-'])(?=\1)/g, "$1{}")
  );
}

/** Percent-encodes what no address may hold, braces that would have to balance, and what readers of BibTeX take for markup. */
function addressInBraces(url: string): string {
  return url
    .replace(/[\\{}^`|"<>\s[\]$]|(?<!:)~|([-'])(?=\1)/g, percentEncoded)
    .replace(/[^\p{ASCII}]+/gu, (characters) => encodeURIComponent(characters));
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
