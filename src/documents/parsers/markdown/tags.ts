import type { TextRange } from "../../document.ts";

/** A tag, a comment or an element that no reader sees, where it stands in a text. */
export interface Tag extends TextRange {
  /** As it is written, in lower case but for components; "" for comments and what no reader sees. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
}

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Elements that stand between paragraphs. */
const blocks = names(`
  address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
  figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem meta
  nav noframes ol optgroup option p param picture pre section source summary table tbody td tfoot th thead title tr track
  ul video audio
`);
const inline = names(`
  a abbr b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark q s samp small span strike
  strong sub sup time tt u var wbr
`);
/** Elements whose content no reader sees as text. */
const unread = names("script style svg template noscript");
/** No tag is longer: whoever looks for the end of each would look through all of a text that has none, again and again. */
const maxTagChars = 8_000;
const voids = names("br hr img input link meta col source track wbr param frame");

/** Whether a tag parts paragraphs: one of a component as well. */
export function isBlockTag({ name }: Tag): boolean {
  return blocks.has(name) || isComponent(name) || isMacro(name) || name === "";
}

/** Of Confluence's own pages: "ac:structured-macro", "ri:page". */
function isMacro(name: string): boolean {
  return /^(?:ac|ri|at):/.test(name);
}

/** Components of JSX begin with a capital letter; `<>` has no name. */
export function isComponent(name: string): boolean {
  return /^(?:\p{Lu}|>)/u.test(name) || name.includes(".");
}

/** All tags of a text, in order. What only looks like a tag, `<file>` in a line of prose, is none. */
export function tagsOf(text: string, range: TextRange): Tag[] {
  const tags: Tag[] = [];
  const last = text.lastIndexOf(">", range.end - 1);
  for (let at = text.indexOf("<", range.start); at >= 0 && at < last; ) {
    const tag = tagAt(text, at, range.end);
    if (tag !== undefined) tags.push(tag);
    at = text.indexOf("<", tag?.end ?? at + 1);
  }
  return tags;
}

function tagAt(text: string, start: number, limit: number): Tag | undefined {
  if (text.startsWith("<!--", start)) {
    const close = text.indexOf("-->", start + 4);
    return hidden(start, close < 0 || close + 3 > limit ? limit : close + 3);
  }
  const [cdata] = /^(?:<!\[CDATA\[|\]\]>)/.exec(text.slice(start, start + 9)) ?? [];
  if (cdata !== undefined) return hidden(start, start + cdata.length);
  const head = /^<(\/?)(>|[A-Za-z][\w.:-]*)/.exec(text.slice(start, Math.min(limit, start + 80)));
  const written = head?.[2];
  if (head === null || written === undefined) return undefined;
  const name = isComponent(written) ? written : written.toLowerCase();
  if (!blocks.has(name) && !inline.has(name) && !unread.has(name) && !isComponent(name) && !isMacro(name))
    return undefined;
  const end = written === ">" ? start + head[0].length : endOfTag(text, start + head[0].length, limit);
  if (end === undefined) return undefined;
  const isClosing = head[1] === "/";
  const isSetting = name === "ac:parameter" && !/ac:name="(?:title|text)"/.test(text.slice(start, end));
  if ((unread.has(name) || isSetting) && !isClosing) {
    const close = new RegExp(`</${name}\\s*>`, "gi");
    close.lastIndex = end;
    const found = close.exec(text);
    return hidden(start, found === null || close.lastIndex > limit ? limit : close.lastIndex);
  }
  const isSelfClosing = text.charAt(end - 2) === "/" || voids.has(name);
  return { start, end, name, isClosing, isSelfClosing };
}

function hidden(start: number, end: number): Tag {
  return { start, end, name: "", isClosing: false, isSelfClosing: true };
}

/** Behind the `>` that ends a tag, quoted values and expressions in braces passed over. */
function endOfTag(text: string, from: number, limit: number): number | undefined {
  let quote = "";
  let braces = 0;
  const end = Math.min(limit, from + maxTagChars);
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || (character === "`" && braces > 0)) quote = character;
    else if (character === "{") braces++;
    else if (character === "}") braces--;
    else if (character === ">" && braces <= 0) return at + 1;
  }
  return undefined;
}
