import type { TextRange } from "../../document.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { isShortList, itemsOf, ParagraphWriter } from "../lines/paragraph-writer.ts";
import { parseLines, type ReadLines } from "../lines/parse-lines.ts";
import { rangeOfLines, type TextLine } from "../lines/text-lines.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { type DirectiveKind, directiveKind } from "./directives.ts";
import { rowsOfList } from "./list-table.ts";
import { type FoundDirective, field, isOption, RstLines } from "./rst-lines.ts";
import { slugOf } from "./slug.ts";

const adornment = /^([!-/:-@[-`{-~])\1{1,}\s*$/;
const directive = /^\.\.\s+(\|[^|]+\|\s+)?([\w:+.-]*[\w+.-])::(?:\s+(.*))?$/u;
const explicit = /^\s*\.\.(?:\s|$)/;
const target = /^(?:\.\.\s+_(?:`[^`]+`|[^:]+):|__\s)/u;
const note = /^\.\.\s+\[[^\]]+\](?:\s|$)/u;
const bullet = /^\s*(?:[*+•‣⁃-]|\(?(?:\d{1,3}|#|[a-z]|[ivxlc]{1,5})[.)])(?:\s+|$)/iu;
const gridRow = /^\s*\+(?:[-=]+\+)+\s*$/;
const simpleRule = /^\s*=+(?:\s+=+)+\s*$/;

/** @throws AppError `not-text` */
export function readRst(bytes: Uint8Array, file: string): ParsedDocument {
  return parseLines(bytes, file, (lines) => new RstReader(lines).read());
}

class RstReader {
  readonly #lines: RstLines;
  readonly #writer = new ParagraphWriter();
  readonly #styles: string[] = [];
  #metadata: FoundMetadata = {};

  constructor(lines: readonly TextLine[]) {
    this.#lines = new RstLines(lines);
  }

  read(): ReadLines {
    this.#readRange(0, this.#lines.all.length);
    const paragraphs = withHeadingAsTitle(this.#writer.paragraphs);
    return { paragraphs, metadata: { headline: "", ...this.#metadata, ...titleIn(paragraphs) } };
  }

  /** Reads lines as blocks; those of a directive's content as well. */
  #readRange(from: number, to: number): void {
    for (let at = from; at < to; ) {
      if (this.#lines.line(at).isBlank) at += 1;
      else at = Math.max(at + 1, Math.min(to, this.#readBlock(at, to)));
    }
  }

  /** @returns where to go on */
  #readBlock(at: number, to: number): number {
    const line = this.#lines.line(at);
    const words = line.text.trim();
    const section = this.#sectionAt(at, to);
    if (section > 0) return at + section;
    if (explicit.test(words)) return this.#readExplicit(at, to);
    if (/^__\s/.test(words)) return this.#addLines(at, at + 1, "markup");
    if (gridRow.test(line.text) || simpleRule.test(line.text)) return this.#readTable(at, to);
    if (adornment.test(words) && words.length >= 4) return this.#addLines(at, at + 1, "markup");
    if (words.startsWith(">>>")) return this.#addLines(at, this.#lines.endOfRun(at, to), "code");
    if (field.test(line.text) && !/^\s*:\w+:`/.test(line.text)) return this.#readFields(at, to);
    const end = this.#lines.endOfRun(at, to);
    if (bullet.test(line.text) && !isInitial(line.text)) return this.#readList(at, to);
    return this.#readText(at, end, to);
  }

  /** @param indent of its text: what is set in further below two colons is code */
  #readText(at: number, end: number, to: number, indent = this.#lines.line(at).indent): number {
    const isMark = this.#lines.line(at).text.trim() === "::";
    if (isMark) this.#writer.addMarkup(this.#lines.slice(at, end));
    else this.#writer.add(this.#lines.slice(at, end));
    const last = this.#lines.line(end - 1);
    if (!/::\s*$/.test(last.text)) return end;
    const code = this.#lines.endOfIndented(end, to, indent);
    return code > end ? this.#addLines(end, code, "code") : end;
  }

  #readList(at: number, to: number): number {
    const { indent } = this.#lines.line(at);
    const isBullet = (line: TextLine) => line.indent === indent && bullet.test(line.text);
    const firstRun = this.#lines.endOfRun(at, to);
    let end = at;
    for (let next = at; next < to; next += 1) {
      const line = this.#lines.line(next);
      if (line.isBlank) continue;
      if (next >= firstRun && line.indent <= indent && !isBullet(line)) break;
      end = next + 1;
    }
    const lines = this.#lines.slice(at, end);
    const items = itemsOf(lines, isBullet);
    this.#writer.deeper(() => {
      if (isShortList(lines, items.length) && !lines.some(({ text }) => explicit.test(text))) this.#writer.add(lines);
      else this.#readItems(at, items);
    });
    return end;
  }

  /** Items of one paragraph or more, the first with the bullet, and whatever else stands in them. */
  #readItems(at: number, items: readonly (readonly TextLine[])[]): void {
    let from = at;
    for (const { length } of items) {
      const to = from + length;
      const { text } = this.#lines.line(from);
      const lead = bullet.exec(text)?.[0].length ?? 0;
      this.#readRange(this.#readText(from, this.#endOfItemText(from, to), to, Math.max(lead, 1)), to);
      from = to;
    }
  }

  #endOfItemText(at: number, to: number): number {
    const { indent } = this.#lines.line(at);
    let end = at + 1;
    for (; end < to; end += 1) {
      const line = this.#lines.line(end);
      const isNested = line.indent > indent && bullet.test(line.text) && !isInitial(line.text);
      if (line.isBlank || explicit.test(line.text) || isNested) break;
    }
    return end;
  }

  /** Directives, comments, targets and notes. */
  #readExplicit(at: number, to: number): number {
    const line = this.#lines.line(at);
    const words = line.text.trim();
    const end = Math.max(at + 1, this.#lines.endOfIndented(at + 1, to, line.indent));
    if (note.test(words)) return this.#addLines(at, end, "text");
    const [, substituted, name = "", argument = ""] = directive.exec(words) ?? [];
    if (name === "" || target.test(words)) return this.#addLines(at, end, "markup");
    if (substituted === undefined) {
      const content = this.#lines.endOfOptions(at + 1, end);
      this.#readDirective({ at, end, kind: directiveKind(name, argument), argument: argument.trim(), content });
    } else if (name === "replace") {
      // "|yard| replace:: The yard" says what stands for a word of the text.
      const { end: last } = rangeOfLines(line, this.#lines.line(end - 1));
      this.#writer.addRange({ start: line.start + line.text.indexOf("|"), end: last });
    } else this.#addLines(at, end, "markup");
    return end;
  }

  #readDirective(found: FoundDirective): void {
    const { at, end, kind, argument, content } = found;
    switch (kind) {
      case "markup":
        this.#addLines(at, end, "markup");
        return;
      case "code":
      case "diagram":
        this.#addLines(at, content, "markup");
        this.#addOption(found, "caption");
        this.#addLines(content, end, kind === "code" ? "code" : "markup");
        return;
      case "formula":
        if (argument === "") this.#addLines(at, content, "markup");
        else this.#writer.addRange(this.#lines.argumentOf(at), { kind: "code" });
        this.#addLines(content, end, "code");
        return;
      case "picture":
        this.#readPicture(found);
        return;
      case "box": {
        const run = argument === "" ? content : this.#lines.endOfRun(at, end);
        this.#addLines(at, run, argument === "" ? "markup" : "text");
        this.#readRange(run, end);
        return;
      }
      case "text":
        this.#addLines(at, content, "markup");
        this.#readRange(content, end);
        return;
      case "table":
      case "csv-table":
      case "list-table":
        this.#readTableDirective(found);
        return;
      case "named":
      case "other":
        this.#readTitled(found);
    }
  }

  /** The first paragraph below a picture is its caption. */
  #readPicture(found: FoundDirective): void {
    const { at, end, content } = found;
    this.#addLines(at, content, "markup");
    const first = this.#lines.afterBlank(content, end);
    const last = explicit.test(this.#lines.line(first).text) ? first : this.#lines.endOfRun(first, end);
    if (last > first) this.#writer.add(this.#lines.slice(first, last), { kind: "caption" });
    else this.#addOption(found, "alt");
    this.#readRange(last, end);
  }

  /** A directive with words that say what stands in it: the title of a box, the label of a tab, a signature. */
  #readTitled({ at, end, kind, argument, content }: FoundDirective): void {
    // Several signatures of the same thing stand below one another.
    let last = at;
    while (
      kind === "named" &&
      last + 1 < end &&
      !this.#lines.line(last + 1).isBlank &&
      !isOption(this.#lines.line(last + 1))
    )
      last += 1;
    const below = Math.max(content, this.#lines.endOfOptions(last + 1, end));
    const isEmpty = this.#lines.afterBlank(below, end) >= end;
    const isTitle = /[\p{L}\p{N}]/u.test(argument) && (kind === "named" || !isEmpty || /\p{L}\s+\p{L}/u.test(argument));
    if (!isTitle) {
      this.#addLines(at, below, "markup");
      this.#readRange(below, end);
      return;
    }
    const { start } = this.#lines.argumentOf(at);
    const title = { start, end: Math.max(start, rangeOfLines(this.#lines.line(at), this.#lines.line(last)).end) };
    this.#writer.addRange(title, { kind: "text", ...(isEmpty ? {} : { isLabel: true }) });
    this.#writer.deeper(() => this.#readRange(below, end));
  }

  #readTableDirective(found: FoundDirective): void {
    const { at, end, kind, argument, content } = found;
    if (argument === "") this.#addLines(at, at + 1, "markup");
    else this.#writer.addRange(this.#lines.argumentOf(at), { kind: "caption" });
    if (kind === "table") {
      this.#readRange(content, end);
      return;
    }
    const rows = this.#lines.slice(this.#lines.afterBlank(content, end), end);
    const [first] = rows;
    const last = rows.at(-1);
    const written = first === undefined || last === undefined ? undefined : rangeOfLines(first, last);
    const stated = this.#lines.optionOf(found, "header");
    const head = stated ?? (this.#lines.optionOf(found, "header-rows") === undefined ? undefined : headOf(rows, kind));
    const facts = { kind: "table" as const, ...(head === undefined ? {} : { tableHead: head }) };
    const range = { start: stated?.start ?? written?.start ?? 0, end: written?.end ?? stated?.end ?? 0 };
    if (kind === "list-table") this.#writer.addRows(rowsOfList(rows), facts);
    else this.#writer.addRange(range, facts);
  }

  /** Adds the words of an option that a reader sees. */
  #addOption(found: FoundDirective, name: string): void {
    const range = this.#lines.optionOf(found, name);
    if (range !== undefined) this.#writer.addRange(range, { kind: "caption" });
  }

  #readFields(at: number, to: number): number {
    let end = at;
    const { indent } = this.#lines.line(at);
    while (
      end < to &&
      !this.#lines.line(end).isBlank &&
      (this.#lines.line(end).indent > indent || field.test(this.#lines.line(end).text))
    )
      end += 1;
    const isHead = this.#writer.paragraphs.every(({ kind }) => kind === "heading" || kind === "boilerplate");
    if (!isHead) {
      this.#writer.add(this.#lines.slice(at, end));
      return end;
    }
    this.#writer.add(this.#lines.slice(at, end), { kind: "metadata" });
    for (const line of this.#lines.slice(at, end)) {
      const [, name = "", value = ""] = field.exec(line.text) ?? [];
      this.#state(name.trim().toLowerCase(), value.trim());
    }
    return end;
  }

  #state(name: string, value: string): void {
    if (value === "") return;
    const published = statedDate(value);
    const language = parseLanguageTag(value);
    if (/^(?:author|authors|autor|autoren)$/.test(name)) {
      this.#metadata = { ...this.#metadata, authors: parseAuthors([...(this.#metadata.authors ?? []), value]) };
    } else if (/^(?:date|datum|published)$/.test(name) && published !== undefined) {
      this.#metadata = { ...this.#metadata, published };
    } else if (/^(?:lang|language|sprache)$/.test(name) && language !== undefined) {
      this.#metadata = { ...this.#metadata, language };
    } else if (/^(?:organization|publisher)$/.test(name)) {
      this.#metadata = { ...this.#metadata, publisher: value };
    }
  }

  #readTable(at: number, to: number): number {
    const isGrid = gridRow.test(this.#lines.line(at).text);
    let end = this.#lines.endOfRun(at, to);
    // The rule that ends a simple table may come after blank lines between its rows.
    while (!isGrid && end < to && !simpleRule.test(this.#lines.line(end - 1).text)) {
      const next = this.#lines.endOfRun(this.#lines.afterBlank(end, to), to);
      if (next <= end) break;
      end = next;
    }
    return this.#addLines(at, end, "table");
  }

  /** How many lines from there on are a section's title with its adornment; 0: none. */
  #sectionAt(at: number, to: number): number {
    const [first, second, third] = [
      this.#lines.all[at],
      at + 1 < to ? this.#lines.all[at + 1] : undefined,
      at + 2 < to ? this.#lines.all[at + 2] : undefined,
    ];
    const isOver =
      first !== undefined &&
      adornment.test(first.text) &&
      third !== undefined &&
      isUnderline(third, second) &&
      third.text.charAt(0) === first.text.charAt(0);
    const title = isOver ? second : first;
    const rule = isOver ? third : second;
    if (title === undefined || rule === undefined || title.isBlank || !isUnderline(rule, title)) return 0;
    if (!isOver && (title.indent > 0 || adornment.test(title.text.trim()))) return 0;
    const style = `${isOver ? "over" : ""}${rule.text.charAt(0)}`;
    if (!this.#styles.includes(style)) this.#styles.push(style);
    const words = title.text.trim();
    const lines = isOver ? 3 : 2;
    this.#writer.addHeading(
      [title],
      { level: this.#styles.indexOf(style) + 1, words: plainWords(words) },
      slugOf(words),
    );
    return lines;
  }

  #addLines(from: number, to: number, kind: "markup" | "code" | "table" | "text"): number {
    const lines = this.#lines.slice(from, to);
    if (kind === "markup") this.#writer.addMarkup(lines);
    else this.#writer.add(lines, { kind });
    return to;
  }
}

function isUnderline(rule: TextLine, title: TextLine | undefined): boolean {
  if (title === undefined || title.isBlank || !adornment.test(rule.text) || rule.indent > 0) return false;
  const length = rule.text.trim().length;
  return length >= 4 || length >= title.text.trim().length;
}

/** The first row of a table that is written as a list, or as values between commas. */
function headOf(rows: readonly TextLine[], kind: DirectiveKind): TextRange | undefined {
  const row = kind === "list-table" ? (rowsOfList(rows)[0] ?? []) : rows.slice(0, 1);
  const [first] = row;
  const last = row.at(-1);
  return first === undefined || last === undefined ? undefined : rangeOfLines(first, last);
}

/** "A. Jansen" begins no list. */
function isInitial(text: string): boolean {
  return /^\s*[A-Z]\.\s+\p{Lu}/u.test(text) && !/^\s*A\.\s/.test(text);
}

/** Without the marks of emphasis, literals and roles. */
function plainWords(words: string): string {
  return words
    .replace(/:[\w:-]+:`([^`<]*?)(?:\s*<[^`]*>)?`/gu, "$1")
    .replace(/`([^`<]*?)(?:\s*<[^`]*>)?`_{0,2}/gu, "$1")
    .replace(/\*{1,2}|`{1,2}|\|/gu, "")
    .trim();
}

function titleIn(paragraphs: ReadLines["paragraphs"]): { readonly headline?: string } {
  const heading = paragraphs.find(
    ({ kind, level }) => kind === "title" || (kind === "heading" && level === 1),
  )?.heading;
  return heading === undefined ? {} : { headline: heading };
}
