import { type HtmlElement, type HtmlNode, isElement, visit } from "../dom.ts";
import { panelAttribute, panelTitleAttribute } from "./accordions.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Elements whose content readers do not see as text, or see struck out or as a gloss on the words next to it. */
const unread = names(`
  annotation applet area audio base button canvas datalist del dialog embed frame frameset head iframe input link map meta
  noembed noframes noscript object optgroup option param rp rt rtc s script select source strike style svg template textarea title track video
`);

/** Elements that begin and end a paragraph. */
const blocks = names(`
  address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td
  tfoot th thead tr ul
`);

/** Elements of which the page itself says that their words are text. */
const prose = names("p li dd dt blockquote pre address summary");

/** The frame around a page's content. */
const frames = names("nav footer aside");
const frameClasses = names("navheader navfooter pagination pager breadcrumb breadcrumbs prev-next");
const frameRoles = names("navigation banner contentinfo complementary search menu menubar");

export function isBlock(element: HtmlElement): boolean {
  if (blocks.has(element.localName) || element.getAttribute(panelTitleAttribute) === "label") return true;
  return element.localName === "cite" && isAttribution(element);
}

/** Whether it says who is quoted, before or behind the words. */
function isAttribution(cite: HtmlElement): boolean {
  const { parentNode, previousSibling, nextSibling } = cite;
  if (parentNode === null || !isElement(parentNode) || !/^(?:blockquote|div|footer)$/.test(parentNode.localName))
    return false;
  const isIn = (node: HtmlNode | null): boolean => node !== null && isElement(node) && node.localName === "blockquote";
  if (!isIn(parentNode) && !isIn(parentNode.parentNode)) return false;
  const words = (node: HtmlNode | null): string => (node?.textContent ?? "").trim();
  if (words(previousSibling) === "") return /[:：]$/u.test(words(cite));
  return words(nextSibling) === "" && /[.!?…:]["'”“»«’)\]]*$/u.test(words(previousSibling));
}

/** Whether what stands in it stands deeper: items, explanations, and what is folded away under a title. */
export function isDeeper(element: HtmlElement): boolean {
  return /^(?:li|dd|details)$/.test(element.localName) || element.getAttribute(panelAttribute) !== null;
}

/** Whether what follows it, deeper, answers or explains it. */
export function isLabel(element: HtmlElement): boolean {
  return /^(?:dt|summary)$/.test(element.localName) || element.getAttribute(panelTitleAttribute) === "label";
}

export function isProse(element: HtmlElement): boolean {
  return prose.has(element.localName) || element.getAttribute(panelTitleAttribute) === "label";
}

/** Styles of what is hidden. */
const unseen = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether its words are not for readers, or the page hides them. */
export function isUnread(element: HtmlElement): boolean {
  if (element.getAttribute(panelAttribute) !== null) return false;
  const isTitle = element.localName === "button" && element.getAttribute(panelTitleAttribute) !== null;
  if ((unread.has(element.localName) && !isTitle) || element.getAttribute("hidden") !== null) return true;
  // A caption that says the same as its picture is only kept from being read out twice.
  if (element.getAttribute("aria-hidden") === "true" && element.localName !== "figcaption") return true;
  if (element.getAttribute(struckAttribute) !== null) return true;
  if (element.localName === "a" && isBackLink(element)) return true;
  const style = element.getAttribute("style");
  return style !== null && unseen.test(style) && !isFormula(element);
}

/** A formula that is hidden from those who see the picture of it. */
function isFormula(element: HtmlElement): boolean {
  const { firstChild } = element;
  return firstChild !== null && isElement(firstChild) && firstChild.localName === "math";
}

const arrowBack = /^\s*[↩↑⤴⏎↵^]\ufe0e?\ufe0f?\s*$/u;

/** The arrow behind a note that leads back to where it is called. */
function isBackLink(link: HtmlElement): boolean {
  if (link.getAttribute("role") === "doc-backlink") return true;
  const href = link.getAttribute("href") ?? "";
  if (/^#(?:foot|end)note-ref-/.test(href)) return true;
  if (href.startsWith("#") && arrowBack.test(link.textContent ?? "")) return true;
  return /(?:^|\s)footnote-back(?:ref|link)?(?:\s|$)/.test(link.getAttribute("class") ?? "");
}

/** Marks the paragraph that is the title of its page. */
export const titleAttribute = "data-document-title";

/** Whether it is the title that a word processor's style makes of a paragraph. */
export function isDocumentTitle(element: HtmlElement): boolean {
  if (element.getAttribute(titleAttribute) !== null) return true;
  return element.localName === "h1" && element.getAttribute("class") === "document-title";
}

/** As what writes pages names its tables of contents. */
const contentsNames = new Set(["toc", "table-of-contents", "tableofcontents", "doc-toc", "inhaltsverzeichnis"]);

/** Whether it is a table of contents. */
export function isContents(element: HtmlElement): boolean {
  const classes = element.getAttribute("class") ?? "";
  if (element.localName === "p" && classes === "contents") return true;
  if (!["div", "dl", "nav", "ol", "section", "ul"].includes(element.localName)) return false;
  const names = [element.getAttribute("id") ?? "", element.getAttribute("role") ?? "", ...classes.split(/\s+/u)];
  return names.some((name) => contentsNames.has(name.toLowerCase()));
}

/** Whether it belongs to the page's frame and not to its content: a box or a note inside the article is content. */
export function isFrame(element: HtmlElement): boolean {
  const role = element.getAttribute("role") ?? "";
  const classes = (element.getAttribute("class") ?? "").toLowerCase().split(/\s+/u);
  const isNamed = /^(?:div|ol|table|ul)$/.test(element.localName) && classes.some((name) => frameClasses.has(name));
  if (!frames.has(element.localName) && !frameRoles.has(role) && !isNamed) return false;
  return !isNote(element) && !isNoteOfArticle(element);
}

/** Whether it is marked as a note to the text. */
function isNote(element: HtmlElement): boolean {
  const marks = `${element.getAttribute("role") ?? ""} ${element.getAttribute("epub:type") ?? ""}`;
  return /(?:^|\s)(?:doc-)?(?:footnotes?|endnotes?|rearnotes?|notes?)(?:\s|$)/.test(marks);
}

/** Whether it is a box, a correction or a note inside an article, and more than links to others. */
export function isNoteOfArticle(element: HtmlElement): boolean {
  const isBox = element.localName === "aside";
  if (!isBox && element.localName !== "footer") return false;
  const isInside = isWithin(element, articles) || (isBox && isWithin(element, partsOfArticles) && !isSidebar(element));
  return isInside && !isMostlyLinks(element);
}

const articles = names("article main");
/** Where a page marks no article, a box in one of its sections or items is part of its text. */
const partsOfArticles = names("section dd li blockquote figure td");
const sidebarName = /(?:^|[\s_-])(?:side-?bar|related|widgets?|teasers?|promo|menu|nav)(?:$|[\s_-])/i;

function isSidebar(element: HtmlElement): boolean {
  return sidebarName.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`);
}

function isWithin(element: HtmlElement, around: ReadonlySet<string>): boolean {
  for (let node = element.parentNode; node !== null; node = node.parentNode) {
    if (!isElement(node)) return false;
    if (around.has(node.localName) || (around === articles && node.getAttribute("role") === "main")) return true;
  }
  return false;
}

function isMostlyLinks(element: HtmlElement): boolean {
  let [chars, linkChars, open] = [0, 0, 0];
  visit(element, {
    enter: ({ localName }) => {
      if (localName === "a") open += 1;
      return !unread.has(localName);
    },
    leave: ({ localName }) => {
      if (localName === "a") open -= 1;
    },
    text: (text) => {
      const length = text.trim().length;
      chars += length;
      if (open > 0) linkChars += length;
    },
  });
  return linkChars * 2 > chars;
}

export function isCaption(element: HtmlElement): boolean {
  if (element.localName === "figcaption" || element.localName === "caption") return true;
  return (element.getAttribute("class") ?? "")
    .split(/\s+/u)
    .some((name) => /^(?:(?:wp-)?caption(?:-text)?|thumbcaption|gallerytext)$/i.test(name));
}

/** 1 to 6, or undefined where it is no heading. */
export function headingLevel(element: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(element.localName)?.[1] ?? null;
  if (level === null) return undefined;
  return Number(element.getAttribute(levelAttribute) ?? level);
}

/** What the page's styles strike out, and where in its line they put it: `raised` or `lowered`. */
export const struckAttribute = "data-struck";
export const placeAttribute = "data-place";

/** The rule by which an element is no part of the text. */
export const ruleAttribute = "data-rule";

/** Keeps a heading's own level where a library changes its element. */
export const levelAttribute = "data-heading-level";
