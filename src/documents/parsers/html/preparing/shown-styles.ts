import { placeAttribute, struckAttribute } from "../blocks/elements.ts";
import { listStyleAttribute, markerAttribute } from "../blocks/list-numbers.ts";
import type { HtmlElement, HtmlPage } from "../dom.ts";
import { propertiesOf, rulesOf, type StyleRule } from "./style-sheets.ts";

/** Selectors of more than classes, each of which is looked for in the whole page. */
const mostSearches = 40;
/** Lower heights set a line straight; each by its unit. */
const leastHeight: Readonly<Record<string, number>> = {
  em: 0.2,
  rem: 0.2,
  ex: 0.4,
  "%": 20,
  px: 3,
  pt: 2,
  mm: 0.8,
  cm: 0.08,
};
/** Elements of a line, which may stand raised, lowered or struck in it. */
const inline = /^(?:a|abbr|b|big|cite|code|em|font|i|ins|label|mark|small|span|strong|time|tt|u|var)$/;
/** As pages name what they raise, lower and strike in sheets that lie elsewhere. */
const raisedName = /^(?:superscript|hochgestellt|super|sup)$/i;
const loweredName = /^(?:subscript|tiefgestellt|sub)$/i;
const struckName = /^(?:strike-?through|line-through|strike|struck|durchgestrichen)$/i;

type Properties = ReadonlyMap<string, string>;

/**
 * Writes down at each element what its style says of how its words are to be read: raised, lowered, struck out, and how
 * a list counts; by its own `style`, by the page's style sheets, or by its name.
 * @param linked the rules of sheets that the page links, in their order
 * @param hides whether a sheet may hide words for good: pages of the web show them again when somebody asks
 */
export function markShownStyles(page: HtmlPage, linked: readonly StyleRule[] = [], hides = false): void {
  markNamed(page);
  const own = [...page.querySelectorAll("style")].flatMap((sheet) =>
    /\bprint\b/i.test(sheet.getAttribute("media") ?? "") ? [] : rulesOf(sheet.textContent ?? ""),
  );
  const find = elementFinder(page);
  for (const { selector, properties } of [...linked, ...own]) {
    if (!saysSomething(properties)) continue;
    const [, plain = "", before] = /^([\w.#>+~ -]*[\w-])\s*(>\s*li\s*::?before)?$/.exec(selector) ?? [];
    if (plain === "") continue;
    for (const element of find(plain)) {
      if (before !== undefined) markMarker(element, properties);
      else mark(element, properties);
      if (hides && /^none$/i.test(properties.get("display") ?? "")) element.setAttribute(struckAttribute, "");
    }
  }
  for (const element of page.querySelectorAll("[style]")) {
    mark(element, propertiesOf(element.getAttribute("style") ?? ""), true);
  }
}

/** Finds what a selector is for; sheets of whole sites have thousands of selectors, most of them of classes alone. */
function elementFinder(page: HtmlPage): (selector: string) => Iterable<HtmlElement> {
  const ofClass = new Map<string, HtmlElement[]>();
  for (const element of page.querySelectorAll("[class]")) {
    for (const name of new Set((element.getAttribute("class") ?? "").split(/\s+/u))) {
      const known = ofClass.get(name);
      if (known === undefined) ofClass.set(name, [element]);
      else known.push(element);
    }
  }
  let searches = 0;
  return (selector) => {
    const [, tag = "", classes] = /^([a-z\d]*)\.([\w.-]+)$/i.exec(selector) ?? [];
    const [first = "", ...others] = classes?.split(".") ?? [];
    if (first === "") {
      searches += 1;
      return searches > mostSearches ? [] : page.querySelectorAll(selector);
    }
    return (ofClass.get(first) ?? []).filter((element) => {
      if (tag !== "" && element.localName !== tag.toLowerCase()) return false;
      if (others.length === 0) return true;
      const names = (element.getAttribute("class") ?? "").split(/\s+/u);
      return others.every((name) => names.includes(name));
    });
  };
}

function saysSomething(properties: Properties): boolean {
  return [
    "vertical-align",
    "font-variant-position",
    "text-decoration",
    "text-decoration-line",
    "list-style",
    "list-style-type",
    "content",
    "display",
    "top",
  ].some((name) => properties.has(name));
}

function markNamed(page: HtmlPage): void {
  for (const element of page.querySelectorAll(
    "span[class], font[class], em[class], small[class], p[class], div[class]",
  )) {
    const names = (element.getAttribute("class") ?? "").split(/\s+/u);
    const isInline = inline.test(element.localName);
    if (names.some((name) => struckName.test(name))) element.setAttribute(struckAttribute, "");
    if (isInline && names.some((name) => raisedName.test(name))) element.setAttribute(placeAttribute, "raised");
    if (isInline && names.some((name) => loweredName.test(name))) element.setAttribute(placeAttribute, "lowered");
  }
}

function mark(element: HtmlElement, properties: Properties, isOwn = false): void {
  const decoration = properties.get("text-decoration-line") ?? properties.get("text-decoration");
  if (decoration !== undefined) {
    if (/\bline-through\b/i.test(decoration)) element.setAttribute(struckAttribute, "");
    else element.removeAttribute(struckAttribute);
  }
  const place = properties.get("vertical-align") ?? properties.get("font-variant-position");
  if (place !== undefined && inline.test(element.localName)) markPlace(element, place);
  if (/^relative$/i.test(properties.get("position") ?? "") && inline.test(element.localName)) {
    markShift(element, properties.get("top") ?? "");
  }
  if (element.localName !== "ol" && element.localName !== "li") return;
  const style = (properties.get("list-style-type") ?? properties.get("list-style") ?? "").trim().toLowerCase();
  // Sheets take away the signs of lists that they set otherwise.
  if (style !== "" && (isOwn || !/\bnone\b/.test(style))) element.setAttribute(listStyleAttribute, style);
}

/** Words that are moved up or down from their line. */
function markShift(element: HtmlElement, top: string): void {
  const height = heightOf(top);
  if (Math.abs(height) >= 1) element.setAttribute(placeAttribute, height < 0 ? "raised" : "lowered");
}

function markPlace(element: HtmlElement, place: string): void {
  const height = heightOf(place);
  if (/^super$/i.test(place) || height >= 1) element.setAttribute(placeAttribute, "raised");
  else if (/^sub$/i.test(place) || height <= -1) element.setAttribute(placeAttribute, "lowered");
  else element.removeAttribute(placeAttribute);
}

/** In the least height that counts. */
function heightOf(length: string): number {
  const [, number = "", unit = ""] = /^([+-]?[\d.]+)(r?em|ex|px|pt|%|mm|cm)$/i.exec(length) ?? [];
  return Number(number) / (leastHeight[unit.toLowerCase()] ?? 1);
}

/** A list's own counter: `content: "(" counter(items, lower-latin) ") "`. */
function markMarker(list: HtmlElement, properties: Properties): void {
  const content = properties.get("content") ?? "";
  const [, before = "", style = "decimal", after = ""] =
    /^(?:["']([^"'\\]*)["']\s*)?counter\(\s*[\w-]+\s*(?:,\s*([\w-]+)\s*)?\)\s*(?:["']([^"'\\]*)["'])?$/i.exec(
      content,
    ) ?? [];
  if (!/\bcounter\(/i.test(content) || after === "") return;
  list.setAttribute(listStyleAttribute, style.toLowerCase());
  list.setAttribute(markerAttribute, `${before}%${after.trimEnd()} `);
}
