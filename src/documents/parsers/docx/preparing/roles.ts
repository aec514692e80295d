import { childAt, childElements, elementsIn, removeElement, type XmlDocument, type XmlElement } from "../../xml.ts";
import { styleOf } from "./hidden-text.ts";
import { deepestLevel, outlineLevelOf } from "./outline-level.ts";
import type { WordStyles } from "./styles.ts";

/** A paragraph with a heading's style that is longer than any heading is a clause of a contract. */
const maxHeadingChars = 300;
/** What is a heading only by its level in the outline is a short line, and no sentence. */
const maxOutlineChars = 160;
/** Ids of styles that no document has. */
const ownStyle = "fundstelle-heading-";

/**
 * Gives paragraphs whose style is based on a heading's, or that have a level in the outline, the style of that heading;
 * and takes it from those that say of themselves that they are text.
 * @returns whether styles must be added: `headingStyles`
 */
export function writeHeadings(document: XmlDocument, styles: WordStyles): boolean {
  let isWritten = false;
  for (const paragraph of elementsIn(document.documentElement, "w:p")) {
    const own = outlineLevelOf(childAt(paragraph, "w:pPr", "w:outlineLvl"));
    const id = styleOf(paragraph);
    const named = styles.headingNameLevel(id);
    const text = elementsIn(paragraph, "w:t")
      .map(({ textContent }) => textContent ?? "")
      .join("")
      .trim();
    if (named !== undefined) {
      if (own === "text" || text.length > maxHeadingChars) setStyle(document, paragraph, undefined);
      continue;
    }
    const level = levelOf(own, styles.outlineLevelOf(id), styles.headingLevelAbove(id), text);
    if (level === undefined || isInCell(paragraph) || text === "" || styles.hasRole(id)) continue;
    setStyle(document, paragraph, `${ownStyle}${level}`);
    isWritten = true;
  }
  return isWritten;
}

function levelOf(
  own: number | "text" | undefined,
  styled: number | "text" | undefined,
  based: number | undefined,
  text: string,
): number | undefined {
  if (own === "text" || (own === undefined && styled === "text")) return undefined;
  if (own === undefined && based !== undefined) return text.length <= maxHeadingChars ? based : undefined;
  const level = own ?? styled;
  return level !== undefined && level !== "text" && text.length <= maxOutlineChars && !/[.;,]$/u.test(text)
    ? level
    : undefined;
}

/** Adds the styles that `writeHeadings` gives to paragraphs. */
export function addHeadingStyles(styles: XmlDocument): void {
  for (let level = 1; level <= deepestLevel; level += 1) {
    const style = styles.createElement("w:style");
    style.setAttribute("w:type", "paragraph");
    style.setAttribute("w:styleId", `${ownStyle}${level}`);
    const name = styles.createElement("w:name");
    name.setAttribute("w:val", `heading ${level}`);
    style.appendChild(name);
    styles.documentElement.appendChild(style);
  }
}

function setStyle(document: XmlDocument, paragraph: XmlElement, id: string | undefined): void {
  const properties = childAt(paragraph, "w:pPr") ?? document.createElement("w:pPr");
  for (const style of childElements(properties, "w:pStyle")) removeElement(style);
  if (properties.parentNode === null) paragraph.insertBefore(properties, paragraph.firstChild);
  if (id === undefined) return;
  const style = document.createElement("w:pStyle");
  style.setAttribute("w:val", id);
  properties.insertBefore(style, properties.firstChild);
}

function isInCell(paragraph: XmlElement): boolean {
  for (let at = paragraph.parentNode; at !== null; at = at.parentNode) if (at.tagName === "w:tc") return true;
  return false;
}
