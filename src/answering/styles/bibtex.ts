import { exportItem } from "./citation-js.ts";
import { cslItem } from "./csl-json.ts";
import type { ReferenceStyle } from "./style.ts";

export const bibtex: ReferenceStyle = {
  name: "bibtex",
  aliases: ["bib", "latex"],
  description: { de: "BibTeX, für LaTeX", en: "BibTeX, for LaTeX" },
  render: (reference, locale) => exportItem("bibtex", cslItem(reference, locale), writeFact),
};

/** Keeps the day of publication and the language, which BibTeX has no field for. */
export const biblatex: ReferenceStyle = {
  name: "biblatex",
  aliases: ["biber"],
  description: { de: "BibLaTeX, für LaTeX", en: "BibLaTeX, for LaTeX" },
  render: (reference, locale) => exportItem("biblatex", cslItem(reference, locale), writeFact),
};

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\textasciigrave{}",
};

/** Titles are put into braces of their own, so that styles keep their capitals. */
function writeFact(fact: string, field: string): string {
  if (field === "URL") return addressInBraces(fact);
  const escaped = fact
    .replace(/[\\{}~^`]/g, (character) => commands[character] ?? character)
    .replace(/[&%$#_]/g, "\\$&")
    // Two of a kind would become a dash or a quote mark.
    .replace(/([-'])(?=\1)/g, "$1{}");
  return field === "title" ? `{${escaped}}` : escaped;
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
