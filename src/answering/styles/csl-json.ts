import * as z from "zod";
import { defined } from "../../defined.ts";
import type { Locale } from "../../locales/locale.ts";
import { known, nameParts, placeInDocument, titleOf } from "./facts.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { ReferenceStyle } from "./style.ts";

/** A reference in the terms of the Citation Style Language 1.0.2. */
export interface CslItem {
  readonly id: string;
  readonly type: "webpage" | "document";
  readonly title: string;
  /** Names are kept as they are stated, unless a comma tells the family's part. */
  readonly author?: readonly (CslName | { readonly literal: string })[];
  readonly publisher?: string;
  readonly issued?: { readonly "date-parts": readonly [readonly number[]] };
  readonly language: string;
  readonly URL?: string;
  /** Where in the document, and the citation id. */
  readonly note: string;
}

interface CslName {
  readonly family: string;
  readonly given: string;
}

export const cslJson: ReferenceStyle = {
  name: "csl-json",
  aliases: ["csl", "json"],
  description: { de: "CSL-JSON, für Zotero und andere", en: "CSL-JSON, for Zotero and others" },
  render: (reference, locale) => JSON.stringify([cslItem(reference, locale)], undefined, 2),
  join: (written) =>
    JSON.stringify(
      written.flatMap((list) => z.array(z.unknown()).parse(JSON.parse(list))),
      undefined,
      2,
    ),
};

export function cslItem(reference: ReferenceData, locale: Locale): CslItem {
  const authors = (reference.authors ?? []).flatMap((name) => known(name) ?? []).map(cslName);
  const publisher = known(reference.publisher);
  const url = known(reference.url);
  const dateParts = datePartsOf(reference);
  return {
    id: reference.id,
    type: url === undefined ? "document" : "webpage",
    title: titleOf(reference),
    ...(authors.length === 0 ? {} : { author: authors }),
    ...defined({ publisher }),
    ...(dateParts === undefined ? {} : { issued: { "date-parts": [dateParts] } }),
    language: reference.language,
    ...defined({ URL: url }),
    note: `${placeInDocument(reference, locale)} · ${reference.citation}`,
  };
}

function cslName(name: string): CslName | { readonly literal: string } {
  const { family, given } = nameParts(name);
  return given === undefined ? { literal: name } : { family, given };
}

/** As many parts as are stated. */
function datePartsOf({ published }: ReferenceData): number[] | undefined {
  if (published === undefined) return undefined;
  const parts = published.from.split("-").map(Number);
  return parts.slice(0, published.precision === "year" ? 1 : published.precision === "month" ? 2 : 3);
}
