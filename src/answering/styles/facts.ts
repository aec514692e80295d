import type { Locale } from "../../locales/locale.ts";
import { oneLine } from "../../one-line.ts";
import type { ReferenceData } from "./reference-data.ts";

const words = {
  de: {
    paragraph: "Absatz",
    paragraphs: "Absatz",
    page: "S.",
    slide: "Folie",
    row: "Zeile",
    noDate: "o. D.",
    and: "und",
    quotes: ["„", "“"],
  },
  en: {
    paragraph: "para.",
    paragraphs: "paras.",
    page: "p.",
    slide: "slide",
    row: "row",
    noDate: "n.d.",
    and: "and",
    quotes: ["“", "”"],
  },
} as const;

/** A fact on one line; the same words are the same characters (NFC). */
export function factOnOneLine(text: string): string {
  return oneLine(text.normalize("NFC"));
}

/** A fact that is known; undefined where it is absent or blank. */
export function known(fact: string | undefined): string | undefined {
  const line = factOnOneLine(fact ?? "");
  return line === "" ? undefined : line;
}

/** A name that is stated with the family's first, `Meier, Anna`, in its parts; any other is kept whole. */
export function nameParts(name: string): { readonly family: string; readonly given?: string } {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/u.exec(name) ?? [];
  return family === undefined || given === undefined
    ? { family: name }
    : { family: family.trim(), given: given.trim() };
}

/** The authors as they are stated, in their order; undefined where none is known. */
export function authorsOf({ authors = [] }: ReferenceData, locale: Locale): string | undefined {
  const names = authors.flatMap((name) => known(name) ?? []);
  // A name with a comma inside needs another mark between itself and the next.
  const mark = names.some((name) => name.includes(",")) ? "; " : ", ";
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last;
  return `${names.slice(0, -1).join(mark)} ${words[locale].and} ${last}`;
}

/** The title; in square brackets where the document does not state it itself. */
export function titleOf({ title, titleSource }: ReferenceData): string {
  return titleSource === "described" ? `[${factOnOneLine(title)}]` : factOnOneLine(title);
}

/** A title in the quote marks of the reader's language; a described one has none. */
export function quotedTitle(reference: ReferenceData, locale: Locale, closing = ""): string {
  const title = titleOf(reference);
  const end = /[.?!…]$/u.test(title) ? "" : closing;
  if (reference.titleSource === "described") return `${title}${end}`;
  const [open, close] = words[locale].quotes;
  // English has full stops and commas inside the marks, German outside.
  return locale === "en" ? `${open}${title}${end}${close}` : `${open}${title}${close}${closing}`;
}

/** The year of publication, or that there is none. */
export function yearOf({ published }: ReferenceData, locale: Locale): string {
  return published?.from.slice(0, 4) ?? words[locale].noDate;
}

/** The date as far as it is stated, or that there is none. */
export function dateOf(
  { published }: ReferenceData,
  locale: Locale,
  tag = locale === "de" ? "de-DE" : "en-US",
): string {
  if (published === undefined) return words[locale].noDate;
  const day = new Date(`${published.from}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions =
    published.precision === "year"
      ? { year: "numeric" }
      : published.precision === "month"
        ? { year: "numeric", month: "long" }
        : { dateStyle: "long" };
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(day);
}

/** Page and paragraph: `S. 3, Absatz 7b`; `Absatz 3–5`. */
export function placeInDocument(
  { page, lastPage, pageUnit = "page", paragraph, lastParagraph, part = "" }: ReferenceData,
  locale: Locale,
): string {
  const { paragraph: one, paragraphs: several, [pageUnit]: pageName } = words[locale];
  const place = lastParagraph === undefined ? `${one} ${paragraph}${part}` : `${several} ${paragraph}–${lastParagraph}`;
  return [
    ...(page === undefined ? [] : [`${pageName} ${page}${lastPage === undefined ? "" : `–${lastPage}`}`]),
    place,
  ].join(", ");
}

/** Parts with separators between them, without what is absent; a part's own full stop is not doubled. */
export function sentence(parts: readonly (string | undefined)[], separator: string): string {
  let line = "";
  for (const part of parts) {
    if (part === undefined || part === "") continue;
    const isEnded = separator.startsWith(".") && /[.?!…][”“"]?$/u.test(line);
    line += line === "" ? part : `${isEnded ? separator.slice(1) : separator}${part}`;
  }
  return line;
}

/** A line with a full stop at its end, but for an address, of which it would become a part. */
export function ended(line: string): string {
  return /[.?!…][”“"]?$/u.test(line) || /https?:\/\/\S+$/u.test(line) ? line : `${line}.`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
