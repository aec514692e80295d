import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { ParagraphWriter } from "../lines/paragraph-writer.ts";
import { parseLines, type ReadLines } from "../lines/parse-lines.ts";
import type { TextLine } from "../lines/text-lines.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";

const heading = /^(={1,6}|#{1,6})\s+(\S.*)$/u;
const attribute = /^:(!?[\p{L}\w][\w-]*!?):(?:\s+(.*))?$/u;
const attributeList = /^\[(?![^\]]*\]\S)[^\]]*\]$/u;
const delimiter = /^(?:(-{4,})|(\.{4,})|(={4,})|(\*{4,})|(_{4,})|(\+{4,})|(\/{4,})|(--)|([|,:!]={3,})|(`{3,}).*)$/u;
const macro = /^(?:include|image|video|audio|toc|ifdef|ifndef|ifeval|endif|counter2?)::\S*\[.*\]$/u;
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
    for (let at = from; at < to; ) at = Math.max(at + 1, Math.min(to, this.#readBlock(at, to)));
  }

  #readBlock(at: number, to: number): number {
    const line = this.#lines[at];
    if (line === undefined || line.isBlank) return at + 1;
    const words = line.text.trimEnd();
    const [, marks, title] = heading.exec(words) ?? [];
    if (marks !== undefined && title !== undefined) {
      this.#writer.addHeading([line], { level: marks.length, words: plainWords(title) }, this.#anchor ?? idOf(title));
      this.#anchor = undefined;
      return at + 1;
    }
    if (delimiter.test(words)) return this.#readDelimited(at, to, words);
    if (attributeList.test(words) || /^\[\[[^\]]+\]\]$/.test(words)) {
      this.#anchor = /^\[(?:\[|#|id=["']?)([\w:.-]+)/.exec(words)?.[1] ?? this.#anchor;
      this.#writer.addMarkup([line]);
      return at + 1;
    }
    if (macro.test(words)) {
      const alt = /^image::\S*?\[([^\],]*)/u.exec(words)?.[1] ?? "";
      if (/\p{L}{3}/u.test(alt)) this.#writer.add([line], { kind: "caption" });
      else this.#writer.addMarkup([line]);
      return at + 1;
    }
    if (
      /^(?:'{3,}|<{3,}|-{3}|\*{3})$/.test(words) ||
      /^\/\/(?!\/)/.test(words) ||
      words === "+" ||
      attribute.test(words)
    ) {
      this.#writer.addMarkup([line]);
      return at + 1;
    }
    if (/^\.[^\s.].*$/u.test(words)) {
      this.#writer.add([line], { kind: "caption" });
      return at + 1;
    }
    if (line.indent > 0 && !bullet.test(line.text)) return this.#addRun(at, to, "code");
    return this.#readText(at, to);
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
    return end;
  }

  #readDelimited(at: number, to: number, mark: string): number {
    const fence = mark.startsWith("```") ? (/^`+/.exec(mark)?.[0] ?? mark) : mark;
    let end = at + 1;
    while (end < to && this.#lines[end]?.text.trimEnd() !== fence) end += 1;
    const inner = this.#lines.slice(at + 1, end);
    const kind = /^[|,:!]=/.test(mark) ? "table" : /^(?:-{4}|\.{4}|`{3})/.test(mark) ? "code" : undefined;
    if (/^(?:\/{4}|\+{4})/.test(mark)) {
      this.#writer.addMarkup(this.#lines.slice(at, end + 1));
      return end + 1;
    }
    this.#writer.addMarkup(this.#lines.slice(at, at + 1));
    if (kind === undefined) this.#readRange(at + 1, end);
    else this.#writer.add(inner, { kind });
    this.#writer.addMarkup(this.#lines.slice(end, Math.min(end + 1, to)));
    return end + 1;
  }

  #addRun(at: number, to: number, kind: "code"): number {
    let end = at + 1;
    while (end < to && this.#lines[end]?.isBlank === false) end += 1;
    this.#writer.add(this.#lines.slice(at, end), { kind });
    return end;
  }
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
