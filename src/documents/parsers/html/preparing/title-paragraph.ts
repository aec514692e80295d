import { wordsOnOneLine } from "../../extracted-document.ts";
import { isUnread, titleAttribute } from "../blocks/elements.ts";
import { type HtmlElement, type HtmlPage, visit } from "../dom.ts";

/** As word processors call the style of a document's title when they write pages. */
const titleClass = /(?:^|\s)(?:title|documenttitle|document-title|doctitle|MsoTitle(?:CxSp\w+)?)(?:\s|$)/i;
const maxTitleChars = 300;

/**
 * Marks the paragraph with the style of a title, or with the words of the page's own, that begins a page as word processors write it: the page's headings
 * are those of its sections then.
 */
export function markTitleParagraph(page: HtmlPage): void {
  const first = firstBlock(page.body);
  if (first?.localName !== "p") return;
  const words = wordsOnOneLine(first.textContent) ?? "";
  const isNamed = titleClass.test(first.getAttribute("class") ?? "");
  if (!isNamed && words !== wordsOnOneLine(page.querySelector("title")?.textContent)) return;
  if (words !== "" && words.length <= maxTitleChars) first.setAttribute(titleAttribute, "");
}

/** The innermost block around the first words of a page. */
function firstBlock(root: HtmlElement): HtmlElement | undefined {
  const open: HtmlElement[] = [];
  let found: HtmlElement | undefined;
  visit(root, {
    enter: (element) => {
      if (found !== undefined || isUnread(element)) return false;
      open.push(element);
      return true;
    },
    leave: () => {
      open.pop();
    },
    text: (text) => {
      if (text.trim() !== "") found ??= open.findLast(({ localName }) => /^(?:p|h[1-6]|div|li|td)$/.test(localName));
    },
  });
  return found;
}
