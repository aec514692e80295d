import type { ParagraphKind } from "../../../documents/document.ts";
import { loweredText, raisedText } from "../../../documents/parsers/raised-text.ts";
import type { InlineMark } from "../inline-marks.ts";
import { asciidocTableMarks } from "./asciidoc-tables.ts";
import { linesOf, withoutLine } from "./lines.ts";

/** No markup inside a line goes on for longer; whoever looks for the end of each mark would look through all of a text. */
const maxChars = 400;
const within = (mark: string): string => `(?:(?!\\n[ \\t]*\\n)[^${mark}]){1,${maxChars}}?`;
const constrained = (mark: string): string =>
  `(?<![\\p{L}\\p{N}\\\\${mark}:;}])[${mark}](?=[^\\s${mark}])${within(mark)}(?<=\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`;
const pairs: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`(?:\\*\\*(?=\\S)${within("*")}\\*\\*)`, "gu"), 2],
  [new RegExp(`(?:__(?=\\S)${within("_")}__)`, "gu"), 2],
  [new RegExp(`(?:\`\`(?=\\S)${within("`")}\`\`)`, "gu"), 2],
  [new RegExp(`(?:##(?=\\S)${within("#")}##)`, "gu"), 2],
  [new RegExp(`(?:\\+\\+\\+(?=\\S)${within("+")}\\+\\+\\+)`, "gu"), 3],
  [new RegExp(constrained("*"), "gu"), 1],
  [new RegExp(constrained("_"), "gu"), 1],
  [new RegExp(constrained("`"), "gu"), 1],
  [new RegExp(constrained("#"), "gu"), 1],
  [new RegExp(constrained("+"), "gu"), 1],
];
const macro =
  /(?:(?<![\p{L}\p{N}\\])|(?=footnote))(?:(link|xref|mailto|image|icon|footnote|footnoteref|kbd|btn|menu|pass|stem|latexmath|asciimath|anchor|indexterm2?|indexterm|video|audio):|(?=(?:https?|ftp|irc):\/\/|\{[\w-]+\}))([^\s[\]]{0,300})\[((?:\\\]|[^\]]){0,600})\]/gu;
/** Of a program's own, which is shown as what it points at: "javadoc:java.util.List[]". */
const otherMacro = /(?<![\p{L}\p{N}\\:])([a-z][\w-]{1,30}:)([^\s[\]:]{1,300})(\[(?:\w+=[^[\]]{0,100})?\])/gu;
const reference = /<<#?([^<>,\n]{1,200})(?:,([^<>]{0,300}))?>>/gu;
const quoted = /(?<=^|[\s([{—–-])(?:"`(?=\S)((?:(?!`"|\|).){1,400})`"|'`(?=\S)((?:(?!`'|\|).){1,400})`')/gsu;
const raised = /(?<!\\)\^([^\s^]{1,40})\^/gu;
const lowered = /(?<!\\)~([^\s~]{1,40})~/gu;
/** Anchors, styles of what follows, terms of an index, and backslashes before what is no markup. */
const hidden =
  /(?<!\[)\[\[(?!\[)[^[\]\n]{1,200}\]\]|\[[.#%][\w .#%-]{0,80}\](?=[#*_`])|\(\(\([^()\n]{1,200}\)\)\)|\\(?=[*_`#^~{<]\S|[a-z]{3,8}:)/gu;
const bibliography = /\[(\[\[)([^[\],\n]{1,100})(?:,([^[\]\n]{1,100}))?(\]\])\]/gu;
const character =
  /\{(nbsp|empty|sp|zwsp|wj|apos|quot|lsquo|rsquo|ldquo|rdquo|deg|plus|brvbar|vbar|amp|lt|gt|startsb|endsb|caret|asterisk|tilde|backslash|backtick|two-colons|two-semicolons|cpp)\}/gu;
const characters: Readonly<Record<string, string>> = {
  nbsp: " ",
  empty: "",
  sp: " ",
  zwsp: "",
  wj: "",
  apos: "'",
  quot: '"',
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  deg: "°",
  plus: "+",
  brvbar: "¦",
  vbar: "|",
  amp: "&",
  lt: "<",
  gt: ">",
  startsb: "[",
  endsb: "]",
  caret: "^",
  asterisk: "*",
  tilde: "~",
  backslash: "\\",
  backtick: "`",
  "two-colons": "::",
  "two-semicolons": ";;",
  cpp: "C++",
};

/** The marks of a quote in AsciiDoc that a reader of its page does not see. */
export function asciidocMarks(text: string, kind: ParagraphKind): InlineMark[] {
  if (kind === "code") return [];
  const lines = linesOf(text);
  const tables = kind === "table" ? asciidocTableMarks(lines) : { marks: [], rows: new Set<number>() };
  return [
    ...tables.marks,
    ...lines.flatMap((_, at) => (tables.rows.has(at) ? [] : lineMarks(lines, at))),
    ...inlineMarks(text),
  ];
}

function lineMarks(lines: ReturnType<typeof linesOf>, at: number): InlineMark[] {
  const line = lines[at];
  if (line === undefined) return [];
  const { start, end, text } = line;
  if (/^[ \t]*\+[ \t]*$/.test(text)) return [withoutLine(lines, at)];
  const [heading] = /^={1,6}[ \t]+(?=\S)/.exec(text) ?? [];
  if (heading !== undefined) return [{ start, end: start + heading.length }];
  const marks: InlineMark[] = [];
  const [, before = "", bullet = ""] = /^([ \t]*)(\*{2,5}|-|\.{1,5})[ \t]+(?=\S)/.exec(text) ?? [];
  if (bullet !== "" && bullet !== "-") {
    const from = start + before.length;
    marks.push({
      start: from,
      end: from + bullet.length,
      shows: `${"  ".repeat(bullet.length - 1)}${bullet.startsWith(".") ? "-" : "*"}`,
    });
  }
  const [, words = "", double = ""] = /^([ \t]*\S.*?)(:{2,4}|;;)(?=[ \t]|$)/u.exec(text) ?? [];
  if (double !== "" && !/\w::$/.test(words)) {
    const from = start + words.length;
    const isAlone = from + double.length >= start + text.trimEnd().length;
    marks.push({ start: from, end: from + double.length, shows: isAlone ? "" : ":" });
  }
  const [lineBreak] = /[ \t]+\+[ \t]*$/.exec(text) ?? [];
  if (lineBreak !== undefined) marks.push({ start: end - lineBreak.length, end });
  return marks;
}

function inlineMarks(text: string): InlineMark[] {
  const marks: InlineMark[] = [];
  for (const { 0: found, index, 1: double, 2: single } of text.matchAll(quoted)) {
    const isDouble = double !== undefined;
    if (double === undefined && single === undefined) continue;
    const end = index + found.length;
    marks.push(
      { start: index, end: index + 2, shows: isDouble ? "“" : "‘" },
      { start: end - 2, end, shows: isDouble ? "”" : "’" },
    );
  }
  for (const { 0: found, index, 1: target = "", 2: words } of text.matchAll(reference)) {
    const shown = words?.trim() === "" || words === undefined ? target : words;
    marks.push(...allBut(index, found, found.lastIndexOf(shown), shown.length));
  }
  for (const { 0: found, index, 1: words = "" } of text.matchAll(raised)) {
    marks.push({ start: index, end: index + found.length, shows: raisedText(words, before(text, index)) });
  }
  for (const { 0: found, index, 1: words = "" } of text.matchAll(lowered)) {
    marks.push({ start: index, end: index + found.length, shows: loweredText(words, before(text, index)) });
  }
  for (const { 0: found, index } of text.matchAll(hidden)) marks.push({ start: index, end: index + found.length });
  for (const { 0: found, index, 2: id = "", 3: label } of text.matchAll(bibliography)) {
    const shown = label ?? id;
    marks.push(...allBut(index + 1, found.slice(1, -1), found.lastIndexOf(shown) - 1, shown.length));
  }
  for (const { 0: found, index, 1: name = "" } of text.matchAll(character)) {
    marks.push({ start: index, end: index + found.length, shows: characters[name] ?? "" });
  }
  for (const [pattern, chars] of pairs) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const end = index + found.length;
      marks.push({ start: index, end: index + chars }, { start: end - chars, end });
    }
  }
  for (const { 0: found, index, 1: name = "", 3: content = "" } of text.matchAll(otherMacro)) {
    if (text.charAt(index + name.length) === "/") continue;
    const end = index + found.length;
    marks.push({ start: index, end: index + name.length }, { start: end - content.length, end });
  }
  for (const match of text.matchAll(macro))
    marks.push(
      ...macroMarks(
        match.index,
        match[0],
        match[1],
        match[2] ?? "",
        match[3] ?? "",
        /\s/.test(text.charAt(match.index - 1)),
      ),
    );
  return marks;
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at);
}

/** Everything of a mark but a stretch of it. */
function allBut(start: number, whole: string, from: number, length: number, lead = ""): InlineMark[] {
  return [
    { start, end: start + from, shows: lead },
    { start: start + from + length, end: start + whole.length },
  ];
}

function macroMarks(
  start: number,
  whole: string,
  name: string | undefined,
  target: string,
  content: string,
  isApart: boolean,
): InlineMark[] {
  const from = whole.length - 1 - content.length;
  switch (name) {
    case "icon":
    case "anchor":
    case "indexterm":
      return [{ start, end: start + whole.length }];
    case "footnote":
    case "footnoteref": {
      if (content === "") return [{ start, end: start + whole.length }];
      return [{ start, end: start + from - 1, shows: isApart ? "" : " " }];
    }
    case "kbd":
    case "btn":
    case "pass":
    case "stem":
    case "latexmath":
    case "asciimath":
    case "indexterm2":
      return allBut(start, whole, from, content.length);
    case "menu": {
      const opening = whole.length - content.length - 2;
      const arrows = [...content.matchAll(/[ \t]*>[ \t]*/g)].map(({ 0: arrow, index }) => ({
        start: start + from + index,
        end: start + from + index + arrow.length,
        shows: " › ",
      }));
      return [
        { start, end: start + opening - target.length },
        { start: start + opening, end: start + from, shows: content === "" ? "" : " › " },
        ...arrows,
        { start: start + whole.length - 1, end: start + whole.length },
      ];
    }
    default: {
      // Behind the words of a link may stand how it opens; those of a picture are followed by its size.
      const words = /^\s*("?)((?:(?!\1).)*?)\1(?:,.*|\^)?$/su.exec(content)?.[2] ?? content;
      const isPicture = name === "image" || name === "video" || name === "audio";
      const isNamed = words.trim() !== "" && !/^\w+=/.test(words);
      if (isNamed) {
        const plain = words.replace(isPicture ? /,.*$/su : /(?:\^|,\s*\w+=.*)$/su, "");
        return allBut(start, whole, from + content.indexOf(plain), plain.length);
      }
      if (isPicture) return [{ start, end: start + whole.length }];
      return allBut(start, whole, from - 1 - target.length, target.length);
    }
  }
}
