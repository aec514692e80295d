import { type HtmlElement, isElement } from "../dom.ts";

/** The marks that browsers put around a `q`, by language, the outer ones first. */
const marks: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  de: [
    ["„", "“"],
    ["‚", "‘"],
  ],
  fr: [
    ["« ", " »"],
    ["“", "”"],
  ],
};
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
  const pairs = marks[language.slice(0, 2).toLowerCase()] ?? others;
  return pairs[depth % pairs.length] ?? ["“", "”"];
}
