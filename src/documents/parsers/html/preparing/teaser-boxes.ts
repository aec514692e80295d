import { endMatterHeadings } from "../../../boilerplate/end-matter.ts";
import { barePhrase } from "../../../boilerplate/wording.ts";
import { isUnread, ruleAttribute } from "../blocks/elements.ts";
import { type HtmlElement, type HtmlNode, type HtmlPage, isElement, isText, visit } from "../dom.ts";
import { measureWords } from "../measure.ts";

/** A page with more such headings is an overview of something else. */
const mostBoxes = 50;
/** Longer words, with the white space around them, are no such heading. */
const maxHeadingChars = 200;
/** A page with more elements that are named after teasers is an overview. */
const mostNamed = 100;
/** Boxes wrap their headings and themselves in fewer elements. */
const maxWrappers = 10;
/** A teaser is no longer, links aside. */
const maxTeaserChars = 350;
/** Parts of a page that hold its article, so that none of them is a box in it. */
const wholes = new Set(["html", "body", "main", "article"]);
/** As pages name what leads to other articles whatever stands above it. */
const teaserNames = /(?:^|[\s_-])(?:related\w*|teasers?|recommend\w*|recirculation)(?:$|[\s_-])/iu;
/** As pages name boxes that lead to other articles. */
const boxNames =
  /(?:^|[\s_-])(?:related\w*|teasers?|recommend\w*|recirculation|promo\w*|more|mehr|similar|read-?(?:more|next|also))(?:$|[\s_-])/iu;

/**
 * Marks the boxes inside a page's article that lead to other articles, "Mehr zum Thema": what stands in the element that
 * such a heading opens, or else the lists and lines of links right behind it, and what is named after teasers. The article
 * goes on below them.
 */
export function markTeaserBoxes(page: HtmlPage): void {
  const labels = headingsOfBoxes(page.body);
  if (labels.length === 0 && !hasNamed(page)) return;
  const whole = measureWords(page.body).chars;
  for (const box of namedBoxes(page, whole)) box.setAttribute(ruleAttribute, "teasers");
  for (const label of labels) {
    const box = boxAround(label, whole);
    const parts = box === undefined ? linksBehind(label) : [box];
    if (parts.length === 0) continue;
    for (const part of box === undefined ? [label, ...parts] : parts) part.setAttribute(ruleAttribute, "teasers");
  }
}

function hasNamed(page: HtmlPage): boolean {
  return [...page.querySelectorAll("[class], [id]")].some((element) => teaserNames.test(nameOf(element)));
}

/** Elements that are named after teasers and hold nothing else: their headlines are links. All of an overview does. */
function namedBoxes(page: HtmlPage, whole: number): readonly HtmlElement[] {
  const named = [...page.querySelectorAll("aside, div, ol, section, ul")].filter((element) =>
    teaserNames.test(nameOf(element)),
  );
  if (named.length > mostNamed) return [];
  const boxes = named.filter((element) => {
    if (isUnread(element) || element.querySelector("h1, main") !== null) return false;
    const { chars, linkChars, longestProse } = measureWords(element);
    if (linkChars === 0 || longestProse > maxTeaserChars) return false;
    const headlines = [...element.querySelectorAll("h2, h3, h4, h5, h6")];
    const leadsOn = headlines.length > 0 && headlines.every(isLink);
    return leadsOn || linkChars * 2 > chars;
  });
  const chars = boxes.reduce((sum, box) => sum + measureWords(box).chars, 0);
  return chars * 2 > whole ? [] : boxes;
}

function isLink(heading: HtmlElement): boolean {
  const { parentNode } = heading;
  const isInLink = parentNode !== null && isElement(parentNode) && parentNode.localName === "a";
  return isInLink || heading.querySelector("a[href]") !== null;
}

/** The elements that hold such a heading and nothing else, the outermost of each. */
function headingsOfBoxes(root: HtmlElement): HtmlElement[] {
  const open: HtmlElement[] = [root];
  const found: HtmlElement[] = [];
  visit(root, {
    enter: (element) => {
      if (isUnread(element)) return false;
      open.push(element);
      return true;
    },
    leave: () => {
      open.pop();
    },
    text: (text) => {
      if (text.length > maxHeadingChars) return;
      const phrase = barePhrase(text);
      const parent = open.at(-1);
      if (parent === undefined || endMatterHeadings.get(phrase) !== "strong" || found.length >= mostBoxes) return;
      let label = parent;
      for (let at = open.length - 2; at > Math.max(0, open.length - maxWrappers); at -= 1) {
        const around = open[at];
        if (around === undefined || wholes.has(around.localName)) break;
        if (barePhrase(around.textContent ?? "") !== phrase) break;
        label = around;
      }
      if (!wholes.has(label.localName)) found.push(label);
    },
  });
  return found;
}

/** The outermost element that the heading opens and that holds nothing but links and teasers besides. */
function boxAround(label: HtmlElement, whole: number): HtmlElement | undefined {
  let box: HtmlElement | undefined;
  let inner: HtmlElement = label;
  let wrappers = 0;
  for (let at = label.parentNode; at !== null && isElement(at) && !wholes.has(at.localName); at = at.parentNode) {
    wrappers += 1;
    if (wrappers > maxWrappers || hasTextBefore(inner)) break;
    if (!holdsTeasers(at, label, whole)) break;
    if (hasTextBehind(label, at)) box = at;
    inner = at;
  }
  return box;
}

function holdsTeasers(box: HtmlElement, label: HtmlElement, whole: number): boolean {
  const { chars, linkChars, longestProse } = measureWords(box);
  const rest = chars - measureWords(label).chars;
  if (chars * 2 > whole) return false;
  if (linkChars * 2 > rest) return longestProse <= maxTeaserChars;
  const isNamed = boxNames.test(nameOf(box));
  return isNamed && linkChars > 0 && longestProse <= maxTeaserChars;
}

/** The elements right behind a heading that are links, or lines that are cut off. */
function linksBehind(label: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (let node = label.nextSibling; node !== null; node = node.nextSibling) {
    if (!isElement(node)) {
      if (isText(node) && (node.textContent ?? "").trim() !== "") break;
      continue;
    }
    const words = (node.textContent ?? "").trim();
    if (words === "" || isUnread(node)) continue;
    const { chars, linkChars, longestProse } = measureWords(node);
    const isLinks = linkChars * 2 > chars && longestProse <= maxTeaserChars;
    const isCut = found.length > 0 && words.length <= maxTeaserChars && /(?:…|\.{3})$/u.test(words);
    if (!isLinks && !isCut) break;
    found.push(node);
  }
  return found;
}

function nameOf(element: HtmlElement): string {
  return `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
}

function hasTextBefore(element: HtmlElement): boolean {
  const { parentNode } = element;
  for (let node = parentNode?.firstChild ?? null; node !== null && node !== element; node = node.nextSibling) {
    if (hasText(node)) return true;
  }
  return false;
}

function hasTextBehind(label: HtmlElement, box: HtmlElement): boolean {
  return measureWords(box).chars > measureWords(label).chars;
}

function hasText(node: HtmlNode): boolean {
  if (isElement(node)) return !isUnread(node) && measureWords(node).chars > 0;
  return isText(node) && (node.textContent ?? "").trim() !== "";
}
