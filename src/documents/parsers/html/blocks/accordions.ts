import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";

/** Marks a part of a page that is hidden until somebody opens it, and what they click to do so. */
export const panelAttribute = "data-panel";
export const panelTitleAttribute = "data-panel-title";

const titleClass = /accordion|collaps|toggle|faq|question/i;
const maxTitleChars = 250;
const minTitleChars = 6;

/**
 * Marks the accordions of a page, whose parts are hidden until they are opened: what a button, a link or a heading
 * controls, and what is hidden right behind a heading or a button. What they say is part of the page's text.
 */
export function markAccordions(page: HtmlPage): void {
  for (const title of page.querySelectorAll(
    "[aria-controls], [data-target], [data-bs-target], [data-toggle='collapse']",
  )) {
    const panel = panelOf(page, title);
    if (panel !== undefined && isTitle(title)) mark(title, panel);
  }
  for (const panel of page.querySelectorAll("[hidden], [aria-hidden='true'], [style]")) {
    if (panel.getAttribute(panelAttribute) !== null || !isHidden(panel) || !isContent(panel)) continue;
    const before = elementBefore(panel);
    if (before !== undefined && isTitle(before) && looksLikeTitle(before)) mark(before, panel);
  }
}

function panelOf(page: HtmlPage, title: HtmlElement): HtmlElement | undefined {
  const target =
    title.getAttribute("aria-controls") ??
    title.getAttribute("data-bs-target") ??
    title.getAttribute("data-target") ??
    title.getAttribute("href");
  const id = target?.trim().replace(/^#/, "") ?? "";
  if (!/^[\w:.-]+$/u.test(id)) return undefined;
  const panel = page.querySelector(`[id="${id}"]`);
  return panel !== null && isContent(panel) ? panel : undefined;
}

/** A menu, a search field or a dialog is opened in the same way, and is no text. */
function isContent(panel: HtmlElement): boolean {
  if (/^(?:nav|ul|ol|form|dialog|aside|header|footer|svg|span|i|button|a)$/.test(panel.localName)) return false;
  if (/^(?:menu|menubar|navigation|listbox|dialog|search|tooltip|alertdialog)$/.test(panel.getAttribute("role") ?? ""))
    return false;
  if (panel.querySelector("nav, form, input, select") !== null) return false;
  return !isWithin(panel, /^(?:nav|header|footer|dialog)$/) && (panel.textContent ?? "").trim() !== "";
}

function isTitle(element: HtmlElement): boolean {
  const chars = (element.textContent ?? "").trim().length;
  return chars >= minTitleChars && chars <= maxTitleChars && !isWithin(element, /^(?:nav|header|footer)$/);
}

function looksLikeTitle(element: HtmlElement): boolean {
  if (/^(?:h[1-6]|button|summary|dt)$/.test(element.localName)) return true;
  if (element.querySelector("button, h1, h2, h3, h4, h5, h6") !== null) return true;
  return titleClass.test(element.getAttribute("class") ?? "") || /\?\s*$/u.test(element.textContent ?? "");
}

function mark(title: HtmlElement, panel: HtmlElement): void {
  const isHeading = /^h[1-6]$/.test(title.localName) || isWithin(title, /^h[1-6]$/);
  title.setAttribute(panelTitleAttribute, isHeading ? "heading" : "label");
  for (const button of title.querySelectorAll("button")) button.setAttribute(panelTitleAttribute, "heading");
  panel.setAttribute(panelAttribute, "");
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true") return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");
}

function isWithin(element: HtmlElement, names: RegExp): boolean {
  for (let node = element.parentNode; node !== null && isElement(node); node = node.parentNode) {
    if (names.test(node.localName)) return true;
  }
  return false;
}

function elementBefore(element: HtmlElement): HtmlElement | undefined {
  let before: HtmlElement | undefined;
  const { parentNode } = element;
  for (let node = parentNode?.firstChild ?? null; node !== null && node !== element; node = node.nextSibling) {
    if (isElement(node)) before = node;
  }
  return before;
}
