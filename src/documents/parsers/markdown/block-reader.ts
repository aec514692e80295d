import type { Code, Nodes, RootContent, Table } from "mdast";
import { defined } from "../../../defined.ts";
import type { TextRange } from "../../document.ts";
import { maxPassageChars } from "../../passages/long-paragraphs.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";
import type { ParsedParagraph } from "../parser.ts";
import { Boxes } from "./boxes.ts";
import { definitionMark, isDefinedTerm } from "./definition-lists.ts";
import { isProseDirective } from "./directives.ts";
import { partsOf } from "./glued-headings.ts";
import { isBoxOpening } from "./indented-boxes.ts";
import { pandocTable } from "./pandoc-tables.ts";
import { isContentsList, isPictures, isProse, withoutSignatures } from "./signatures.ts";
import { hasWords, TaggedText, wordsOfPicture } from "./tagged-text.ts";

const maxItemChars = 200;
/** Of what is set in below the line that opens a box. */
const maxIndentChars = 80;
/** Nobody writes a longer table into a text. */
const maxTableChars = 100_000;

/** Where a block stands. */
interface Place {
  /** In lists: 0 outside them. */
  readonly depth: number;
  /** Where the block quote around it begins. */
  readonly quoteStart?: number;
}

/** Turns the blocks of a file into paragraphs, one after the other. */
export class MarkdownBlockReader {
  readonly paragraphs: ParsedParagraph[] = [];
  readonly #text: string;
  readonly #placeOf: (offset: number) => number;
  readonly #isMdx: boolean;
  readonly #tagged: TaggedText;
  readonly #boxes = new Boxes();
  /** Whether what is set in next belongs to the title of an admonition or a tab. */
  #isBelowTitle = false;
  /** Up to here the text was read as part of a table that blank lines divide. */
  #readTo = 0;

  /** @param placeOf where what was parsed stands in the text */
  constructor(text: string, placeOf: (offset: number) => number, isMdx: boolean) {
    this.#text = text;
    this.#placeOf = placeOf;
    this.#isMdx = isMdx;
    this.#tagged = new TaggedText(text);
  }

  add(node: RootContent, place: Place): void {
    const range = withQuoteMarks(this.#rangeOf(node), this.#text, place.quoteStart);
    if (range.start >= range.end || range.start < this.#readTo) return;
    const words = this.#text.slice(range.start, range.end);
    const isSetIn = node.type === "code" && isIndented(words, node);
    const isBelowTitle = this.#isBelowTitle;
    if (!isSetIn && node.type !== "paragraph") this.#isBelowTitle = false;
    switch (node.type) {
      case "heading":
        this.#boxes.close();
        this.#push(range, { kind: "heading", level: node.depth, ...headingOf(words) }, place);
        return;
      case "code":
        if (isQuery(node)) {
          this.#push(range, { kind: "boilerplate", rule: "markup" }, place);
          return;
        }
        this.#push(
          range,
          { kind: isText(words, node) ? "text" : "code" },
          isSetIn && this.#isBelowTitle ? deeper(place) : place,
        );
        return;
      case "table":
        this.#push(range, { kind: "table", ...this.#headOf(node) }, place);
        return;
      case "list":
        if (isContentsList(words)) this.#push(range, { kind: "boilerplate", rule: "contents" }, place);
        else if (isShortList(node.spread, node.children, words))
          this.#push(range, { kind: "text" }, { ...place, depth: place.depth + 1 });
        else this.#addItems(node.children, { depth: place.depth + 1 });
        return;
      case "blockquote": {
        if (definitionMark(words) > 0) {
          this.#addDefinition(node.children, deeper(place));
          return;
        }
        // What is set in below the title of a box was made a quote to be read.
        const isBox = this.#text.charAt(range.start) !== ">";
        const inner = isBox ? (isBelowTitle ? deeper(place) : place) : { ...place, quoteStart: range.start };
        for (const child of node.children) this.add(child, inner);
        return;
      }
      case "html":
        // A comment of MDX or Obsidian was made one of HTML to be read.
        if ((this.#isMdx && isExpression(words)) || words.startsWith("%%")) {
          this.#push(range, { kind: "boilerplate", rule: "markup" }, place);
          return;
        }
        this.#addTagged(this.#withWholeTable(range), place);
        return;
      case "definition":
        // Without the extension that knows notes, one of a single word or link looks like a link that is defined.
        if (words.startsWith("[^")) this.#push(range, { kind: "text" }, place);
        else this.#push(range, { kind: "boilerplate", rule: "markup" }, place);
        return;
      case "thematicBreak":
        this.#push(range, { kind: "boilerplate", rule: "markup" }, place);
        return;
      case "paragraph":
        this.#addParagraph(range, place);
        return;
      default:
        this.#push(range, { kind: "text" }, place);
    }
  }

  #push(range: TextRange, paragraph: Omit<ParsedParagraph, "range">, place: Place): void {
    const depth = place.depth + this.#tagged.depth + this.#boxes.depth;
    this.paragraphs.push({ range, ...paragraph, ...(depth === 0 ? {} : { depth }) });
  }

  /** An item begins with its bullet, whatever blocks it holds. */
  #addItems(items: readonly RootContent[], place: Place): void {
    for (const item of items) {
      const range = this.#rangeOf(item);
      if (item.type !== "listItem" || range.start >= range.end) continue;
      const [first, ...others] = item.children;
      if (first?.type === "paragraph") {
        const { end } = this.#rangeOf(first);
        this.#push({ start: range.start, end }, { kind: "text" }, place);
      } else if (first !== undefined) {
        this.add(first, place);
      }
      for (const child of others) this.add(child, place);
    }
  }

  /** What explains the term before it; the mark that it begins with is none of its words. */
  #addDefinition([first, ...others]: readonly RootContent[], place: Place): void {
    if (first === undefined) return;
    const range = this.#rangeOf(first);
    const mark = definitionMark(this.#text.slice(range.start, range.end));
    if (first.type === "paragraph") this.#addParagraph({ start: range.start + mark, end: range.end }, place);
    else this.add(first, place);
    for (const child of others) this.add(child, place);
  }

  /** A paragraph without the lines that only say how it is shown, and without tags around it. */
  #addParagraph(range: TextRange, place: Place): void {
    const stretches = withoutSignatures(this.#text, range, this.#isMdx);
    const after = this.#text.slice(range.end, range.end + maxIndentChars);
    if (isDefinedTerm(this.#text.slice(range.start, range.end), after)) {
      this.#push(range, { kind: "text", isLabel: true }, place);
      return;
    }
    const isOverBox = isBoxOpening(this.#text.slice(range.start, range.end)) && /^(?:\r\n|\n|\r)[ \t]+\S/.test(after);
    if (stretches.length === 0 && !isOverBox) this.#push(range, { kind: "boilerplate", rule: "markup" }, place);
    this.#isBelowTitle = false;
    const boxes = this.#boxes.linesOf(this.#text, range);
    for (const { isTitle, isCaption, start, end } of stretches) {
      const stretch = { start, end };
      this.#boxes.follow(boxes, start);
      const words = this.#text.slice(start, end);
      const at = this.#isBelowTitle && isTitle !== true ? deeper(place) : place;
      const table = pandocTable(words);
      if (isTitle === true) this.#push(stretch, { kind: "text", isLabel: true }, place);
      else if (isCaption === true) this.#push(stretch, { kind: "caption" }, place);
      else if (table !== undefined) this.#push(stretch, { kind: "table", ...headFrom(table.head, start) }, at);
      else if (/^<|>$/.test(words)) this.#addTagged(stretch, at);
      else this.#addParts(stretch, words, at);
      this.#isBelowTitle ||= isTitle === true && !/^(?::::|`{3}|~{3}|\/{3}|\{)/.test(words);
    }
    this.#boxes.follow(boxes, range.end);
  }

  /** Headings glued to their marks, and the text between them. */
  #addParts(range: TextRange, words: string, place: Place): void {
    for (const { own, heading, level } of partsOf(range, words)) {
      const said = heading === undefined ? saidOfPicture(this.#text.slice(own.start, own.end)) : undefined;
      if (said !== undefined) {
        this.#push({ start: own.start + said.start, end: own.start + said.end }, { kind: "caption" }, place);
      } else if (heading === undefined) this.#push(own, imageOrText(this.#text.slice(own.start, own.end)), place);
      else this.#push(own, { kind: "heading", heading: headingWords(heading), level }, place);
    }
  }

  #addTagged(range: TextRange, place: Place): void {
    const before = place.depth;
    const pieces = this.#tagged.piecesOf(range);
    if (pieces.length === 0) {
      const picture = wordsOfPicture(this.#text, range);
      if (picture === undefined) this.paragraphs.push({ range, kind: "boilerplate", rule: "markup" });
      else this.paragraphs.push({ range: picture, kind: "caption" });
    }
    for (const { depth = 0, kind, ...piece } of pieces) {
      const words = this.#text.slice(piece.range.start, piece.range.end);
      if (kind === "heading") {
        this.paragraphs.push({ ...piece, kind, heading: headingWords(words) });
        continue;
      }
      const own = kind === "text" && piece.isLabel !== true ? imageOrText(words) : { kind };
      this.paragraphs.push({ ...piece, ...own, ...(before + depth === 0 ? {} : { depth: before + depth }) });
    }
  }

  /** An HTML table goes on to its end, although a blank line ends the block. */
  #withWholeTable(range: TextRange): TextRange {
    const words = this.#text.slice(range.start, range.end);
    if (!/<table[\s>]/i.test(words) || /<\/table\s*>/i.test(words)) return range;
    const close = /<\/table\s*>/gi;
    close.lastIndex = range.end;
    if (close.exec(this.#text) === null || close.lastIndex - range.start > maxTableChars) return range;
    this.#readTo = close.lastIndex;
    return { start: range.start, end: close.lastIndex };
  }

  #rangeOf(node: Nodes): TextRange {
    const start = this.#placeOf(node.position?.start.offset ?? 0);
    const end = this.#placeOf(node.position?.end.offset ?? 0);
    return trimmedRange(this.#text, { start, end });
  }

  /** The row that names a table's columns. */
  #headOf({ children }: Table): { readonly tableHead?: TextRange } {
    const [first, second] = children;
    if (first === undefined) return {};
    // Programs leave the head empty where a table has none, or where its first row is set in bold.
    if (hasWords(this.#text, this.#rangeOf(first))) return { tableHead: this.#rangeOf(first) };
    const row = second === undefined ? undefined : this.#rangeOf(second);
    const isBold = /^\s*\|?(?:\s*(?:\*\*[^|]+\*\*)?\s*\|)*\s*(?:\*\*[^|]+\*\*\s*)?$/u;
    return row !== undefined && isBold.test(this.#text.slice(row.start, row.end)) ? { tableHead: row } : {};
  }
}

/** What stands in its fence is asked when the page is made, and no reader sees it. */
function isQuery({ lang }: Code): boolean {
  return /^(?:\{(?:toctree|include|contents|tableofcontents|bibliography|raw|index|meta|embed|image)\}|dataview|dataviewjs|tasks|query|base|button|meta-bind|tracker|ad-hidden)$/.test(
    lang ?? "",
  );
}

function headFrom(head: TextRange | undefined, start: number): { readonly tableHead?: TextRange } {
  return head === undefined ? {} : { tableHead: { start: start + head.start, end: start + head.end } };
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** Whether what Markdown takes for code is text that somebody set in, or that a directive sets apart. */
function isText(words: string, node: Code): boolean {
  return isIndented(words, node) ? isProse(words) : isProseDirective(node.lang ?? "");
}

/** Whether it is an expression of MDX, such as a comment. */
function isExpression(words: string): boolean {
  return words.startsWith("{") && words.endsWith("}");
}

function isIndented(words: string, node: Code): boolean {
  return (node.lang ?? null) === null && !/^[ \t>]*(?:`{3}|~{3})/.test(words);
}

function isShortList(isSpread: boolean | null | undefined, items: readonly unknown[], words: string): boolean {
  return isSpread !== true && words.length <= maxPassageChars && words.length <= items.length * maxItemChars;
}

function imageOrText(words: string): Omit<ParsedParagraph, "range"> {
  const image = /^!\[([^[\]]*)\]\([^()]*\)(?:\{[^{}\n]*\})?$/u.exec(words);
  if (image !== null && /[\p{L}\p{N}]/u.test(image[1] ?? "")) return { kind: "caption" };
  return image !== null || isPictures(words) ? { kind: "boilerplate", rule: "markup" } : { kind: "text" };
}

/** What an attribute says of a picture that has no words of its own: '![](a.png){fig-alt="A plan of the harbour"}'. */
function saidOfPicture(words: string): TextRange | undefined {
  const [found, said = ""] = /\b(?:fig-)?(?:cap|alt)="([^"{}]*\p{L}{2,}\s+\p{L}[^"{}]*)"/u.exec(words) ?? [];
  if (found === undefined || !isPictures(words) || /!\[[^[\]]*\p{L}/u.test(words)) return undefined;
  const start = words.indexOf(found) + found.length - 1 - said.length;
  return { start, end: start + said.length };
}

/** A quoted block begins with its mark: the parser leaves out the one on its first line. */
function withQuoteMarks(range: TextRange, text: string, quoteStart: number | undefined): TextRange {
  if (quoteStart === undefined) return range;
  let { start } = range;
  while (start > quoteStart && /[ \t>]/.test(text.charAt(start - 1))) start -= 1;
  return trimmedRange(text, { start, end: range.end });
}

/** A heading's words, and the id that it gives itself: `## Words {#id}`. */
function headingOf(words: string): Pick<ParsedParagraph, "heading" | "anchor"> {
  const anchor = /\{#([\w-]+)[^{}]*\}[ \t]*#*[ \t]*$/u.exec(words)?.[1];
  return { heading: headingWords(words), ...defined({ anchor }) };
}

function headingWords(words: string): string {
  const plain = plainHeading(words.replace(/\[?!\[[^[\]]*\]\([^()]*\)(?:\]\([^()]*\))?/g, ""));
  // A heading that is a picture alone is named by that.
  return plain === "" ? plainHeading(words) : plain;
}

function plainHeading(words: string): string {
  return (
    words
      .replace(/^#{1,6}[ \t]*/u, "")
      .replace(/(?:\r\n|\n|\r)[ \t>]*(?:=+|-+)[ \t]*$/u, "")
      .replace(/[ \t]#+[ \t]*$/u, "")
      .replace(/[ \t]*\{[#:.][^{}]*\}[ \t]*$/u, "")
      .replace(/<\/?[A-Za-z][^<>]*>/g, "")
      .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
      .replace(/\*{1,3}|__|`/g, "")
      .replace(/(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu, "$1")
      .replace(/\s+/gu, " ")
      // The name that Notion gives to the page.
      .replace(/ [\da-f]{32}$/u, "")
      .trim()
  );
}
