import { escapeHtml } from "../office/escape.ts";

/** Elements that have no content, and that pages of either kind end at once. */
const empty = new Set(
  "area base basefont br col embed frame hr img input isindex keygen link meta param source track wbr".split(" "),
);
const declaration = /^\s*<\?xml[^>]*\?>/i;
const attributes = `(?:[^<>"'/]|"[^"]*"|'[^']*'|/(?!>))*`;
const part = new RegExp(
  [
    "<!--[\\s\\S]*?-->",
    `<(?:script|style)(?:\\s${attributes})?>(?<program>[\\s\\S]*?)</(?:script|style)\\s*>`,
    "<!\\[CDATA\\[(?<data>[\\s\\S]*?)\\]\\]>",
    `<(?<name>[a-z][\\w:.-]*)(?<attributes>${attributes})/>`,
  ].join("|"),
  "gi",
);

/** Whether a page is written as XML: by its name, or by its first words. */
export function isXhtml(html: string, file: string): boolean {
  return /\.xht(?:ml)?$/i.test(file) || declaration.test(html);
}

/**
 * The same page as HTML writes it. There `<script/>`, `<title/>` and `<a id="top"/>` only begin something, which would
 * swallow what follows, and `<![CDATA[` is a comment.
 */
export function htmlOfXhtml(xhtml: string): string {
  const html = xhtml.replace(declaration, "");
  let written = "";
  let at = 0;
  for (const match of html.matchAll(part)) {
    written += html.slice(at, match.index) + partInHtml(match[0], match.groups ?? {});
    at = match.index + match[0].length;
  }
  return written + html.slice(at);
}

function partInHtml(whole: string, { program, data, name, attributes: own = "" }: Record<string, string | undefined>) {
  if (program !== undefined) return whole.replace(/<!\[CDATA\[|\]\]>/g, "");
  if (data !== undefined) return escapeHtml(data);
  return name === undefined || empty.has(name.toLowerCase()) ? whole : `<${name}${own}></${name}>`;
}
