import type { ParagraphKind, TextRange } from "../../../documents/document.ts";
import { loweredText, raisedText } from "../../../documents/parsers/raised-text.ts";
import type { InlineMark } from "../inline-marks.ts";
import { type Line, linesOf, withoutLine } from "./lines.ts";
import { tableMarks } from "./restructuredtext-tables.ts";

/** No markup inside a line goes on for longer; whoever looks for the end of each mark would look through all of a text. */
const maxChars = 400;
/** How much further the lines of an item are set in than its bullet. */
const maxHanging = 2;
const inside = `(?:(?!\\n[ \\t]*\\n)[^\`]){1,${maxChars}}?`;
const emphasised = (marks: string): string =>
  `(?<![\\p{L}\\p{N}\\\\*])(?:${marks})(?=[^\\s*])(?:(?!\\n[ \\t]*\\n)[^*]){1,${maxChars}}?(?<=[^\\s\\\\])(?:${marks})(?![\\p{L}\\p{N}*])`;
const inline = new RegExp(
  [
    "(?<escaped>\\\\(?:\\s|\\S))",
    `(?<literal>\`\`(?=\\S)(?:(?!\\n[ \\t]*\\n)[\\s\\S]){1,${maxChars}}?(?<=\\S)\`\`(?!\`))`,
    `(?<role>:[a-z][\\w.+-]*(?::[\\w.+-]+)*:)\`(?<named>${inside})\``,
    `_?\`(?<words>${inside})\`(?<end>_{1,2}(?![\\p{L}\\p{N}])|:[a-z][\\w.+-]*(?::[\\w.+-]+)*:)?`,
    `(?<strong>${emphasised("\\*\\*")})`,
    `(?<emphasis>${emphasised("\\*")})`,
    "(?<note>\\[(?:[\\p{L}\\p{N}#*][\\w.*-]*)\\])_(?![\\p{L}\\p{N}])",
    "(?<![\\p{L}\\p{N}_`\\\\/@])(?<reference>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}]|[-.+:_](?=[\\p{L}\\p{N}]))*)__?(?![\\p{L}\\p{N}_`(])",
  ].join("|"),
  "giu",
);
/** Boxes, whose name says what they are: ".. warning:: Do not enter." */
const box =
  /^(?:note|warning|tip|hint|important|caution|attention|danger|error|seealso|todo|versionadded|versionchanged|versionremoved|deprecated)$/;
const directive = /^([ \t]*\.\.[ \t]+)(\|[^|\n]+\|[ \t]+)?([\w:+.-]*[\w+.-])(::)([ \t]+|$)/u;
const option = /^[ \t]+:[^:\s`][^:`]*:(?:\s|$)/u;

/** The marks of a quote in reStructuredText that a reader of its page does not see. */
export function restructuredTextMarks(text: string, kind: ParagraphKind): InlineMark[] {
  const lines = linesOf(text);
  const code = kind === "code" ? codeIn(lines, text.length) : [];
  const isCode = ({ start }: TextRange): boolean => code.some((range) => start >= range.start && start < range.end);
  const tables = kind === "table" ? tableMarks(lines) : { marks: [], rows: new Set<number>() };
  const ofLines = lines.flatMap((line, at) =>
    tables.rows.has(at) || (isCode(line) && !directive.test(line.text)) ? [] : lineMarks(lines, at),
  );
  return [...tables.marks, ...ofLines, ...inlineMarks(text).filter((mark) => !isCode(mark))];
}

/** The code of a quote that holds some: it may begin with it, or code is set in below a line that ends in two colons. */
function codeIn(lines: readonly Line[], end: number): TextRange[] {
  const code: TextRange[] = [];
  const isBlank = (at: number): boolean => (lines[at]?.text ?? "").trim() === "";
  const add = (from: number, isEnd: (at: number) => boolean): number => {
    let last = from;
    while (last < lines.length && (last === from || isBlank(last) || !isEnd(last))) last += 1;
    code.push({ start: lines[from]?.start ?? end, end: lines[last]?.start ?? end });
    return last;
  };
  const isSession = /^>>> /.test(lines[0]?.text ?? "");
  let at = 0;
  if (isSession) at = add(0, (next) => isBlank(next - 1) && !/^>>> /.test(lines[next]?.text ?? ""));
  else if (!beginsWithText(lines)) at = add(0, (next) => lines[next]?.indent === 0);
  for (; at < lines.length; at += 1) {
    const { text = "", indent = 0 } = lines[at] ?? {};
    if (/::[ \t]*$/.test(text) && isBlank(at + 1)) at = add(at + 1, (next) => (lines[next]?.indent ?? 0) <= indent) - 1;
  }
  return code;
}

/** Whether a quote begins with text: nothing above the line that opens its code is set in much further than that. */
function beginsWithText(lines: readonly Line[]): boolean {
  const opener = lines.findIndex(({ text }, at) => /::[ \t]*$/.test(text) && (lines[at + 1]?.text ?? "").trim() === "");
  const most = (lines[opener]?.indent ?? 0) + maxHanging;
  const above = lines.slice(1, Math.max(1, opener));
  return (
    (opener >= 0 && above.every(({ indent }) => indent <= most)) || /``|:[a-z]+:`|^\.\. /.test(lines[0]?.text ?? "")
  );
}

function lineMarks(lines: readonly Line[], at: number): InlineMark[] {
  const line = lines[at];
  if (line === undefined) return [];
  const { start, end, text } = line;
  const [whole, dots = "", substituted, name = "", colons = "", gap = ""] = directive.exec(text) ?? [];
  if (whole !== undefined) {
    const argument = start + whole.length;
    // "|yard| replace:: The yard" is read as "yard: The yard".
    if (substituted !== undefined) return substitutionMarks(start, text);
    if (argument >= end) return [withoutLine(lines, at)];
    if (!box.test(name)) return [{ start, end: argument }];
    return [
      { start: start + dots.length - dots.trimStart().length, end: start + dots.length },
      { start: argument - gap.length - colons.length, end: argument - gap.length - 1 },
    ];
  }
  if (/^\|[^|\n]+\|[ \t]+replace::/.test(text)) return substitutionMarks(start, text);
  if (option.test(text) && isBelowDirective(lines, at)) return [withoutLine(lines, at)];
  const marks: InlineMark[] = [];
  const [lead] = /^[ \t]*(?:\.\.[ \t]+(?=\[)|\|(?:[ \t]+|$)|:(?=[a-z][^:`\n]*:(?:\s|$)))/iu.exec(text) ?? [];
  if (lead !== undefined)
    marks.push({ start: start + (/^[ \t]*/.exec(lead)?.[0].length ?? 0), end: start + lead.length });
  const [numbered] = /^[ \t]*#(?=\.[ \t])/.exec(text) ?? [];
  if (numbered !== undefined)
    marks.push({ start: start + numbered.length - 1, end: start + numbered.length + 1, shows: "-" });
  const [, before = "", double] = /^(.*?)([ \t]+::|::)[ \t]*$/u.exec(text) ?? [];
  if (double !== undefined && (lines[at + 1]?.text ?? "").trim() === "") {
    const from = start + before.length;
    marks.push({ start: from, end: double === "::" ? from + 1 : end });
  }
  return marks;
}

function substitutionMarks(start: number, text: string): InlineMark[] {
  const [whole, lead = "", name = "", rest = ""] =
    /^([ \t]*(?:\.\.[ \t]+)?\|)([^|\n]+)(\|[ \t]+[\w-]+::)/u.exec(text) ?? [];
  if (whole === undefined) return [];
  const behind = start + lead.length + name.length;
  return [
    { start, end: start + lead.length },
    { start: behind, end: behind + rest.length, shows: ":" },
  ];
}

/** Whether only options stand between a line and the directive above it, of which a quote may have the argument alone. */
function isBelowDirective(lines: readonly Line[], at: number): boolean {
  let above = at - 1;
  while (option.test(lines[above]?.text ?? "")) above -= 1;
  const words = lines[above]?.text ?? "";
  return directive.test(words) || (above === 0 && !/^:|[.:]$/.test(words));
}

function inlineMarks(text: string): InlineMark[] {
  return [...text.matchAll(inline)].flatMap(({ 0: whole, index, groups = {} }) => {
    const { escaped, literal, role, named, words, end = "", strong, emphasis, note, reference } = groups;
    const close = index + whole.length;
    if (escaped !== undefined) return [{ start: index, end: /\s/.test(escaped.slice(1)) ? close : index + 1 }];
    if (literal !== undefined || strong !== undefined) return around(index, close, 2);
    if (emphasis !== undefined) return around(index, close, 1);
    if (role !== undefined && named !== undefined) return roleMarks(text, index, role.slice(1, -1), named);
    if (words !== undefined) {
      const start = index + whole.indexOf("`");
      const marks = targetMarks(start + 1, words);
      return [{ start: index, end: start + 1 }, ...marks, { start: close - end.length - 1, end: close }];
    }
    if (note !== undefined || reference !== undefined) {
      return [{ start: index + (note ?? reference ?? "").length, end: close }];
    }
    return [];
  });
}

function around(start: number, end: number, chars: number): InlineMark[] {
  return [
    { start, end: start + chars },
    { start: end - chars, end },
  ];
}

function roleMarks(text: string, start: number, role: string, words: string): InlineMark[] {
  const from = start + role.length + 3;
  const end = from + words.length;
  const name = role.slice(role.lastIndexOf(":") + 1);
  if (/^(?:sup|superscript|sub|subscript)$/.test(name)) {
    const before = text.slice(Math.max(0, start - 40), start).replace(/\\\s$/u, "");
    const shows = name.startsWith("sup") ? raisedText(words, before) : loweredText(words, before);
    return [{ start, end: end + 1, shows }];
  }
  // ":rfc:`2324`" is nothing without its name.
  const isNumber = /^#?\d+$/.test(words);
  const isUpper = /^(?:rfc|pep|cve|cwe)$/.test(name);
  const shows = isNumber || isUpper ? `${isUpper ? name.toUpperCase() : name} ` : "";
  const arrows = [...words.matchAll(/\s*-->\s*/g)].map(({ 0: arrow, index }) => ({
    start: from + index,
    end: from + index + arrow.length,
    shows: " › ",
  }));
  return [
    { start, end: from, shows },
    ...targetMarks(from, words),
    ...(name === "menuselection" ? arrows : []),
    { start: end, end: end + 1 },
  ];
}

/** Of "words <where they lead>" the target; of "~package.module.name" all but the name. */
function targetMarks(start: number, words: string): InlineMark[] {
  const [target] = /\s*<[^<>]*>$/u.exec(words) ?? [];
  if (target !== undefined && target.length < words.length) {
    return [{ start: start + words.length - target.length, end: start + words.length }];
  }
  const [path] = /^(?:~(?:[\w]+\.)*|!)(?=\w)/u.exec(words) ?? [];
  return path === undefined ? [] : [{ start, end: start + path.length }];
}
