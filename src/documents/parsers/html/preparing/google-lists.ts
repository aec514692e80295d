import { type HtmlElement, type HtmlNode, type HtmlPage, isElement } from "../dom.ts";

const listName = /(?:^|\s)(lst-kix_[\w-]+?)-(\d)(?:\s|$)/;

/**
 * Nests lists as Google Docs shows them: it writes every level as a list of its own behind the one before, and goes on with
 * the outer one in a further list.
 */
export function nestGoogleLists(page: HtmlPage): void {
  let open: HtmlElement[] = [];
  let name = "";
  for (const list of [...page.querySelectorAll("ol[class*='lst-kix_'], ul[class*='lst-kix_']")]) {
    const [, own = "", digit = "0"] = listName.exec(list.getAttribute("class") ?? "") ?? [];
    const level = Number(digit);
    const isNext = own !== "" && own === name && elementBefore(list) === open[0];
    const peer = isNext ? open[level] : undefined;
    const outer = isNext ? lastItem(open[level - 1]) : undefined;
    if (peer !== undefined && peer.localName === list.localName) {
      for (const item of childrenOf(list)) peer.appendChild(item);
      list.remove();
      open.length = level + 1;
    } else if (outer !== undefined) {
      outer.appendChild(list);
      open[level] = list;
      open.length = level + 1;
    } else {
      // A list that begins further in has no outer one that others could go on with.
      open = level === 0 ? [list] : [];
      name = level === 0 ? own : "";
    }
  }
}

function lastItem(list: HtmlElement | undefined): HtmlElement | undefined {
  return list === undefined
    ? undefined
    : childrenOf(list)
        .filter(isElement)
        .findLast(({ localName }) => localName === "li");
}

function childrenOf(parent: HtmlElement): HtmlNode[] {
  const children: HtmlNode[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) children.push(node);
  return children;
}

/** The element right before one; undefined where words stand between them. */
function elementBefore(element: HtmlElement): HtmlElement | undefined {
  for (let node = element.previousSibling; node !== null; node = node.previousSibling) {
    if (isElement(node)) return node;
    if ((node.textContent ?? "").trim() !== "") return undefined;
  }
  return undefined;
}
