import { childAt, childElements, elementsIn, removeElement, type XmlDocument, type XmlElement } from "../../xml.ts";
import { paragraphStyle } from "./hidden-text.ts";
import type { WordStyles } from "./styles.ts";

/** Elements around paragraphs and runs that Word shows as if they were not there. */
const containers = ["w:fldSimple", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo", "m:oMathPara"];
const properties = /^(?:w:(?:sdt|sdtEnd|customXml)Pr|m:oMathParaPr)$/;
const mostCells = 63;

/** Puts the content of fields, controls and formulas of their own line where these stand. */
export function unwrapContainers(document: XmlDocument): void {
  for (const container of elementsIn(document.documentElement, ...containers)) {
    for (const child of childElements(container)) {
      if (!properties.test(child.tagName)) container.parentNode?.insertBefore(child, container);
    }
    removeElement(container);
  }
}

/** Says of each run that it stands raised or lowered where its style or its height say so. */
export function writePositions(document: XmlDocument, styles: WordStyles): void {
  for (const run of elementsIn(document.documentElement, "w:r")) {
    const [own] = childElements(run, "w:rPr");
    if (childAt(own, "w:vertAlign") !== undefined) continue;
    const height = Number(childAt(own, "w:position")?.getAttribute("w:val") ?? "0");
    const style = childAt(own, "w:rStyle")?.getAttribute("w:val") ?? undefined;
    const place = height > 0 ? "superscript" : height < 0 ? "subscript" : placeOf(run, style, styles);
    if (place === undefined) continue;
    const align = document.createElement("w:vertAlign");
    align.setAttribute("w:val", place);
    const target = own ?? document.createElement("w:rPr");
    target.appendChild(align);
    if (own === undefined) run.insertBefore(target, run.firstChild);
  }
}

function placeOf(run: XmlElement, style: string | undefined, styles: WordStyles): string | undefined {
  return style === undefined ? undefined : (styles.positionOf(style) ?? styles.positionOf(paragraphStyle(run)));
}

/** Fills the columns that a row leaves out at its beginning. */
export function writeGaps(document: XmlDocument): void {
  for (const row of elementsIn(document.documentElement, "w:tr")) {
    const skipped = Number(childAt(row, "w:trPr", "w:gridBefore")?.getAttribute("w:val") ?? "0");
    const [first] = childElements(row, "w:tc");
    if (first === undefined || !(skipped > 0)) continue;
    for (let i = 0; i < Math.min(skipped, mostCells); i += 1) {
      const cell = document.createElement("w:tc");
      cell.appendChild(document.createElement("w:p"));
      row.insertBefore(cell, first);
    }
  }
}
