import { parseAuthors } from "../../metadata/authors.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { ParagraphWriter } from "../lines/paragraph-writer.ts";
import { parseLines, type ReadLines } from "../lines/parse-lines.ts";
import type { TextLine } from "../lines/text-lines.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { slugOf } from "./slug.ts";

const adornment = /^([!-/:-@[-`{-~])\1{1,}\s*$/;
const directive = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w:+.-]+)::(?:\s+(.*))?$/u;
const target = /^(?:\.\.\s+_(?:`[^`]+`|[^:]+):|__\s)/u;
const note = /^\.\.\s+\[[^\]]+\](?:\s|$)/u;
const bullet = /^\s*(?:[*+•‣⁃-]|\(?(?:\d{1,3}|#|[a-z]|[ivxlc]{1,5})[.)])(?:\s+|$)/iu;
const field = /^\s*:([^:\s][^:]*):(?:\s+(.*))?$/u;
const gridRow = /^\s*\+(?:[-=]+\+)+\s*$/;
const simpleRule = /^\s*=+(?:\s+=+)+\s*$/;

/** Directives by what stands in them; all others hold text. */
const ofCode =
  /^(?:code|code-block|sourcecode|parsed-literal|literalinclude|math|highlight|graphviz|mermaid|digraph|prompt|testcode|doctest|ipython|productionlist|command-output)$/;
const ofMarkup =
  /^(?:contents|toctree|include|raw|index|meta|image|role|default-role|default-domain|highlight|module|currentmodule|automodule|autoclass|autofunction|py:module|sectnum|header|footer|target-notes|tabularcolumns|only|unicode|replace|date|class|rst-class|csv-table-file)$/;
const ofTable = /^(?:table|csv-table|list-table|flat-table)$/;

/** @throws AppError `not-text` */
export function readRst(bytes: Uint8Array, file: string): ParsedDocument {
  return parseLines(bytes, file, (lines) => new RstReader(lines).read());
}

class RstReader {
  readonly #lines: readonly TextLine[];
  readonly #writer = new ParagraphWriter();
  readonly #styles: string[] = [];
  #metadata: FoundMetadata = {};

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  read(): ReadLines {
    this.#readRange(0, this.#lines.length);
    const paragraphs = withHeadingAsTitle(this.#writer.paragraphs);
    return { paragraphs, metadata: { headline: "", ...this.#metadata, ...titleIn(paragraphs) } };
  }

  /** Reads lines as blocks; those of a directive's content as well. */
  #readRange(from: number, to: number): void {
    for (let at = from; at < to; ) {
      if (this.#line(at).isBlank) at += 1;
      else at = Math.max(at + 1, Math.min(to, this.#readBlock(at, to)));
    }
  }

  /** @returns where to go on */
  #readBlock(at: number, to: number): number {
    const line = this.#line(at);
    const words = line.text.trim();
    const section = this.#sectionAt(at, to);
    if (section > 0) return at + section;
    if (words.startsWith("..") && (words === ".." || /^\.\.\s/.test(words))) return this.#readExplicit(at, to);
    if (/^__\s/.test(words)) return this.#addLines(at, at + 1, "markup");
    if (gridRow.test(line.text) || simpleRule.test(line.text)) return this.#readTable(at, to);
    if (adornment.test(words) && words.length >= 4) return this.#addLines(at, at + 1, "markup");
    if (words.startsWith(">>>")) return this.#addLines(at, this.#endOfRun(at, to), "code");
    if (field.test(line.text) && !/^\s*:\w+:`/.test(line.text)) return this.#readFields(at, to);
    const end = this.#endOfRun(at, to);
    if (bullet.test(line.text) && !isInitial(line.text)) return this.#readList(at, to);
    return this.#readText(at, end, to);
  }

  #readText(at: number, end: number, to: number): number {
    const isMark = this.#line(at).text.trim() === "::";
    if (isMark) this.#writer.addMarkup(this.#lines.slice(at, end));
    else this.#writer.add(this.#lines.slice(at, end));
    const last = this.#line(end - 1);
    if (!/::\s*$/.test(last.text)) return end;
    const code = this.#endOfIndented(end, to, this.#line(at).indent);
    return code > end ? this.#addLines(end, code, "code") : end;
  }

  #readList(at: number, to: number): number {
    const { indent } = this.#line(at);
    let end = at;
    for (let next = at; next < to; ) {
      const line = this.#line(next);
      if (line.isBlank) next += 1;
      else if (
        line.indent > indent ||
        (line.indent === indent && bullet.test(line.text)) ||
        next < this.#endOfRun(at, to)
      ) {
        next += 1;
        end = next;
      } else break;
    }
    this.#writer.addList(this.#lines.slice(at, end), (line) => line.indent === indent && bullet.test(line.text));
    return end;
  }

  /** Directives, comments, targets and notes. */
  #readExplicit(at: number, to: number): number {
    const { text, indent } = this.#line(at);
    const words = text.trim();
    const end = Math.max(at + 1, this.#endOfIndented(at + 1, to, indent));
    if (note.test(words)) return this.#addLines(at, end, "text");
    const [, name = "", argument = ""] = directive.exec(words) ?? [];
    if (name === "" || target.test(words)) return this.#addLines(at, end, "markup");
    let content = at + 1;
    while (content < end && !this.#line(content).isBlank && field.test(this.#line(content).text)) content += 1;
    if (ofMarkup.test(name)) return this.#addLines(at, end, "markup");
    if (ofCode.test(name)) {
      this.#writer.addMarkup(this.#lines.slice(at, content));
      return this.#addLines(content, end, "code");
    }
    // A title of a box is on the line of its mark.
    const isTitled = /^(?:admonition|topic|sidebar|rubric|versionadded|versionchanged|deprecated|glossary)$/.test(name);
    const isText =
      argument !== "" &&
      (isTitled || /^(?:note|warning|tip|hint|important|caution|attention|danger|error|seealso)$/.test(name));
    if (isText) {
      const run = this.#endOfRun(at, end);
      this.#writer.add(this.#lines.slice(at, isTitled ? at + 1 : run));
      content = isTitled ? content : run;
    } else if (ofTable.test(name) && argument !== "") {
      this.#writer.addRest(this.#line(at), text.indexOf("::") + 2, { kind: "caption" });
    } else {
      this.#writer.addMarkup(this.#lines.slice(at, content));
    }
    if (name === "csv-table") return this.#addLines(content, end, "table");
    this.#readRange(content, end);
    return end;
  }

  #readFields(at: number, to: number): number {
    let end = at;
    const { indent } = this.#line(at);
    while (
      end < to &&
      !this.#line(end).isBlank &&
      (this.#line(end).indent > indent || field.test(this.#line(end).text))
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
    const isGrid = gridRow.test(this.#line(at).text);
    let end = this.#endOfRun(at, to);
    // The rule that ends a simple table may come after blank lines between its rows.
    while (!isGrid && end < to && !simpleRule.test(this.#line(end - 1).text)) {
      const next = this.#endOfRun(this.#afterBlank(end, to), to);
      if (next <= end) break;
      end = next;
    }
    return this.#addLines(at, end, "table");
  }

  /** How many lines from there on are a section's title with its adornment; 0: none. */
  #sectionAt(at: number, to: number): number {
    const [first, second, third] = [
      this.#lines[at],
      at + 1 < to ? this.#lines[at + 1] : undefined,
      at + 2 < to ? this.#lines[at + 2] : undefined,
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

  #endOfRun(at: number, to: number): number {
    let end = at;
    while (end < to && !this.#line(end).isBlank) end += 1;
    return end;
  }

  /** Behind the lines that are indented more; blank lines behind them are not counted. */
  #endOfIndented(at: number, to: number, indent: number): number {
    let end = at;
    for (let next = at; next < to; next += 1) {
      const line = this.#line(next);
      if (line.isBlank) continue;
      if (line.indent <= indent) break;
      end = next + 1;
    }
    return end;
  }

  #afterBlank(at: number, to: number): number {
    let next = at;
    while (next < to && this.#line(next).isBlank) next += 1;
    return next;
  }

  #line(at: number): TextLine {
    return this.#lines[at] ?? { start: 0, end: 0, text: "", indent: 0, isBlank: true };
  }
}

function isUnderline(rule: TextLine, title: TextLine | undefined): boolean {
  if (title === undefined || title.isBlank || !adornment.test(rule.text) || rule.indent > 0) return false;
  const length = rule.text.trim().length;
  return length >= 4 || length >= title.text.trim().length;
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
