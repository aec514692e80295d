import { escapeHtml } from "../office/escape.ts";

/** Elements that have no content, and that pages of either kind end at once. */
const empty = new Set(
  "area base basefont br col embed frame hr img input isindex keygen link meta param source track wbr".split(" "),
);
const declaration = /^\s*<\?xml[^>]*\?>/i;
const opening = /<(?:!--|!\[CDATA\[|(?:script|style)(?=[\s>])|[a-z])/gi;
/** Of what stands in a tag behind its first letter; nobody writes more. */
const mostParts = 400;
const mostChars = 2_000;
const emptyTag = new RegExp(
  `([a-z][\\w:.-]{0,60})((?:[^<>"'/]|"[^"]{0,${mostChars}}"|'[^']{0,${mostChars}}'|/(?!>)){0,${mostParts}})/>`,
  "iy",
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
  const ends = new Ends(html);
  let written = "";
  let at = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const { 0: mark, index } = match;
    const part = partAt(html, index, mark.toLowerCase(), ends);
    if (part === undefined) continue;
    written += html.slice(at, index) + part.shows;
    at = part.end;
    opening.lastIndex = at;
  }
  return written + html.slice(at);
}

interface Part {
  readonly end: number;
  readonly shows: string;
}

function partAt(html: string, start: number, mark: string, ends: Ends): Part | undefined {
  if (mark === "<!--") {
    const end = ends.of("-->", start);
    return end === undefined ? undefined : { end, shows: html.slice(start, end) };
  }
  if (mark === "<![cdata[") {
    const end = ends.of("]]>", start);
    return end === undefined ? undefined : { end, shows: escapeHtml(html.slice(start + mark.length, end - 3)) };
  }
  emptyTag.lastIndex = start + 1;
  const [whole, name = "", attributes = ""] = emptyTag.exec(html) ?? [];
  if (whole !== undefined) {
    const end = start + 1 + whole.length;
    return { end, shows: empty.has(name.toLowerCase()) ? html.slice(start, end) : `<${name}${attributes}></${name}>` };
  }
  if (mark.length === 2) return undefined;
  const end = ends.of(`</${mark.slice(1)}`, start);
  // What a program or a sheet holds is no markup of the page.
  return end === undefined ? undefined : { end, shows: html.slice(start, end).replace(/<!\[CDATA\[|\]\]>/g, "") };
}

/** Where parts of a page end; what is found nowhere below one place is looked for no more. */
class Ends {
  readonly #html: string;
  readonly #missing = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  of(mark: string, from: number): number | undefined {
    if (this.#missing.has(mark)) return undefined;
    const at = this.#html.indexOf(mark, from);
    if (at < 0) this.#missing.add(mark);
    return at < 0 ? undefined : at + mark.length;
  }
}
