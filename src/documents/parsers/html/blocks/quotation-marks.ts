import { languageByCode } from "../../../../analysis/languages.ts";
import { type HtmlElement, isElement } from "../dom.ts";

/** Where a language says nothing else. */
const others: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["‘", "’"],
];

export function openingQuote(element: HtmlElement): string {
  return marksOf(element)[0];
}

export function closingQuote(element: HtmlElement): string {
  return marksOf(element)[1];
}

function marksOf(element: HtmlElement): readonly [string, string] {
  let depth = 0;
  let language = element.getAttribute("lang") ?? "";
  for (let node = element.parentNode; node !== null && isElement(node); node = node.parentNode) {
    if (node.localName === "q") depth += 1;
    if (language === "") language = node.getAttribute("lang") ?? "";
  }
  const pairs = languageByCode(language.slice(0, 2).toLowerCase()).documents?.quotationMarks ?? others;
  return pairs[depth % pairs.length] ?? ["“", "”"];
}
