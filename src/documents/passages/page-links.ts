import { describesText } from "./discourse.ts";

/** Longer words of a link are a statement. */
const maxLinkChars = 160;
/** A link of Markdown with its words, and nothing but a picture before them. */
const link = `\\[(?!!)[^[\\]\\n]{1,${maxLinkChars}}\\]`;
const itemMark = "(?:>\\s*)*(?:(?:[-*+•]|\\d{1,3}[.)])\\s+)?";
/** To another page of the same documents: neither an address nor a place on the same page. */
const toPage = "\\((?![a-z][a-z\\d+.-]*:|//|#)[^()\\s]+\\)";

/** A link to anywhere, whose words may go on in the next line. */
const anyLink = `\\[(?!!)[^[\\]]{1,${maxLinkChars}}\\]\\([^()\\s]+\\)`;
const bareLink = new RegExp(`^(?:[-*+•]\\s+)?${anyLink}(?:\\s*[|·•]\\s*${anyLink})*[.!]?$`, "u");
const lineOfLinks = new RegExp(`^${itemMark}${anyLink}(?:(?:,| [|·])? ${anyLink})*[.,;]?$`, "u");
const linksToPages = new RegExp(`^${itemMark}${link}${toPage}(?:(?:,| [|·])? ${link}${toPage})*[.,;]?$`, "u");
const pageWithNote = new RegExp(
  `^${itemMark}(?:\\*\\*|__)?${link}${toPage}(?:\\*\\*|__)?(?:\\s*:|\\s+[–—-])\\s+(?=\\S)`,
  "u",
);
/** Roles of reStructuredText that lead to another page or section. */
const role = "(?:[-*•]\\s+)?:(?:doc|ref):`[^`\\n]+`[.,;]?";
const rolesAlone = new RegExp(`^${role}$`, "u");
const linkedHeading = new RegExp(`^(?:#{1,6}\\s+)?${link}\\([^()\\s]+\\)\\s*#*\\s*$`, "u");

/** Whether a paragraph is nothing but one link. */
export function isBareLink(words: string): boolean {
  return bareLink.test(words);
}

/** Whether each line of a paragraph is nothing but links, wherever they lead. */
export function isListOfLinks(words: string): boolean {
  const lines = words.split(/[\n\r]+/u).filter((line) => line.trim() !== "");
  return lines.every((line) => lineOfLinks.test(line.trim()));
}

/**
 * Whether a paragraph is a list of links to other pages of the same documents. One of links to somewhere else may name
 * things: what has to be installed.
 */
export function isListOfPages(words: string): boolean {
  const lines = words.split(/[\n\r]+/u).filter((line) => line.trim() !== "");
  return lines.every((line) => linksToPages.test(line.trim()) || rolesAlone.test(line.trim()));
}

/**
 * Whether a paragraph says no more of another page than what kind of text it is: "[Cranes](cranes.md): Information about
 * cranes", or "An overview of our cranes" below a heading that leads there.
 * @param heading the innermost one above the paragraph, with its marks; "" where there is none
 */
export function isOfOtherPage(words: string, heading: string): boolean {
  const [named = ""] = pageWithNote.exec(words) ?? [];
  if (named !== "") return describesText(words.slice(named.length));
  return linkedHeading.test(heading.trim()) && describesText(words);
}
