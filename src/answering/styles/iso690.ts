import type { Locale } from "../../locales/locale.ts";
import { authorsOf, capitalized, dateOf, ended, known, placeInDocument, sentence, titleOf, yearOf } from "./facts.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { ReferenceStyle } from "./style.ts";

const words = {
  // The standard's German use marks a missing author; its English use begins with the title.
  de: { noAuthor: "o. V.", from: "Verfügbar unter:", dates: "de-DE" },
  en: { noAuthor: undefined, from: "Available from:", dates: "en-GB" },
} as const;

/** After DIN ISO 690, name and date. */
export const iso690AuthorDate: ReferenceStyle = {
  name: "iso690-author-date",
  aliases: ["iso690", "din-iso-690", "din-author-date"],
  description: { de: "DIN ISO 690, Autor-Jahr", en: "ISO 690, author-date" },
  render(reference, locale) {
    const author = authorsOf(reference, locale) ?? words[locale].noAuthor;
    const year = yearOf(reference, locale);
    const title = onlineTitle(reference);
    const lead = author === undefined ? `${title}, ${year}` : `${author}, ${year}`;
    const hasDay = reference.published !== undefined && reference.published.precision !== "year";
    const date = hasDay ? dateOf(reference, locale, words[locale].dates) : undefined;
    return ended(
      sentence(
        [
          lead,
          author === undefined ? undefined : title,
          sentence([known(reference.publisher), date], ", "),
          capitalized(placeInDocument(reference, locale)),
          address(reference, locale),
        ],
        ". ",
      ),
    );
  },
};

/** After DIN ISO 690, running notes. */
export const iso690Footnote: ReferenceStyle = {
  name: "iso690-footnote",
  aliases: ["din-footnote", "din-fussnote", "iso690-note"],
  description: { de: "DIN ISO 690, Fußnote", en: "ISO 690, footnote" },
  render(reference, locale) {
    const author = authorsOf(reference, locale) ?? words[locale].noAuthor;
    const date = dateOf(reference, locale, words[locale].dates);
    const facts = sentence([known(reference.publisher), date, placeInDocument(reference, locale)], ", ");
    const title = onlineTitle(reference);
    const named = author === undefined ? title : `${author}: ${title}`;
    return ended(sentence([named, facts, address(reference, locale)], ". "));
  },
};

/** The medium is named where the document has an address. */
function onlineTitle(reference: ReferenceData): string {
  return known(reference.url) === undefined ? titleOf(reference) : `${titleOf(reference)} [online]`;
}

function address({ url }: ReferenceData, locale: Locale): string | undefined {
  const shown = known(url);
  return shown === undefined ? undefined : `${words[locale].from} ${shown}`;
}
