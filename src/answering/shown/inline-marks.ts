import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { TextRange } from "../../documents/document.ts";
import { loweredText, raisedText } from "../../documents/parsers/raised-text.ts";
import { type DelimiterRun, delimiterRunAt, emphasisMarks } from "./emphasis.ts";
import { marksOfPrograms } from "./program-marks.ts";

const escapable = /^[!-/:-@[-`{-~]$/;
/** Tags that only say how words look: with others, `10<sup>6</sup>`, words would say something else without them. */
const inlineTag = tagOf(
  "a|abbr|b|bdi|bdo|big|button|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|samp|small|span|strong|time|tt|u|var|wbr",
);
/** Tags that part words, as white space does. */
const blockTag = tagOf(
  "address|article|aside|audio|blockquote|br|caption|center|col|colgroup|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|input|legend|li|main|nav|ol|p|param|picture|pre|section|source|summary|table|tbody|td|tfoot|th|thead|tr|track|ul|video|(?:ac|ri|at):[\\w-]+",
);
/** What stands raised or lowered, with a link in it perhaps. */
const script = /<(su[bp])(?:\s[^<>]*)?>([^<>]{0,80})<\/\1\s*>/iy;
const quoteTag = tagOf("q");
const struckTag = tagOf("del|s|strike");
/** Where a tag of JSX begins: components begin with a capital letter; "<>" has no name. */
const component = /<\/?(?:[A-Z][\w.]*(?=[\s/>])|(?=>))/y;
/** Nobody writes a longer tag. */
const maxTagChars = 2_000;
const autolink = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/iy;
/** What follows a link's text: its address, and perhaps a title. */
const target =
  /\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})[^\s()<>]*|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;

/** Marks are left out, or show something else: an entity its character, a line break of HTML one. */
export interface InlineMark extends TextRange {
  readonly shows?: string;
}

const attributes =
  /\{[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+))(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+)))*[ \t]*\}/y;
/** What follows the text of a link whose address stands elsewhere. */
const label = /\[[^[\]\n]{0,100}\]/y;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/iy;
const lineBreak = /<br\s*\/?>/iy;
/** A role of MyST with its words, and perhaps what they stand for: "{term}`lessons <lesson>`". */
const role = /(\{[a-z][\w:-]*\}`)[^`<>\n]+?(\s*<[^`<>\n]+>)?`/iy;
/** A text of a template that a program puts values into: "{{'[Mail]({}/latest)'.format(address)}}". */
const filledIn = /(\{\{\s*(['"]))(?:(?!\2)[^\n])*(\2\s*\.format\([^(){}\n]*\)\s*\}\})/y;
/** A value that a program puts in, by its name: "{{< param email >}}". */
const parameter = /(\{\{[<%]\s*(?:param|var|variable)\s+["']?)[\w.-]+(["']?\s*[%>]\}\})/y;

interface Bracket {
  readonly start: number;
  /** Where the words between the brackets begin. */
  readonly textStart: number;
  /** How many runs stood before it. */
  readonly runs: number;
}

/**
 * The invisible markup inside a block of Markdown: of emphasis, code, links, images, escapes and tags. Doubtful markup
 * is treated as text, and so are the marks that strike words out. Takes time in proportion to the text's length.
 */
export function inlineMarks(text: string): InlineMark[] {
  const scanner = new Scanner(text);
  const marks = scanner.marks();
  const others = marksOfPrograms(text).filter(({ start }) => !scanner.isInCode(start));
  // What other programs hide is hidden whole, whatever it holds.
  return [...others, ...marks];
}

class Scanner {
  readonly #text: string;
  readonly #marks: InlineMark[] = [];
  readonly #brackets: Bracket[] = [];
  readonly #backticks: ReadonlyMap<number, readonly number[]>;
  #runs: DelimiterRun[] = [];
  #lastComment: number;
  #lastBlockEnd = -1;
  readonly #codeSpans: TextRange[] = [];
  /** Where the template ends that is open. */
  #filledIn: TextRange | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#backticks = runsOfBackticks(text);
    this.#lastComment = text.lastIndexOf("-->");
  }

  marks(): InlineMark[] {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at);
    this.#marks.push(...emphasisMarks(this.#runs));
    return this.#marks;
  }

  /** Whether a place is in code, once all marks were looked for. */
  isInCode(place: number): boolean {
    let [low, high] = [0, this.#codeSpans.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#codeSpans[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return (this.#codeSpans[low]?.start ?? Number.POSITIVE_INFINITY) <= place;
  }

  /** @returns where to go on */
  #step(at: number): number {
    const character = this.#text.charAt(at);
    switch (character) {
      case "\\":
        return this.#escape(at);
      case "`":
        return this.#code(at);
      case "<":
        return this.#angle(at);
      case "*":
      case "_": {
        const run = delimiterRunAt(this.#text, at);
        this.#runs.push(run);
        return run.end;
      }
      case "!":
        return this.#text.charAt(at + 1) === "[" ? this.#open(at, 2) : at + 1;
      case "[":
        return this.#open(at, 1);
      case "]":
        return this.#close(at);
      case "&":
        return this.#entity(at);
      case "{":
        return this.#brace(at);
      case "'":
      case '"':
        return this.#endOfFilledIn(at);
      default:
        return at + 1;
    }
  }

  #mark(start: number, end: number, shows?: string): void {
    if (start < end) this.#marks.push(shows === undefined ? { start, end } : { start, end, shows });
  }

  #entity(at: number): number {
    entity.lastIndex = at;
    const [written, decimal, hexadecimal, name] = entity.exec(this.#text) ?? [];
    if (written === undefined) return at + 1;
    const shows =
      name === undefined
        ? characterOf(decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal))
        : decodeNamedCharacterReference(name);
    if (shows === false || shows === "") return at + 1;
    this.#mark(at, at + written.length, shows);
    return at + written.length;
  }

  #brace(at: number): number {
    role.lastIndex = at;
    const [written, name = "", stands = ""] = role.exec(this.#text) ?? [];
    if (written !== undefined) {
      this.#mark(at, at + name.length);
      this.#mark(at + written.length - 1 - stands.length, at + written.length);
      return at + written.length;
    }
    parameter.lastIndex = at;
    const [value, before = "", behind = ""] = parameter.exec(this.#text) ?? [];
    if (value !== undefined) {
      this.#mark(at, at + before.length);
      this.#mark(at + value.length - behind.length, at + value.length);
      return at + value.length;
    }
    filledIn.lastIndex = at;
    const [template, opening = "", , closing = ""] = filledIn.exec(this.#text) ?? [];
    if (template === undefined) return at + 1;
    this.#mark(at, at + opening.length);
    this.#filledIn = { start: at + template.length - closing.length, end: at + template.length };
    return at + opening.length;
  }

  /** Behind the end of the template that is open, where it stands here. */
  #endOfFilledIn(at: number): number {
    if (this.#filledIn?.start !== at) return at + 1;
    const { end } = this.#filledIn;
    this.#mark(at, end);
    this.#filledIn = undefined;
    return end;
  }

  #escape(at: number): number {
    const next = this.#text.charAt(at + 1);
    if (escapable.test(next)) this.#mark(at, at + 1);
    else if (next === "\n" || next === "\r") this.#mark(at, at + 1);
    else return at + 1;
    return at + 2;
  }

  #code(at: number): number {
    let inner = at + 1;
    while (this.#text.charAt(inner) === "`") inner++;
    const close = firstFrom(this.#backticks.get(inner - at) ?? [], inner);
    if (close === undefined) return inner;
    const words = this.#text.slice(inner, close);
    const isPadded = /^[ \n]/.test(words) && /[ \n]$/.test(words) && /[^ \n]/.test(words);
    const padding = isPadded ? 1 : 0;
    const end = close + (inner - at);
    this.#mark(at, inner + padding);
    this.#mark(close - padding, end);
    this.#codeSpans.push({ start: at, end });
    return end;
  }

  #angle(at: number): number {
    if (this.#text.startsWith("<!--", at) && at < this.#lastComment) {
      const end = this.#text.indexOf("-->", at) + 3;
      this.#mark(at, end);
      return end;
    }
    const breakEnd = endOfMatch(lineBreak, this.#text, at);
    if (breakEnd !== undefined) {
      this.#mark(at, breakEnd, isApart(this.#text.charAt(at - 1)) || isApart(this.#text.charAt(breakEnd)) ? "" : "\n");
      return breakEnd;
    }
    const scriptEnd = this.#script(at);
    if (scriptEnd !== undefined) return scriptEnd;
    const struckEnd = endOfMatch(struckTag, this.#text, at);
    if (struckEnd !== undefined) {
      this.#mark(at, struckEnd, "~~");
      return struckEnd;
    }
    const quoteEnd = endOfMatch(quoteTag, this.#text, at);
    if (quoteEnd !== undefined) {
      this.#mark(at, quoteEnd, this.#text.charAt(at + 1) === "/" ? "”" : "“");
      return quoteEnd;
    }
    const inlineEnd = endOfMatch(inlineTag, this.#text, at);
    if (inlineEnd !== undefined) {
      this.#mark(at, inlineEnd);
      return inlineEnd;
    }
    const blockEnd = endOfMatch(blockTag, this.#text, at) ?? this.#endOfComponent(at);
    if (blockEnd !== undefined) {
      const isBetweenWords = !isApart(this.#text.charAt(at - 1)) && !isApart(this.#text.charAt(blockEnd));
      this.#mark(at, blockEnd, isBetweenWords && !this.#isBehindBlock(at) ? "\n" : "");
      if (blockEnd > at) this.#lastBlockEnd = blockEnd;
      return blockEnd;
    }
    const linkEnd = endOfMatch(autolink, this.#text, at);
    if (linkEnd === undefined) return at + 1;
    this.#mark(at, at + 1);
    this.#mark(linkEnd - 1, linkEnd);
    return linkEnd;
  }

  /** Raised and lowered figures: "10⁶" is not "106". */
  #script(at: number): number | undefined {
    script.lastIndex = at;
    const [whole, name = "", inner = ""] = script.exec(this.#text) ?? [];
    if (whole === undefined) return undefined;
    const before = this.#text.slice(Math.max(0, at - 40), at).replace(/[*_`]+$/u, "");
    const words = inner.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/[*_`]/g, "");
    this.#mark(
      at,
      at + whole.length,
      name.toLowerCase() === "sup" ? raisedText(words, before) : loweredText(words, before),
    );
    return at + whole.length;
  }

  /** Whether the tag before ends here, so that words are parted already. */
  #isBehindBlock(at: number): boolean {
    return this.#lastBlockEnd === at;
  }

  /** Behind a tag of JSX, whose values may hold braces in braces. */
  #endOfComponent(at: number): number | undefined {
    const from = endOfMatch(component, this.#text, at);
    if (from === undefined) return undefined;
    let quote = "";
    let braces = 0;
    for (let end = from; end < Math.min(this.#text.length, from + maxTagChars); end++) {
      const character = this.#text.charAt(end);
      if (quote !== "") quote = character === quote ? "" : quote;
      else if (character === '"' || character === "'" || character === "`") quote = character;
      else if (character === "{") braces++;
      else if (character === "}") braces--;
      else if (character === ">" && braces === 0) return end + 1;
      else if (character === "<" && braces === 0) return undefined;
    }
    return undefined;
  }

  #open(at: number, length: number): number {
    this.#brackets.push({ start: at, textStart: at + length, runs: this.#runs.length });
    return at + length;
  }

  #close(at: number): number {
    const opened = this.#brackets.pop();
    if (opened === undefined) return at + 1;
    const end = this.#endOfTarget(opened, at + 1);
    if (end === undefined) return at + 1;
    this.#mark(opened.start, opened.textStart);
    this.#mark(at, end);
    // Emphasis begins and ends on the same side of a bracket.
    this.#marks.push(...emphasisMarks(this.#runs.slice(opened.runs)));
    this.#runs.length = opened.runs;
    return end;
  }

  /** The end of a link's address, or of the label that another place gives it under. */
  #endOfTarget({ start }: Bracket, at: number): number | undefined {
    if (this.#text.charAt(at) === "(") return endOfMatch(target, this.#text, at);
    // A span of pandoc: "[words]{.class}".
    if (this.#text.charAt(at) === "{") return endOfMatch(attributes, this.#text, at);
    // `row[2][3]` is no link.
    if (/[\p{L}\p{N}\]]/u.test(this.#text.charAt(start - 1))) return undefined;
    return endOfMatch(label, this.#text, at);
  }
}

/** Like browsers, replaces an invalid code point with U+FFFD. */
function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

/** Where runs of so many backticks begin. */
function runsOfBackticks(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length);
    if (places === undefined) runs.set(run.length, [index]);
    else places.push(index);
  }
  return runs;
}

/** The first of ascending places that is not before another. */
function firstFrom(places: readonly number[], from: number): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

function tagOf(names: string): RegExp {
  return new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, "iy");
}

/** Whether a character is white space, or there is none. */
function isApart(character: string): boolean {
  return character.trim() === "";
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
