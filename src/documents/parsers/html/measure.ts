import { isUnread } from "./blocks/elements.ts";
import { type HtmlElement, visit } from "./dom.ts";

export interface PageMeasures {
  readonly elements: number;
  readonly depth: number;
  /** Of the text that readers see, without white space. */
  readonly chars: number;
  /** Of these, those in links. */
  readonly linkChars: number;
}

/** How large, deep and full of links the elements below one are. */
export function measurePage(root: HtmlElement): PageMeasures {
  let [elements, depth, deepest, chars, links, linkChars] = [0, 0, 0, 0, 0, 0];
  visit(root, {
    enter: (element) => {
      elements += 1;
      if (isUnread(element)) return false;
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (element.localName === "a") links += 1;
      return true;
    },
    leave: (element) => {
      depth -= 1;
      if (element.localName === "a") links -= 1;
    },
    text: (text) => {
      const length = text.replace(/\s+/gu, "").length;
      chars += length;
      if (links > 0) linkChars += length;
    },
  });
  return { elements, depth: deepest, chars, linkChars };
}

export interface WordMeasures {
  /** Without white space. */
  readonly chars: number;
  readonly linkChars: number;
  /** The longest run of text outside of links, between two elements. */
  readonly longestProse: number;
}

/** How much text readers see below an element, and how much of it is links. */
export function measureWords(root: HtmlElement): WordMeasures {
  let [chars, linkChars, longestProse, links] = [0, 0, 0, 0];
  visit(root, {
    enter: (element) => {
      if (isUnread(element)) return false;
      if (element.localName === "a") links += 1;
      return true;
    },
    leave: (element) => {
      if (element.localName === "a") links -= 1;
    },
    text: (text) => {
      const length = text.replace(/\s+/gu, "").length;
      chars += length;
      if (links > 0) linkChars += length;
      else longestProse = Math.max(longestProse, text.trim().length);
    },
  });
  return { chars, linkChars, longestProse };
}
