import type { XmlElement } from "../../xml.ts";

/** Of the outline; what is deeper is text. */
export const deepestLevel = 9;

/** From 1; `text` for what is said to be no heading. */
export function outlineLevelOf(property: XmlElement | undefined): number | "text" | undefined {
  const level = Number(property?.getAttribute("w:val") ?? Number.NaN);
  if (!Number.isInteger(level) || level < 0) return undefined;
  return level < deepestLevel ? level + 1 : "text";
}
