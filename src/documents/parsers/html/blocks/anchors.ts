import { type HtmlElement, isElement } from "../dom.ts";

/** Longer ids are not names that a person chose. */
const maxAnchorChars = 200;

/** Where browsers and Readability put ids of their own. */
const foreign = /^(?:readability-|main$|content$|top$|page$)/i;

/** The element's `id`, where it names a place of the text. */
export function anchorOf(element: HtmlElement): string | undefined {
  return asAnchor(element.getAttribute("id"));
}

/** A heading's own `id`, that of something in it, or that of the section which it opens. */
export function headingAnchorOf(heading: HtmlElement): string | undefined {
  const own = anchorOf(heading);
  if (own !== undefined) return own;
  const inner = heading.querySelector("[id]");
  if (inner !== null) return anchorOf(inner);
  const named = asAnchor(heading.querySelector("a[name]")?.getAttribute("name"));
  if (named !== undefined) return named;
  const parent = heading.parentNode;
  if (parent === null || !isElement(parent) || !/^(?:section|article|div)$/.test(parent.localName)) return undefined;
  return firstElementIn(parent) === heading ? anchorOf(parent) : undefined;
}

function asAnchor(name: string | null | undefined): string | undefined {
  const anchor = name?.trim() ?? "";
  return anchor === "" || anchor.length > maxAnchorChars || /\s/u.test(anchor) || foreign.test(anchor)
    ? undefined
    : anchor;
}

function firstElementIn(parent: HtmlElement): HtmlElement | undefined {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) return node;
  return undefined;
}
