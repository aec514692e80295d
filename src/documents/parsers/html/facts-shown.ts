import { alternatives } from "../../language-rules.ts";
import { dateAtStart } from "../../metadata/read-date.ts";
import { wordsOnOneLine } from "../extracted-document.ts";
import { type HtmlElement, type HtmlNode, type HtmlPage, isElement } from "./dom.ts";

/** Parts of a page outside the article, whose authors and dates are those of other articles. */
const besides = new Set(["aside", "nav", "footer", "form", "dialog", "template", "noscript", "table", "blockquote"]);
const besidesByName =
  /(?:^|[\s_-])(?:sidebar|related|teaser|recommend\w*|promo|widget|comments?|footer|nav|menu|more|popular|trending|latest|event|calendar|breadcrumb|newsletter|share|social)(?:$|[\s_-])/iu;
const blocks = new Set([
  "p",
  "div",
  "li",
  "td",
  "dd",
  "header",
  "section",
  "article",
  "main",
  "body",
  "h1",
  "h2",
  "figure",
]);
/** The length of a line that says when and by whom something was published; longer ones are sentences. */
const maxLineChars = 160;
/** A paragraph this long is not a line above the article any more. */
const longParagraphChars = 120;
/** Words in a line that mark its date as something other than the date of publication. */
const otherDays = new RegExp(`(?:${alternatives(({ bylines }) => bylines?.otherDays)})`, "iu");
const aroundDates = new RegExp(`^\\s*(?:${alternatives(({ bylines }) => bylines?.aroundDates)})\\b`, "iu");

/** Comments and answers below an article or a question, whose authors and dates are their own. */
const answers = [
  '[itemprop~="comment"]',
  '[itemprop~="suggestedAnswer"]',
  '[itemprop~="acceptedAnswer"]',
  '[itemtype$="/Comment"]',
  '[itemtype$="/Answer"]',
].join(", ");
/** A contribution to a discussion by the name that forums give to it: `post_2`, `comment-17`. */
const contribution = /^(?:p|post|posting|message|msg|comment|reply|answer|entry|article)[-_]?(?:id[-_]?)?\d+$/iu;

/** Names that the article itself shows as its authors'. */
export function namesShown(page: HtmlPage): readonly string[] {
  const isOwn = ownContent(page);
  for (const selector of ['[itemprop~="author"]', '[rel~="author"]', "#title-block-header .author"]) {
    const names = [...page.querySelectorAll(selector)]
      .filter((element) => isOwn(element) && isOfArticle(element, page))
      .flatMap((element) => {
        const name = element.querySelector('[itemprop~="name"]') ?? element;
        return wordsOnOneLine(name.getAttribute("content") ?? name.textContent) ?? [];
      })
      .filter((name) => name.length <= maxLineChars);
    if (names.length > 0) return names;
  }
  return [];
}

/**
 * What the page's own elements say of the day of publication, the surest first: those that are marked as that day, then
 * a date that stands in a line above the article. A date in a sentence is that of an event.
 */
export function timesOfPublication(page: HtmlPage): readonly (string | null)[] {
  const stated = (element: HtmlElement) =>
    element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent;
  const isOwn = ownContent(page);
  const ofArticle = (selector: string) =>
    [...page.querySelectorAll(selector)].filter((element) => isOwn(element) && isOfArticle(element, page));
  const marked = [
    ...ofArticle('[itemprop~="datePublished"], time[pubdate]'),
    ...ofArticle("time.published, time.entry-date, time.dt-published").slice(0, 1),
    ...ofArticle("#title-block-header .date"),
  ];
  const firstParagraph = [...page.querySelectorAll("p")].find(
    ({ textContent }) => (wordsOnOneLine(textContent)?.length ?? 0) >= longParagraphChars,
  );
  const above = ofArticle("time[datetime]").filter(
    (time) => isInDateLine(time) && (firstParagraph === undefined || stands(time, firstParagraph, page)),
  );
  return [...marked, ...above.slice(0, 1)].map(stated);
}

/** Whether elements belong to what a page is about, and not to an answer or a later contribution. */
function ownContent(page: HtmlPage): (element: HtmlElement) => boolean {
  let others: ReadonlySet<HtmlElement> | undefined;
  return (element) => {
    const known = others ?? contentOfOthers(page);
    others = known;
    return ![element, ...ancestorsOf(element)].some((at) => known.has(at));
  };
}

function contentOfOthers(page: HtmlPage): ReadonlySet<HtmlElement> {
  const contributions = new Set(
    [...page.querySelectorAll("[id]")].filter((element) => contribution.test(element.getAttribute("id") ?? "")),
  );
  const first = firstContribution(page, contributions);
  const others = new Set([...page.querySelectorAll(answers), ...contributions]);
  for (const around of first === undefined ? [] : [first, ...ancestorsOf(first)]) others.delete(around);
  return others;
}

/** The contribution that holds the headline, else the first one below it. */
function firstContribution(page: HtmlPage, contributions: ReadonlySet<HtmlElement>): HtmlElement | undefined {
  const headline = page.querySelector("h1");
  const around =
    headline === null ? undefined : ancestorsOf(headline).findLast((element) => contributions.has(element));
  if (around !== undefined) return around;
  let isBelow = headline === null;
  for (const element of page.querySelectorAll("h1, [id]")) {
    if (element === headline) isBelow = true;
    else if (isBelow && contributions.has(element)) return element;
  }
  return undefined;
}

/** Whether an element stands in the article that the page is about, and not beside it. */
function isOfArticle(element: HtmlElement, page: HtmlPage): boolean {
  const above = ancestorsOf(element);
  if (above.some(isBeside)) return false;
  const headline = page.querySelector("h1");
  const article = above.findLast(({ localName }) => localName === "article");
  if (article === undefined || headline === null) return true;
  const own = ancestorsOf(headline).findLast(({ localName }) => localName === "article");
  return own === undefined ? onlyArticle(page) : own === article;
}

function onlyArticle(page: HtmlPage): boolean {
  return [...page.querySelectorAll("article")].length === 1;
}

function isBeside(element: HtmlElement): boolean {
  if (besides.has(element.localName)) return true;
  if (element.localName === "body" || element.localName === "main" || element.localName === "html") return false;
  return besidesByName.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`);
}

/** Whether a date stands in a line that says when something was published, by whom and where, and nothing else. */
function isInDateLine(time: HtmlElement): boolean {
  const block = ancestorsOf(time).findLast(({ localName }) => blocks.has(localName));
  const line = wordsOnOneLine(block?.textContent) ?? "";
  const date = wordsOnOneLine(time.textContent) ?? "";
  if (line.length > maxLineChars || otherDays.test(line) || dateAtStart(date) === undefined) return false;
  if ([...(block?.querySelectorAll("time") ?? [])].length > 1) return false;
  const [before = "", after = ""] = line.split(date);
  return !/[.!?]\s|\d/u.test(before) && !/[.!?]\s+\p{Lu}|^\s+\p{Ll}/u.test(after.replace(aroundDates, ""));
}

/** Whether one element begins before another one does. */
function stands(first: HtmlElement, second: HtmlElement, page: HtmlPage): boolean {
  for (const element of page.querySelectorAll("time, p")) {
    if (element === second) return ancestorsOf(first).includes(second);
    if (element === first) return true;
  }
  return false;
}

/** Outermost first. */
function ancestorsOf(element: HtmlElement): HtmlElement[] {
  const above: HtmlElement[] = [];
  for (let node: HtmlNode | null = element.parentNode; node !== null; node = node.parentNode) {
    if (isElement(node)) above.unshift(node);
  }
  return above;
}
