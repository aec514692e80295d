import { isBox, isIcon, isSilent, shortcodesIn } from "../../documents/parsers/markdown/shortcodes.ts";
import { loweredText, raisedText } from "../../documents/parsers/raised-text.ts";
import type { InlineMark } from "./inline-marks.ts";

/** "[[Page|words]]", "[[Page#Section]]", "![[picture.png|words]]" of a wiki. */
const wikiLink = /(!?)\[\[([^[\]|\n]{1,200}?)(?:\\?\|([^[\]\n]{1,200}))?\]\]/gu;
/** "==marked==" */
const highlight = /(?<![=\p{L}\p{N}<>!])==(?=[^\s=])((?:(?!\n[ \t]*\n)[^=]){1,400}?)(?<=[^\s=])==(?![=\p{L}\p{N}])/gu;
/** "%%a comment%%" of Obsidian, "{>>a comment<<}" of CriticMarkup, one of MDX. */
const comment =
  /%%(?=\S)(?:(?!%%|\n)[\s\S]){1,400}%%|\{>>(?:(?!<<\})[\s\S]){1,400}<<\}|\{\/\*(?:(?!\*\/)[\s\S]){0,400}\*\/\}|\]\]>|<!\[CDATA\[|<ac:parameter(?![^<>]*ac:name="(?:title|text)")[^<>]*>[^<>]{0,200}<\/ac:parameter>/gu;
/** The name of a paragraph at the end of a line. */
const blockId = /[ \t]+\^(?=[\w-]*\p{L})[\w-]{2,40}(?=[ \t]*(?:[\n\r]|$))/gu;
/** Of a link, a picture or code: "[Go](#){ .md-button }", "{target=_blank}". */
const attribute = '(?:[.#][\\w-]+|[\\w-]+=(?:"[^"{}]*"|[^\\s{}"]+))';
const attributes = new RegExp(`(?<=[)\\]\`*_])\\{:?[ \\t]*${attribute}(?:[ \\t]+${attribute})*[ \\t]*\\}`, "gu");
/** At the end of a heading, a formula or the caption of a table: "{#sec-plan .unnumbered}". */
const lineAttributes = /[ \t]+\{[#.][^{}\n]{1,200}\}(?=[ \t]*(?:[\n\r]|$))/gu;
/** Of Material for MkDocs: ":material-alert:", ":fontawesome-brands-github:". */
const icon = /:(?:material|fontawesome|octicons|simple)-[\w-]{1,80}:(?:\{[^{}\n]{0,80}\})?[ \t]?/gu;
const edits = /\{(\+\+|--|==|~~)((?:(?!\1\})[\s\S]){1,400}?)\1\}/gu;
/** "10^6^" and "H~2~O" of pandoc. */
const script = /(?<=[\p{L}\p{N})])(?:\^([\p{L}\p{N}+−-]{1,12})\^|~([\p{L}\p{N}+−-]{1,12})~(?!~))/gu;
/** A line that is drawn inside an item. */
const rule = /(?<=\n[ \t>]*\n)[ \t>]*(?:-[ \t]*){3,}(?:\n|$)/gu;

/** Marks of wikis and of programs that make pages of Markdown, which Markdown itself does not know; none in code. */
export function marksOfPrograms(text: string): InlineMark[] {
  const marks: InlineMark[] = [];
  const hide = (pattern: RegExp): void => {
    for (const { 0: found, index } of text.matchAll(pattern)) marks.push({ start: index, end: index + found.length });
  };
  for (const one of shortcodesIn(text, { start: 0, end: text.length })) {
    const words = one.title ?? one.words;
    const isApart = /(?:^|\s)$/u.test(text.slice(Math.max(0, one.start - 1), one.start));
    if (words !== undefined) {
      const isTitle = one.title !== undefined && /\S/u.test(text.charAt(one.end));
      marks.push(
        { start: one.start, end: words.start },
        { start: words.end, end: one.end, shows: isTitle ? "\n" : "" },
      );
    } else if (isBox(one) || isIcon(one)) {
      const isParted = isApart || isIcon(one) || isSilent(one) || !/^\S/u.test(text.slice(one.end, one.end + 1));
      marks.push({ start: one.start, end: one.end, shows: isParted ? "" : "\n" });
    }
  }
  hide(comment);
  for (const { 0: found, index, 1: bang, 2: page = "", 3: alias } of text.matchAll(wikiLink)) {
    if (bang === "!" && (alias === undefined || /^\d+(?:x\d+)?$/.test(alias))) {
      marks.push({ start: index, end: index + found.length });
      continue;
    }
    const shown = alias ?? page.replace(/^#+\^?/u, "");
    const from = index + found.lastIndexOf(shown, found.length - 2);
    const hash = alias === undefined ? shown.indexOf("#") : -1;
    marks.push({ start: index, end: from }, { start: from + shown.length, end: index + found.length });
    if (hash > 0) marks.push({ start: from + hash, end: from + hash + 1, shows: " › " });
  }
  for (const { 0: found, index } of text.matchAll(highlight)) {
    const end = index + found.length;
    marks.push({ start: index, end: index + 2 }, { start: end - 2, end });
  }
  for (const { 0: found, index, 1: kind = "", 2: inner = "" } of text.matchAll(edits)) {
    const end = index + found.length;
    const isStruck = kind === "--" || kind === "~~";
    const arrow = kind === "~~" ? inner.indexOf("~>") : -1;
    const shows = isStruck ? "~~" : "";
    marks.push({ start: index, end: index + 3, shows });
    if (arrow >= 0) marks.push({ start: index + 3 + arrow, end: index + 5 + arrow, shows: "~~ " });
    marks.push({ start: end - 3, end, shows: arrow >= 0 ? "" : shows });
  }
  for (const { 0: found, index, 1: high, 2: low } of text.matchAll(script)) {
    const before = text.slice(Math.max(0, index - 40), index);
    const shows = high === undefined ? loweredText(low ?? "", before) : raisedText(high, before);
    marks.push({ start: index, end: index + found.length, shows });
  }
  for (const pattern of [blockId, attributes, lineAttributes, icon, rule]) hide(pattern);
  return marks;
}
