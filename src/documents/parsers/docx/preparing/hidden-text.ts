import { childAt, childElements, elementsIn, removeElement, type XmlElement } from "../../xml.ts";
import type { WordStyles } from "./styles.ts";

/** Removes what Word hides or strikes out: runs, table rows, and text that was moved elsewhere. */
export function removeHidden(body: XmlElement, styles: WordStyles): void {
  joinParagraphs(body);
  for (const moved of elementsIn(body, "w:moveFrom", "w:del")) {
    if (!/^w:(?:tr|r)Pr$/.test(moved.parentNode?.tagName ?? "")) removeElement(moved);
  }
  for (const row of elementsIn(body, "w:tr")) {
    const [properties] = childElements(row, "w:trPr");
    const isDeleted = ["w:del", "w:moveFrom"].some((name) => childAt(properties, name) !== undefined);
    if (isDeleted || isOn(childAt(properties, "w:hidden"))) removeElement(row);
  }
  for (const cell of elementsIn(body, "w:tc")) {
    if (childAt(cell, "w:tcPr", "w:cellDel") !== undefined) removeElement(cell);
  }
  for (const table of elementsIn(body, "w:tbl")) if (elementsIn(table, "w:tc").length === 0) removeElement(table);
  for (const run of elementsIn(body, "w:r")) {
    const properties = childAt(run, "w:rPr");
    const style = childAt(properties, "w:rStyle")?.getAttribute("w:val") ?? undefined;
    const own = childAt(properties, "w:vanish");
    const isHidden = own === undefined ? styles.isHidden(style) || styles.isHidden(paragraphStyle(run)) : isOn(own);
    const strikes = [childAt(properties, "w:strike"), childAt(properties, "w:dstrike")];
    const isStruck = strikes.every((strike) => strike === undefined)
      ? styles.isStruck(style) || styles.isStruck(paragraphStyle(run))
      : strikes.some(isOn);
    if (isHidden || isStruck) removeElement(run);
  }
}

/** Whose mark was deleted or moved elsewhere goes on with the next paragraph, as one of its kind. */
function joinParagraphs(body: XmlElement): void {
  for (const paragraph of elementsIn(body, "w:p")) {
    const mark = childAt(paragraph, "w:pPr", "w:rPr");
    if (childAt(mark, "w:del") === undefined && childAt(mark, "w:moveFrom") === undefined) continue;
    const next = nextElement(paragraph);
    if (next?.tagName === "w:p") moveContent(paragraph, next);
    else if (hasText(paragraph)) continue;
    removeElement(paragraph);
  }
}

function hasText(paragraph: XmlElement): boolean {
  return elementsIn(paragraph, "w:t", "w:drawing", "w:object", "w:pict").some((part) => {
    for (let at = part.parentNode; at !== null && at !== paragraph; at = at.parentNode) {
      if (at.tagName === "w:del" || at.tagName === "w:moveFrom") return false;
    }
    return true;
  });
}

/** A property without a value is on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.getAttribute("w:val") ?? "1");
}

/** The style of the paragraph in which a run stands. */
export function paragraphStyle(run: XmlElement): string | undefined {
  let at = run.parentNode;
  while (at !== null && at.tagName !== "w:p") at = at.parentNode;
  return at === null ? undefined : styleOf(at);
}

export function styleOf(paragraph: XmlElement): string | undefined {
  return childAt(paragraph, "w:pPr", "w:pStyle")?.getAttribute("w:val") ?? undefined;
}

/** Puts a first letter that stands as tall as several lines in front of its word. */
export function joinDropCaps(body: XmlElement): void {
  for (const paragraph of elementsIn(body, "w:p")) {
    const cap = childAt(paragraph, "w:pPr", "w:framePr")?.getAttribute("w:dropCap") ?? "none";
    const next = nextElement(paragraph);
    if (cap === "none" || next?.tagName !== "w:p") continue;
    moveContent(paragraph, next);
    removeElement(paragraph);
  }
}

/** Puts what a paragraph holds in front of what the next one does. */
function moveContent(paragraph: XmlElement, next: XmlElement): void {
  const [properties] = childElements(next, "w:pPr");
  const first = properties === undefined ? next.firstChild : properties.nextSibling;
  for (const part of childElements(paragraph)) if (part.tagName !== "w:pPr") next.insertBefore(part, first);
}

function nextElement(element: XmlElement): XmlElement | undefined {
  const siblings = element.parentNode === null ? [] : childElements(element.parentNode);
  return siblings[siblings.indexOf(element) + 1];
}
