import { known, placeInDocument, titleOf } from "./facts.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { ReferenceStyle } from "./style.ts";

export const ris: ReferenceStyle = {
  name: "ris",
  aliases: ["endnote", "citavi"],
  description: { de: "RIS, für EndNote, Citavi und andere", en: "RIS, for EndNote, Citavi and others" },
  render(reference, locale) {
    const { authors = [], url, publisher, language, citation, id } = reference;
    const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
      ["TY", known(url) === undefined ? "GEN" : "ELEC"],
      ["ID", id],
      ...authors.map((name) => ["AU", known(name)] as const),
      ["TI", titleOf(reference)],
      ["PY", reference.published?.from.slice(0, 4)],
      ["DA", dateOf(reference)],
      ["PB", known(publisher)],
      ["LA", language],
      ["UR", known(url)],
      ["N1", `${placeInDocument(reference, locale)} · ${citation}`],
      ["ER", ""],
    ];
    // The end of a record keeps its space: some programs want it.
    return fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`])).join("\n");
  },
};

/** Year, month and day with slashes, as many as are stated; the slashes always. */
function dateOf({ published }: ReferenceData): string | undefined {
  if (published === undefined) return undefined;
  const stated = { year: 1, month: 2, day: 3, minute: 3 }[published.precision];
  const parts = published.from.split("-").map((part, i) => (i < stated ? part : ""));
  return `${parts.join("/")}/`;
}
