import { wordsOnOneLine } from "../../extracted-document.ts";
import { panelAttribute, panelTitleAttribute } from "../blocks/accordions.ts";
import { type HtmlElement, type HtmlNode, type HtmlPage, isElement } from "../dom.ts";

const maxNameChars = 100;
/** A page with more of them is made of something else. */
const mostTabs = 500;

/**
 * Puts the name of each tab of a page in front of what it shows, which is read even where the page hides it: the names
 * stand in a row above all of the panels, and say nothing there.
 */
export function markTabs(page: HtmlPage): void {
  const lists = [...page.querySelectorAll("[role='tablist']")];
  if (lists.length > mostTabs || [...page.querySelectorAll("[role='tabpanel']")].length > mostTabs) return;
  for (const list of lists) {
    const tabs = [...list.querySelectorAll("[role='tab']")];
    const panels = panelsOf(page, list, tabs);
    if (panels === undefined || isWithin(list, /^(?:nav|header|footer)$/)) continue;
    for (const [i, panel] of panels.entries()) namePanel(page, panel, wordsOnOneLine(tabs[i]?.textContent) ?? "");
    list.remove();
  }
}

/** The panel of each tab, where every tab has one: by its name, by the panel's, or in their order. */
function panelsOf(page: HtmlPage, list: HtmlElement, tabs: readonly HtmlElement[]): readonly HtmlElement[] | undefined {
  const around = list.parentNode;
  if (tabs.length === 0 || around === null || !isElement(around)) return undefined;
  const all = [...page.querySelectorAll("[role='tabpanel']")];
  const named = tabs.flatMap((tab) => {
    const id = (tab.getAttribute("aria-controls") ?? tab.getAttribute("href") ?? "").replace(/^#/, "");
    const own = tab.getAttribute("id") ?? "";
    const isOwn = (panel: HtmlElement): boolean =>
      (id !== "" && panel.getAttribute("id") === id) || (own !== "" && panel.getAttribute("aria-labelledby") === own);
    return all.find(isOwn) ?? [];
  });
  if (new Set(named).size === tabs.length) return named;
  const within = [...around.querySelectorAll("[role='tabpanel']")].filter((panel) => !isInPanel(panel, around));
  return within.length === tabs.length ? within : undefined;
}

function namePanel(page: HtmlPage, panel: HtmlElement, name: string): void {
  panel.setAttribute(panelAttribute, "");
  if (name === "" || name.length > maxNameChars) return;
  const label = page.createElement("p");
  label.setAttribute(panelTitleAttribute, "label");
  label.appendChild(page.createTextNode(name));
  panel.parentNode?.insertBefore(label, panel);
}

/** Whether a panel lies in another one, which has tabs of its own. */
function isInPanel(panel: HtmlElement, around: HtmlElement): boolean {
  for (let node: HtmlNode | null = panel.parentNode; node !== null && node !== around; node = node.parentNode) {
    if (isElement(node) && node.getAttribute("role") === "tabpanel") return true;
  }
  return false;
}

function isWithin(element: HtmlElement, names: RegExp): boolean {
  for (let node = element.parentNode; node !== null && isElement(node); node = node.parentNode) {
    if (names.test(node.localName)) return true;
  }
  return false;
}
