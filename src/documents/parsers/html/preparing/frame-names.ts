import { isUnread, ruleAttribute } from "../blocks/elements.ts";
import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";
import { measureWords } from "../measure.ts";

/** A page with more elements of such names names its content so. */
const mostNamed = 200;
/** A page's foot is a line or two. */
const maxFootChars = 400;

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/u));
/** What leads to other pages wherever it stands: paths to the page, and the boxes and lines below an article of a wiki. */
const leading = list(`
  breadcrumb breadcrumbs breadcrumb-section breadcrumb-trail breadcrumb-nav breadcrumb-navigation rootline navbox vertical-navbox
  navbox-inner catlinks printfooter sitesub sitenotice contentsub skiplinks skip-links
`);
/** What does so if it is made of links: a menu may be one of dishes. */
const menus = list(`
  nav navbar navbar-nav navigation mainnav main-nav main-navigation mainnavigation topnav top-nav subnav sub-nav sidenav side-nav
  leftnav left-nav metanav meta-nav servicenav nav-main nav-menu menu mainmenu main-menu sidemenu side-menu topmenu menubar sidebar
  side-bar toolbar
`);
/** A path by whatever name, if it is as short as one. */
const pathName = /(?:^|[-_])breadcrumbs?$/;
const maxPathChars = 200;
const feet = list("footer site-footer page-footer footer-wrapper fusszeile fußzeile");

/** Marks the frame of a page by the names that its elements have, where they are what they are called. */
export function markNamedFrames(page: HtmlPage): void {
  const named = [
    ...page.querySelectorAll(
      "div[id], div[class], ol[id], ol[class], p[id], p[class], section[class], table[class], ul[id], ul[class]",
    ),
  ]
    .map((element) => ({ element, names: namesOf(element) }))
    .filter(({ names }) =>
      names.some((name) => leading.has(name) || menus.has(name) || feet.has(name) || pathName.test(name)),
    );
  if (named.length > mostNamed) return;
  for (const { element, names } of named)
    if (isFrame(element, names)) element.setAttribute(ruleAttribute, "page-frame");
}

function isFrame(element: HtmlElement, names: readonly string[]): boolean {
  if (isUnread(element) || element.querySelector("h1, main, article") !== null) return false;
  if (names.some((name) => leading.has(name))) return true;
  const { chars, linkChars } = measureWords(element);
  if (names.some((name) => pathName.test(name)) && linkChars > 0 && chars <= maxPathChars) return true;
  if (names.some((name) => menus.has(name)) && linkChars * 2 > chars) return true;
  return (
    names.some((name) => feet.has(name)) && !isInArticle(element) && (chars <= maxFootChars || linkChars * 2 > chars)
  );
}

function namesOf(element: HtmlElement): readonly string[] {
  const words = `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`;
  return words.toLowerCase().split(/\s+/u);
}

function isInArticle(element: HtmlElement): boolean {
  for (let node = element.parentNode; node !== null && isElement(node); node = node.parentNode) {
    if (/^(?:article|main)$/.test(node.localName) || node.getAttribute("role") === "main") return true;
  }
  return false;
}
