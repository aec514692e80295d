import {
  authorsOf,
  capitalized,
  dateOf,
  ended,
  known,
  placeInDocument,
  quotedTitle,
  sentence,
  yearOf,
} from "./facts.ts";
import type { ReferenceStyle } from "./style.ts";

/** After the Chicago Manual of Style, author-date: without an author the publisher leads, without either the title. */
export const chicagoAuthorDate: ReferenceStyle = {
  name: "chicago-author-date",
  aliases: ["chicago", "author-date", "autor-jahr"],
  description: { de: "Chicago, Autor-Jahr", en: "Chicago, author-date" },
  render(reference, locale) {
    const author = authorsOf(reference, locale);
    const publisher = known(reference.publisher);
    const leads = author ?? publisher;
    const year = yearOf(reference, locale);
    const title = quotedTitle(reference, locale, ".");
    const hasDay = reference.published !== undefined && reference.published.precision !== "year";
    return ended(
      sentence(
        [
          ...(leads === undefined ? [title, year] : [leads, year, title]),
          author === undefined ? undefined : publisher,
          hasDay ? dateOf(reference, locale) : undefined,
          capitalized(placeInDocument(reference, locale)),
          known(reference.url),
        ],
        ". ",
      ),
    );
  },
};

/** After the Chicago Manual of Style, notes: what is not known is left out, but for the date. */
export const chicagoFootnote: ReferenceStyle = {
  name: "chicago-footnote",
  aliases: ["chicago-note", "footnote", "fussnote", "fußnote"],
  description: { de: "Chicago, Fußnote", en: "Chicago, footnote" },
  render(reference, locale) {
    const rest = sentence(
      [known(reference.publisher), dateOf(reference, locale), placeInDocument(reference, locale), known(reference.url)],
      ", ",
    );
    const author = authorsOf(reference, locale);
    const title = quotedTitle(reference, locale, ",");
    // A title's own question mark stands for the comma.
    return ended(`${author === undefined ? "" : `${author}, `}${title} ${rest}`);
  },
};
