import { removeElement, type XmlDocument, type XmlElement } from "../../xml.ts";

/** The paragraph in which an element stands. */
export function paragraphAround(element: XmlElement): XmlElement | undefined {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (at.tagName === "w:p") return at;
  return undefined;
}

export function runOf(document: XmlDocument, text: string): XmlElement {
  const run = document.createElement("w:r");
  run.appendChild(textOf(document, text));
  return run;
}

export function textOf(document: XmlDocument, text: string): XmlElement {
  const element = document.createElement("w:t");
  element.appendChild(document.createTextNode(text));
  return element;
}

export function replace(element: XmlElement, replacement: XmlElement): void {
  element.parentNode?.insertBefore(replacement, element);
  removeElement(element);
}
