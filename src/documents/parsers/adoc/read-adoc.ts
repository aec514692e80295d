import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { ParagraphWriter } from "../lines/paragraph-writer.ts";
import { parseLines, type ReadLines } from "../lines/parse-lines.ts";
import { rangeOfLines, type TextLine } from "../lines/text-lines.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { hasHead, rowsOf } from "./tables.ts";

const heading = /^(={1,6}|#{1,6})\s+(\S.*)$/u;
const attribute = /^:(!?[\p{L}\w][\w-]*!?):(?:\s+(.*))?$/u;
const attributeList = /^\[(?![^\]]*\]\S)[^\]]*\]$/u;
const delimiter = /^(?:(-{4,})|(\.{4,})|(={4,})|(\*{4,})|(_{4,})|(\+{4,})|(\/{4,})|(--)|([|,:!]={3,})|(`{3,}).*)$/u;
const macro = /^[a-z][\w-]*::[^\s[\]]*\[.*\]$/u;
/** The term of a list of them, with nothing behind it: what explains it, or what a tab shows, stands below. */
const termAlone = /^\s*[^\s/].*?(?::{2,4}|;;)\s*$/u;
const diagram =
  /^\[(?:plantuml|graphviz|mermaid|ditaa|blockdiag|seqdiag|actdiag|nwdiag|vega(?:-lite)?|wavedrom|d2|nomnoml|bytefield|svgbob|erd|pikchr|tikz|source,\s*(?:mermaid|plantuml|dot|graphviz))\b/;
const formula = /^\[(?:stem|latexmath|asciimath)\b/;
const bullet = /^\s*(?:[*-]|\*{2,5}|\.{1,5}|\d{1,3}\.|[a-z]\.|<\d{1,2}>|<\.>)\s+\S/iu;
const term = /^\s*\S.*?(?:::{1,3}|;;)(?:\s+.*)?$/u;

/** @throws AppError `not-text` */
export function readAdoc(bytes: Uint8Array, file: string): ParsedDocument {
  return parseLines(bytes, file, (lines) => new AdocReader(lines).read());
}

class AdocReader {
  readonly #lines: readonly TextLine[];
  readonly #writer = new ParagraphWriter();
  #metadata: FoundMetadata = {};
  #anchor: string | undefined;
  /** What is said of the next block: how its text is read, all its attributes, whether it has a title. */
  #style: "" | "code" | "diagram" | "formula" = "";
  #attributes = "";
  #isTitled = false;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  read(): ReadLines {
    this.#readRange(this.#readHeader(), this.#lines.length);
    const paragraphs = withHeadingAsTitle(this.#writer.paragraphs);
    const headline = paragraphs.find(({ kind }) => kind === "title")?.heading;
    return { paragraphs, metadata: { ...defined({ headline }), ...this.#metadata } };
  }

  /** The title, the lines of author and revision below it, and attributes. @returns where the text begins */
  #readHeader(): number {
    let at = 0;
    let below = -1;
    for (let line = this.#lines[at]; line !== undefined; line = this.#lines[at]) {
      const words = line.text.trim();
      const title = heading.exec(words);
      if (line.isBlank && below >= 0) break;
      if (line.isBlank) at += 1;
      else if (title !== null && title[1]?.length === 1 && below < 0) {
        this.#writer.addHeading([line], { level: 1, words: plainWords(title[2] ?? "") });
        below = 0;
        at += 1;
      } else if (attribute.test(words) || /^\/\/(?!\/)/.test(words)) {
        this.#stateAttribute(words);
        this.#writer.add([line], { kind: "metadata" });
        at += 1;
      } else if (below >= 0 && below < 2 && !attributeList.test(words)) {
        this.#stateLine(words, below);
        this.#writer.add([line], { kind: "metadata" });
        below += 1;
        at += 1;
      } else break;
    }
    return at;
  }

  /** `Anna Jansen <a@b.de>; Bo Kim` on the first line, `v1.0, 2024-05-03: a remark` on the second. */
  #stateLine(words: string, line: number): void {
    const date = words
      .split(/[,:;]\s+|\s+/u)
      .map((part) => statedDate(part.replace(/[,:;]$/, "")))
      .find((found) => found !== undefined);
    if (date !== undefined && (line > 0 || /^v?\d/.test(words))) {
      this.#metadata = { ...this.#metadata, published: date };
      return;
    }
    if (line > 0 || !/^\p{Lu}/u.test(words)) return;
    const authors = parseAuthors(words.split(/\s*;\s*/u).map((name) => name.replaceAll("_", " ")));
    if (authors.length > 0 && words.length < 300) this.#metadata = { ...this.#metadata, authors };
  }

  #stateAttribute(words: string): void {
    const [, name = "", value = ""] = attribute.exec(words) ?? [];
    const published = statedDate(value);
    const language = parseLanguageTag(value);
    if (/^authors?$/.test(name) && value !== "") this.#metadata = { ...this.#metadata, authors: parseAuthors([value]) };
    else if (/^(?:revdate|date)$/.test(name) && published !== undefined)
      this.#metadata = { ...this.#metadata, published };
    else if (name === "lang" && language !== undefined) this.#metadata = { ...this.#metadata, language };
    else if (/^(?:doctitle|title)$/.test(name) && value !== "") this.#metadata = { ...this.#metadata, title: value };
  }

  #readRange(from: number, to: number): void {
    /** Whether the next block belongs to the term or the item above it. */
    let isAttached = false;
    for (let at = from; at < to; ) {
      const line = this.#lines[at];
      if (line === undefined) break;
      const isContinuation = line.text.trim() === "+";
      if (line.isBlank || isContinuation) {
        isAttached ||= isContinuation;
        at += 1;
      } else if (isTermAlone(line)) {
        const words = line.text.trimEnd().replace(/(?::{2,4}|;;)$/u, "");
        this.#writer.addRange(
          { start: line.start + line.indent, end: line.start + words.length },
          { kind: "text", isLabel: true },
        );
        isAttached = true;
        at += 1;
      } else if (isAttached) {
        isAttached = isBlockPrefix(line);
        this.#writer.deeper(() => {
          at = this.#readNext(at, to, this.#lines[at - 1]?.isBlank === false);
        });
      } else at = this.#readNext(at, to, false);
    }
  }

  /** @param isBelowTerm whether what is set in is the text of the term in the line above */
  #readNext(at: number, to: number, isBelowTerm: boolean): number {
    return Math.max(at + 1, Math.min(to, this.#readBlock(at, to, isBelowTerm)));
  }

  #readBlock(at: number, to: number, isBelowTerm: boolean): number {
    const line = this.#lines[at];
    if (line === undefined || line.isBlank) return at + 1;
    const words = line.text.trimEnd();
    const [, marks, title] = heading.exec(words) ?? [];
    if (marks !== undefined && title !== undefined) {
      this.#writer.addHeading([line], { level: marks.length, words: plainWords(title) }, this.#anchor ?? idOf(title));
      this.#anchor = undefined;
      this.#style = "";
      this.#attributes = "";
      return at + 1;
    }
    if (delimiter.test(words)) return this.#readDelimited(at, to, words);
    if (attributeList.test(words) || /^\[\[[^\]]+\]\]$/.test(words)) return this.#readAttributes(line, words, at);
    if (macro.test(words)) {
      this.#readMacro(line, words);
      return at + 1;
    }
    if (/^(?:'{3,}|<{3,}|-{3}|\*{3})$/.test(words) || /^\/\/(?!\/)/.test(words) || attribute.test(words)) {
      this.#writer.addMarkup([line]);
      return at + 1;
    }
    if (/^\.[^\s.].*$/u.test(words)) return this.#readTitle(line, at);
    if (this.#style !== "" && !bullet.test(line.text)) return this.#readStyled(at, to);
    if (line.indent > 0 && !isBelowTerm && !bullet.test(line.text)) return this.#addRun(at, to, "code");
    return this.#readText(at, to);
  }

  /** "[#id]", "[source,bash]", "[quote, Anna Jansen, Häfen]". */
  #readAttributes(line: TextLine, words: string, at: number): number {
    this.#anchor = /^\[(?:\[|#|id=["']?)([\w:.-]+)/.exec(words)?.[1] ?? this.#anchor;
    const [, style = ""] = /^\[(source|listing|literal)\b/.exec(words) ?? [];
    this.#style = style === "" ? this.#style : "code";
    if (diagram.test(words)) this.#style = "diagram";
    if (formula.test(words)) this.#style = "formula";
    if (/^\[/.test(words) && !words.startsWith("[[")) this.#attributes += words;
    const [said, by = ""] = /^\[(?:quote|verse),\s*(.*)\]$/u.exec(words) ?? [];
    if (said === undefined || !/\p{L}{2}/u.test(by)) this.#writer.addMarkup([line]);
    else
      this.#writer.addRange(
        { start: line.start + words.length - 1 - by.length, end: line.start + words.length - 1 },
        { kind: "caption" },
      );
    return at + 1;
  }

  /** A paragraph of code, or of what is drawn. */
  #readStyled(at: number, to: number): number {
    const style = this.#style;
    this.#style = "";
    this.#attributes = "";
    if (style === "code" || style === "formula") return this.#addRun(at, to, "code");
    return this.#addRun(at, to, "markup");
  }

  /** ".Title" of a block: of a box or a tab what its text stands below, of others a caption. */
  #readTitle(line: TextLine, at: number): number {
    let next = at + 1;
    while (isBlockPrefix(this.#lines[next])) next += 1;
    const isBox = /^(?:={4,}|\*{4,}|--|_{4,})\s*$/.test(this.#lines[next]?.text ?? "");
    this.#isTitled = isBox;
    this.#writer.addRest(line, 1, isBox ? { kind: "text", isLabel: true } : { kind: "caption" });
    return at + 1;
  }

  #readMacro(line: TextLine, words: string): void {
    const [, name = "", content = ""] = /^(\w+)::\S*?\[(.*)\]$/u.exec(words) ?? [];
    const [, title] = /(?:^|,)\s*title="([^"]+)"/u.exec(content) ?? [];
    const [, quoted, plain] = /^(?:"([^"]*)"|([^,=]*)(?=,|$))/u.exec(content) ?? [];
    const shown = /^(?:ifdef|ifndef)$/.test(name) ? content : (title ?? quoted ?? plain ?? "");
    if (!/^(?:image|video|audio|ifdef|ifndef)$/.test(name) || !/\p{L}{3}/u.test(shown)) {
      this.#writer.addMarkup([line]);
      return;
    }
    const start = line.start + words.indexOf(shown, words.indexOf("["));
    this.#writer.addRange({ start, end: start + shown.length }, { kind: name.startsWith("if") ? "text" : "caption" });
  }

  /** A paragraph or a list, to the next blank line or block. */
  #readText(at: number, to: number): number {
    const first = this.#lines[at];
    if (first === undefined) return at + 1;
    const isItem = (line: TextLine) =>
      bullet.test(line.text) || (term.test(line.text) && /(?:::|;;)(?:\s|$)/.test(line.text));
    const isList = isItem(first);
    let end = at + 1;
    for (let line = this.#lines[end]; end < to && line !== undefined; line = this.#lines[end]) {
      const words = line.text.trimEnd();
      if (
        line.isBlank ||
        delimiter.test(words) ||
        attributeList.test(words) ||
        macro.test(words) ||
        isTermAlone(line) ||
        words === "+" ||
        /^\/\/(?!\/)/.test(words)
      )
        break;
      if (heading.test(words) && !isList) break;
      end += 1;
    }
    const lines = this.#lines.slice(at, end);
    if (isList) this.#writer.addList(lines, isItem);
    else this.#writer.add(lines);
    this.#attributes = "";
    return end;
  }

  #readDelimited(at: number, to: number, mark: string): number {
    const fence = mark.startsWith("```") ? (/^`+/.exec(mark)?.[0] ?? mark) : mark;
    let end = at + 1;
    while (end < to && this.#lines[end]?.text.trimEnd() !== fence) end += 1;
    const inner = this.#lines.slice(at + 1, end);
    const [style, attributes, isTitled] = [this.#style, this.#attributes, this.#isTitled];
    this.#style = "";
    this.#attributes = "";
    this.#isTitled = false;
    const isHidden = style === "diagram" || (/^(?:\/{4}|\+{4})/.test(mark) && style !== "formula");
    if (isHidden) {
      this.#writer.addMarkup(this.#lines.slice(at, end + 1));
      return end + 1;
    }
    this.#writer.addMarkup(this.#lines.slice(at, at + 1));
    if (/^[|,:!]=/.test(mark)) this.#addTable(inner, attributes);
    else if (/^(?:-{4}|\.{4}|`{3}|\+{4})/.test(mark)) this.#writer.add(inner, { kind: "code" });
    else if (isTitled) this.#writer.deeper(() => this.#readRange(at + 1, end));
    else this.#readRange(at + 1, end);
    this.#writer.addMarkup(this.#lines.slice(end, Math.min(end + 1, to)));
    return end + 1;
  }

  #addTable(lines: readonly TextLine[], attributes: string): void {
    const rows = rowsOf(lines, attributes);
    const [head] = hasHead(lines, attributes) ? rows : [];
    const first = head?.[0];
    const last = head?.at(-1);
    const tableHead = first === undefined || last === undefined ? undefined : rangeOfLines(first, last);
    this.#writer.addRows(rows, { kind: "table", ...defined({ tableHead }) });
  }

  #addRun(at: number, to: number, kind: "code" | "markup"): number {
    let end = at + 1;
    while (end < to && this.#lines[end]?.isBlank === false) end += 1;
    if (kind === "markup") this.#writer.addMarkup(this.#lines.slice(at, end));
    else this.#writer.add(this.#lines.slice(at, end), { kind });
    return end;
  }
}

function isTermAlone(line: TextLine): boolean {
  return termAlone.test(line.text) && !macro.test(line.text.trim()) && !/^\s*\/\//.test(line.text);
}

/** Whether a line says something of the block below it. */
function isBlockPrefix(line: TextLine | undefined): boolean {
  const words = line?.text.trimEnd() ?? "";
  return attributeList.test(words) || /^\[\[[^\]]+\]\]$/.test(words) || /^\.[^\s.].*$/u.test(words);
}

/** The id that Asciidoctor gives to a section. */
function idOf(title: string): string | undefined {
  const id = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_.-]/gu, "")
    .replace(/[\s.-]+/gu, "_")
    .replace(/^_+|_+$/gu, "");
  return id === "" ? undefined : `_${id}`;
}

function plainWords(words: string): string {
  return words
    .replace(/\s+=+$/u, "")
    .replace(/\[\[[^\]]*\]\]/gu, "")
    .replace(/(?:link|xref|https?):[^\s[]*\[([^\]]*)\]/gu, "$1")
    .replace(/<<[^,>]*,?([^>]*)>>/gu, "$1")
    .replace(/[*_`#]{1,2}(\S(?:.*?\S)?)[*_`#]{1,2}/gu, "$1")
    .trim();
}
