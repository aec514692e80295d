import { exportItem } from "./citation-js.ts";
import { cslItem } from "./csl-json.ts";
import type { ReferenceStyle } from "./style.ts";

export const ris: ReferenceStyle = {
  name: "ris",
  aliases: ["endnote", "citavi"],
  description: { de: "RIS, für EndNote, Citavi und andere", en: "RIS, for EndNote, Citavi and others" },
  async render(reference, locale) {
    const text = await exportItem("ris", cslItem(reference, locale), (fact) => fact);
    // The end of a record keeps its space: some programs want it.
    return `${text} `.replace(
      /^DA {2}- (\d+)\/(\d*)\/(\d*)\/$/m,
      (_line, year: string, month: string, day: string) => `DA  - ${year}/${padded(month)}/${padded(day)}/`,
    );
  },
};

function padded(part: string): string {
  return part === "" ? "" : part.padStart(2, "0");
}
