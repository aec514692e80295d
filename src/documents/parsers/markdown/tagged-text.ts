import type { TextRange } from "../../document.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";
import type { ParsedParagraph } from "../parser.ts";
import { isBlockTag, isComponent, type Tag, tagsOf } from "./tags.ts";

/** What stands in them stands deeper, as what answers or explains the label before it. */
const deepening = new Set(["details", "dd", "li"]);
const labels = new Set(["summary", "dt"]);
/** What a component calls a tab, a box or a step: `<TabItem label="Linux">`. */
const attribute = /\s(?:label|title|header|heading)=(?:"([^"{}]*[\p{L}\p{N}][^"{}]*)"|'([^'{}]*[\p{L}\p{N}][^'{}]*)')/u;

/** Nobody writes a longer tag for a picture. */
const maxPictureChars = 2_000;

/** A stretch of a block that is a paragraph of its own. */
export type Piece = Pick<ParsedParagraph, "range" | "isLabel" | "depth" | "tableHead" | "level"> & {
  readonly kind: "text" | "table" | "heading";
};

/**
 * Takes blocks of Markdown apart that are written in tags: HTML, and components of MDX. An element may begin in one block
 * and end in another, so one reader goes through all blocks of a document in their order.
 */
export class TaggedText {
  readonly #text: string;
  #depth = 0;
  /** Components that are open and have a title. */
  readonly #titled: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** How deep the elements that are open now put what comes next. */
  get depth(): number {
    return this.#depth;
  }

  /** The paragraphs of a block, without the tags around them; none where it has no words. */
  piecesOf(range: TextRange): Piece[] {
    const pieces: Piece[] = [];
    let from = range.start;
    let isLabel = false;
    /** Whether it is the title of what is folded away, which stands in the same element. */
    let isTitle = false;
    /** Of the heading that is open; 0: none. */
    let level = 0;
    const tags = tagsOf(this.#text, range).filter((tag) => this.#parts(tag, range));
    const add = (end: number): void => {
      const own = trimmedRange(this.#text, { start: from, end });
      if (own.start >= own.end || !hasWords(this.#text, own)) return;
      if (level > 0) pieces.push({ range: own, kind: "heading", level });
      else pieces.push({ range: own, kind: "text", ...(isLabel ? { isLabel } : {}), ...this.#place(isTitle ? 1 : 0) });
    };
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i];
      if (tag === undefined) break;
      add(tag.start);
      from = tag.end;
      if (tag.name === "table" && !tag.isClosing) {
        const close = tags.findIndex((other, at) => at > i && other.name === "table" && other.isClosing);
        const table = { start: tag.start, end: close < 0 ? range.end : (tags[close]?.end ?? range.end) };
        if (hasWords(this.#text, table)) {
          const own = trimmedRange(this.#text, table);
          pieces.push({ range: own, kind: "table", ...headOf(tags, own), ...this.#place() });
        }
        from = table.end;
        i = close < 0 ? tags.length : close;
        continue;
      }
      const title = this.#titleOf(tag);
      if (title !== undefined) pieces.push({ range: title, kind: "text", isLabel: true, ...this.#place() });
      if (labels.has(tag.name)) isLabel = !tag.isClosing;
      if (tag.name === "summary") isTitle = !tag.isClosing;
      if (/^h[1-6]$/.test(tag.name)) level = tag.isClosing ? 0 : Number(tag.name.slice(1));
      this.#enter(tag);
    }
    add(range.end);
    return pieces;
  }

  #place(above = 0): Pick<Piece, "depth"> {
    const depth = Math.max(0, this.#depth - above);
    return depth === 0 ? {} : { depth };
  }

  #enter(tag: Tag): void {
    const { name, isClosing, isSelfClosing } = tag;
    if (isSelfClosing) return;
    const isTitled = isClosing ? this.#titled.at(-1) === name : this.#titleOf(tag) !== undefined;
    if (!deepening.has(name) && !isTitled) return;
    if (isTitled && isClosing) this.#titled.pop();
    else if (isTitled) this.#titled.push(name);
    this.#depth = Math.max(0, this.#depth + (isClosing ? -1 : 1));
  }

  /** Where the title of a component stands that it says in an attribute. */
  #titleOf({ name, start, end, isClosing, isSelfClosing }: Tag): TextRange | undefined {
    if (!isComponent(name) || isClosing || isSelfClosing) return undefined;
    const found = attribute.exec(this.#text.slice(start, end));
    const title = found?.[1] ?? found?.[2];
    if (found === null || title === undefined) return undefined;
    const at = start + found.index + found[0].lastIndexOf(title);
    return trimmedRange(this.#text, { start: at, end: at + title.length });
  }

  /** A component in the middle of a line is part of the sentence. */
  #parts(tag: Tag, { start, end }: TextRange): boolean {
    if (!isBlockTag(tag)) return false;
    if (!isComponent(tag.name)) return true;
    const before = this.#text.slice(start, tag.start);
    const after = this.#text.slice(tag.end, end);
    // "<Highlight>green</Highlight> is the colour" is one sentence.
    if (isInSentence(tag, after)) return false;
    return /(?:^|\n|>)[ \t]*$/.test(before) || /^[ \t]*(?:\r?\n|<|$)/.test(after);
  }
}

/** Whether a component ends on its line, and words go on behind it. */
function isInSentence({ name, isClosing, isSelfClosing }: Tag, after: string): boolean {
  const line = /^[^\n\r]{0,1000}/.exec(after)?.[0] ?? "";
  const close = isClosing || isSelfClosing ? -1 : line.indexOf(`</${name}`);
  return close > 0 && /^<\/[^<>]*>[ \t]*[^\s<]/.test(line.slice(close));
}

/** The first row of an HTML table, where it has cells that name the columns. */
function headOf(tags: readonly Tag[], table: TextRange): Pick<Piece, "tableHead"> {
  const inside = tags.filter(({ start, end }) => start >= table.start && end <= table.end);
  const first = inside.find(({ name, isClosing }) => name === "tr" && !isClosing);
  const close = inside.find(({ name, isClosing, start }) => name === "tr" && isClosing && start > (first?.start ?? 0));
  if (first === undefined || close === undefined) return {};
  const isHead = inside.some(({ name, start }) => name === "th" && start > first.start && start < close.start);
  return isHead ? { tableHead: { start: first.start, end: close.end } } : {};
}

/** Whether letters or digits stand outside the tags. */
export function hasWords(text: string, range: TextRange): boolean {
  let from = range.start;
  for (const tag of tagsOf(text, range)) {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, tag.start))) return true;
    from = tag.end;
  }
  return /[\p{L}\p{N}]/u.test(text.slice(from, range.end));
}

/** What a picture of HTML is said to show, where it is more than a name; badges, which lead elsewhere, say nothing. */
export function wordsOfPicture(text: string, { start, end }: TextRange): TextRange | undefined {
  const words = text.slice(start, Math.min(end, start + maxPictureChars));
  const [found, said] = /<img\s(?:[^<>]*\s)?alt="([^"<>]*\p{L}{2,}\s+\p{L}[^"<>]*)"/iu.exec(words) ?? [];
  if (found === undefined || said === undefined || /<a\s|badge|shields\.io/i.test(words)) return undefined;
  const at = start + words.indexOf(found) + found.length - 1 - said.length;
  return trimmedRange(text, { start: at, end: at + said.length });
}
