import { loweredText, raisedText } from "../../raised-text.ts";
import { type HtmlElement, isElement, visit } from "../dom.ts";
import { isUnread, placeAttribute } from "./elements.ts";
import { mathText } from "./math-text.ts";

/** What is longer does not stand raised or lowered for what it says. */
const maxPlacedChars = 40;

/**
 * The words of an element that a line shows otherwise than its letters alone would: raised, lowered, or as a formula.
 * @param before the end of the words before it
 * @returns undefined for all other elements
 */
export function inlineTextOf(element: HtmlElement, before: string): string | undefined {
  const place = element.getAttribute(placeAttribute);
  if (place !== null && element.querySelector("sup, sub") === null) {
    const words = wordsOf(element);
    if (words.length > maxPlacedChars) return undefined;
    return place === "raised" ? raisedText(words, before, leadsToNote(element)) : loweredText(words, before);
  }
  switch (element.localName) {
    case "sup":
      return numberedNote(raisedText(wordsOf(element), before, leadsToNote(element)), before);
    case "sub":
      return loweredText(wordsOf(element), before);
    case "a":
      return isNoteReference(element) ? raisedText(wordsOf(element), before, true) : undefined;
    case "math":
      return mathText(element);
    default:
      return undefined;
  }
}

/** The number at the beginning of a note stands apart from its words. */
function numberedNote(text: string, before: string): string {
  return before.trim() === "" && /^\[.*\]$/u.test(text) ? `${text} ` : text;
}

/** The words that readers see in it. */
function wordsOf(element: HtmlElement): string {
  const pieces: string[] = [];
  visit(element, { enter: (inner) => !isUnread(inner), leave: () => undefined, text: (text) => pieces.push(text) });
  return pieces.join("").replace(/\s+/gu, " ");
}

/** What books and office programs mark as leading to a note. */
function isNoteReference(link: HtmlElement): boolean {
  const named = `${link.getAttribute("epub:type") ?? ""} ${link.getAttribute("role") ?? ""} ${link.getAttribute("class") ?? ""}`;
  return (
    /(?:^|\s)(?:doc-)?noteref(?:\s|$)|(?:^|\s)footnote-ref(?:erence)?(?:\s|$)/.test(named) &&
    link.querySelector("sup") === null
  );
}

/** Links within the page that stand raised lead to notes. */
function leadsToNote(element: HtmlElement): boolean {
  const link = element.querySelector("a[href]") ?? linkAround(element);
  return link !== null && /^#|\b(?:foot|end)?note/i.test(link.getAttribute("href") ?? "");
}

function linkAround(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) && parent.localName === "a" ? parent : null;
}
