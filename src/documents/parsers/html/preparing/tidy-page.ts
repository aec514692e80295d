import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";

/** As programs that write pages name the link of a heading to itself. */
const permalinks = new Set(
  "headerlink header-anchor anchor-link anchorjs-link hash-link heading-anchor heading-link permalink direct-link markdownit-header-anchor".split(
    " ",
  ),
);
/** What such a link shows. */
const permalinkSign = /^[\s\u200b]*(?:¶|#{1,6}|§|🔗|⚓︎?|∞|🔖)?(?:\s|\u200b|\ufe0e|\ufe0f)*$/u;
/** What has a link to itself. */
const named = /^(?:h[1-6]|dt|caption|figcaption|summary|span)$/;
/** What wikis put beside headings and notes for their writers. */
const tools =
  ".mw-editsection, .mw-editsection-like, .editsection, .secedit, .mw-cite-backlink, .mw-jump-link, .mw-empty-elt, .wiki-edit-section";
/** Numbers of a note that lead back to where it is called, a second time. */
const backReferences = "span.backrefs, span.fn-backrefs";
const notes = "aside.footnote, aside.citation, div.footnote, div.citation, [role='doc-footnote'], [role='doc-endnote']";

/** Takes out of a page what is for its writers or for links alone, and puts apart and together what its styles do. */
export function tidyPage(page: HtmlPage): void {
  for (const element of [...page.querySelectorAll(`${tools}, ${backReferences}`)]) element.remove();
  for (const link of [...page.querySelectorAll("a[href]")]) if (isPermalink(link)) link.remove();
  for (const number of [...page.querySelectorAll("a.sdfootnotesym, a.sdendnotesym")]) bracket(page, number);
  for (const comment of [...page.querySelectorAll("a[href^='#cmnt']")]) removeComment(comment);
  for (const time of page.querySelectorAll("time")) standApart(page, time);
  for (const note of page.querySelectorAll(notes)) joinLabel(page, note);
}

/** A link within the page that shows a sign alone, in a heading or in what it names. */
function isPermalink(link: HtmlElement): boolean {
  if (!/#/.test(link.getAttribute("href") ?? "") || link.querySelector("img, sup") !== null) return false;
  const words = link.textContent ?? "";
  const isNamed = (link.getAttribute("class") ?? "").split(/\s+/u).some((name) => permalinks.has(name.toLowerCase()));
  const parent = link.parentNode;
  const isInHeading = parent !== null && isElement(parent) && named.test(parent.localName);
  if (!permalinkSign.test(words)) return isNamed && isInHeading && !isAllOf(link, words);
  return isNamed || (isInHeading && words.replace(/[\s\u200b]/gu, "") !== "");
}

/** Whether a link holds all the words of its heading: then it is the heading. */
function isAllOf(link: HtmlElement, words: string): boolean {
  const { parentNode } = link;
  return parentNode !== null && (parentNode.textContent ?? "").trim() === words.trim();
}

/** A comment of Google Docs, below the text, and the letter in the text that leads to it. */
function removeComment(link: HtmlElement): void {
  const parent = link.parentNode;
  if (parent === null || !isElement(parent)) return;
  if (/^cmnt_ref\d+$/.test(link.getAttribute("id") ?? "") && parent.localName === "sup") parent.remove();
  const isComment = /^cmnt\d+$/.test(link.getAttribute("id") ?? "") && parent.localName === "p";
  if (!isComment) return;
  const around = parent.parentNode;
  if (around !== null && isElement(around) && around.localName === "div") around.remove();
  else parent.remove();
}

/** A time touches the words next to it in a page's source only. */
function standApart(page: HtmlPage, time: HtmlElement): void {
  const { parentNode, nextSibling } = time;
  if (parentNode === null) return;
  parentNode.insertBefore(page.createTextNode(" "), time);
  const after = nextSibling !== null && !isElement(nextSibling) ? (nextSibling.textContent ?? "") : "x";
  if (nextSibling !== null && /^[\p{L}\p{N}]/u.test(after))
    parentNode.insertBefore(page.createTextNode(" "), nextSibling);
}

/** The number of a note that LibreOffice writes right in front of its words. */
function bracket(page: HtmlPage, link: HtmlElement): void {
  const number = (link.textContent ?? "").trim();
  if (number === "" || link.parentNode === null) return;
  link.parentNode.insertBefore(page.createTextNode(`[${number}] `), link);
  link.remove();
}

/** Puts a note's number in front of its words. */
function joinLabel(page: HtmlPage, note: HtmlElement): void {
  const label = firstElement(note);
  if (label === undefined || !/(?:^|\s)(?:label|footnote-label)(?:\s|$)/.test(label.getAttribute("class") ?? ""))
    return;
  const text = note.querySelector("p");
  const first = text?.firstChild ?? null;
  const number = (label.textContent ?? "").replace(/\s+/gu, "");
  if (text === null || first === null || number === "") return;
  text.insertBefore(page.createTextNode(`${/^\[/.test(number) ? number : `[${number}]`} `), first);
  label.remove();
}

function firstElement(parent: HtmlElement): HtmlElement | undefined {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) return node;
  return undefined;
}
