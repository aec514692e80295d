import { type HtmlElement, type HtmlPage, isElement } from "../dom.ts";

/** Elements at whose beginning a box to tick belongs to their words. */
const ticked = new Set(["li", "p", "td", "dt", "dd"]);
/** As programs name the boxes of lists of tasks, and what they draw instead of them. */
const taskNames = /(?:^|[\s_-])(?:task|to-?do)(?:$|[\s_-])/iu;
const drawn = /(?:^|\s)checkbox-(on|off)(?:\s|$)/;

/**
 * Puts the signs of boxes to tick where the page shows them at the beginning of an item or a paragraph: without them
 * nobody can tell what is done from what is still to do.
 */
export function showTicks(page: HtmlPage): void {
  for (const input of [...page.querySelectorAll("input")]) {
    const type = (input.getAttribute("type") ?? "").toLowerCase();
    if (type !== "checkbox" && type !== "radio") continue;
    if (beginsItem(input) && isTask(input)) replace(page, input, input.getAttribute("checked") !== null);
  }
  for (const box of [...page.querySelectorAll("div.checkbox, span.checkbox")]) {
    const state = drawn.exec(box.getAttribute("class") ?? "")?.[1];
    if (state !== undefined && (box.textContent ?? "").trim() === "") replace(page, box, state === "on");
  }
}

/** Boxes that open a menu or a part of the page have a label elsewhere, which names them. */
function isTask(input: HtmlElement): boolean {
  if (input.getAttribute("disabled") !== null || input.getAttribute("id") === null) return true;
  for (let at = parentOf(input); at !== undefined; at = parentOf(at)) {
    if (taskNames.test(at.getAttribute("class") ?? "")) return true;
    if (at.localName === "ul" || at.localName === "ol") break;
  }
  return taskNames.test(input.getAttribute("class") ?? "");
}

/** Whether no words stand before it in the item or paragraph that it is in, and some behind it. */
function beginsItem(input: HtmlElement): boolean {
  let inner = input;
  for (let at = parentOf(inner); at !== undefined; at = parentOf(at)) {
    for (let node = inner.previousSibling; node !== null; node = node.previousSibling) {
      if ((node.textContent ?? "").trim() !== "") return false;
    }
    if (ticked.has(at.localName)) return (at.textContent ?? "").trim() !== "";
    inner = at;
  }
  return false;
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined;
}

function replace(page: HtmlPage, box: HtmlElement, isOn: boolean): void {
  box.parentNode?.insertBefore(page.createTextNode(isOn ? "☒ " : "☐ "), box);
  box.remove();
}
