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
