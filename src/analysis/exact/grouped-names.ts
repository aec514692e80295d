import { foldCase } from "../folding.ts";
import { alternatives } from "../languages.ts";
import { glued, measured, numberKey } from "./name-keys.ts";
import type { FoundName } from "./names.ts";
import { isUnitSuffix } from "./units.ts";

/**
 * Names that are written in several groups: K 4, 5 G, § 12a, an account or a telephone number. Numbers of seven figures
 * and more are one name however they are grouped; of a telephone number its last seven count, whatever leads to them.
 */
const groups = new RegExp(
  [
    String.raw`(?<section>(?<![\p{L}\p{N}])(?:§§?|${alternatives(({ quantities }) => quantities?.sections)})[ \u00a0\u202f]{1,2}\d{1,4}(?:[ \u00a0\u202f]?\p{Ll})?(?![\p{L}\p{N}]))`,
    String.raw`(?<account>(?<![\p{L}\p{N}])\p{Lu}{2}\d{2}(?: [\p{Lu}\d]{4}){2,8}(?: [\p{Lu}\d]{1,4})?(?![\p{L}\p{N}]))`,
    String.raw`(?<dialled>(?<![\p{L}\p{N}.,+])(?:\+\d{1,3}|\(?\+?0\d{0,5}\)?)(?:[ \u00a0\u202f]?[-–/.]?[ \u00a0\u202f]?(?:\(0\d{0,4}\))?[ \u00a0\u202f]?\d{1,8}){1,5}(?![\p{L}\p{N}]|[.,]\d))`,
    String.raw`(?<grouped>(?<![\p{L}\p{N}.,+-])(?:\(\d{3}\) ?\d{3}[- ]\d{4}|\d{3}[- .]\d{4}|\d{3}[- .]\d{3}[- .]\d{4}|\d{4}(?:[ -]\d{4}){2,4}|\d{1,7}(?:-\d{1,7}){1,5})(?![\p{L}\p{N}]|[-.,]\d))`,
    String.raw`(?<thousands>(?<![\p{L}\p{N}.,:'’-])(?<!\p{N}[ \u00a0\u202f])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:,\d{1,2})?(?![\p{L}\p{N}]|[.,:]\d|[ \u00a0\u202f]\d))`,
    String.raw`(?<unit>(?<=\d[ \u00a0\u202f]?)[€$£¥₹%‰]|[€$£¥₹](?=[ \u00a0\u202f]?\d))`,
    String.raw`(?<code>(?<![\p{L}\p{N}.,:-])(?:\p{Lu}{1,3}[ \u00a0\u202f]\d{1,5}\p{Ll}?(?!\p{L}|\p{N}|[.,:]\p{N}|-\p{L})|\d{1,3}[ \u00a0\u202f]\p{Lu}(?![\p{L}\p{N}'’.+#&/-])))`,
  ].join("|"),
  "uy",
);

/** Names of several groups, in their order. */
export function groupedNames(text: string): FoundName[] {
  const found: FoundName[] = [];
  let from = 0;
  while (from < text.length) {
    const match = nextGroup(text, from);
    if (match === null) break;
    from = match.index + match[0].length;
    const { section, account, dialled, grouped, thousands, unit, code } = match.groups ?? {};
    const number = dialled ?? grouped;
    const start = match.index;
    const end = start + match[0].length;
    if (section !== undefined) {
      const sign = /^(?:Art|art)/u.test(section) ? "art" : "§";
      found.push({ kind: "section", key: sign + foldCase(section.replace(/^[^\d]+|\s/gu, "")), start, end });
    } else if (account !== undefined) {
      found.push({ kind: "number", key: foldCase(account.replace(/\s/gu, "")), start, end });
    } else if (number !== undefined) {
      const key = numberKey(number);
      if (key !== undefined) found.push({ kind: "number", key, start, end });
    } else if (thousands !== undefined) {
      found.push({ kind: "number", key: thousands.replace(/[ \u00a0\u202f]/gu, "").replace(",", "."), start, end });
    } else if (unit !== undefined) found.push({ kind: "unit", key: unit, start, end });
    else if (code !== undefined && !isUnitSuffix(measured.exec(code)?.[1] ?? ""))
      found.push({ kind: "code", key: glued(code), start, end });
  }
  return found;
}

/** So many characters before its first figure a name begins at most ("Paragraph  12"), so many behind it a sign stands. */
const mostBefore = 14;
const mostBehind = 2;

/**
 * The first match at or after a position. All names have a figure, so that they are looked for around figures alone, and
 * only where one can begin.
 */
function nextGroup(text: string, from: number): RegExpExecArray | null {
  // A sign may follow the figure that the last name ended with.
  const first = from > 0 && isDigit(text.charCodeAt(from - 1)) ? from - 1 : nextDigit(text, from);
  for (let figure = first; figure < text.length; ) {
    const end = Math.min(text.length, figureEnd(text, figure) + mostBehind);
    for (let at = Math.max(from, figure - mostBefore); at < end; at++) {
      if (!mayBegin(text, at)) continue;
      groups.lastIndex = at;
      const match = groups.exec(text);
      if (match !== null) return match;
    }
    from = end;
    figure = nextDigit(text, figureEnd(text, figure));
  }
  return null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function nextDigit(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
  return at;
}

function figureEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

const smallS = 0x73;
const leading: ReadonlySet<number> = new Set([..."+($%"].map((char) => char.charCodeAt(0)));

/** Not within a number or a word, nor at a small letter but the one of "section". */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  if (isDigit(code)) return !isDigit(before);
  if (code === smallS || (code >= 65 && code <= 90)) return !isLetter(before);
  return code > 127 || leading.has(code);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
