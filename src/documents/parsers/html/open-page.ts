import { parseHTML } from "linkedom";
import type { HtmlElement, HtmlNode, HtmlPage } from "./dom.ts";

/**
 * The page of HTML in any state of completeness, with all of its content in `body`.
 * Scripts are not run and nothing is loaded.
 */
export function openPage(html: string): HtmlPage {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const page: HtmlPage = parseHTML(whole).document;
  gatherInBody(page.documentElement, page.body);
  return page;
}

/** The parser leaves content where it stands: beside the body, where the page has no tags for that. */
function gatherInBody(root: HtmlElement, body: HtmlElement): void {
  let node: HtmlNode | null = root.firstChild;
  while (node !== null) {
    const next: HtmlNode | null = node.nextSibling;
    const name = "localName" in node ? node.localName : undefined;
    if (node !== body && name !== "head") body.appendChild(node);
    node = next;
  }
}
