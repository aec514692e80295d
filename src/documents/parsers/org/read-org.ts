import { defined } from "../../../defined.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import { isShortList, itemsOf, ParagraphWriter } from "../lines/paragraph-writer.ts";
import { parseLines, type ReadLines } from "../lines/parse-lines.ts";
import { rangeOfLines, type TextLine } from "../lines/text-lines.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { readHeadline } from "./headline.ts";

const heading = /^(\*+)\s+(.*)$/u;
const keyword = /^\s*#\+(\w+)(?:\[[^\]]*\])?:\s*(.*)$/u;
const begin = /^\s*#\+begin_(\w+)/iu;
const drawer = /^\s*:([\w-]+):\s*$/u;
const bullet = /^\s*(?:[-+]|\d{1,3}[.)]|[a-z][.)])\s+|^\s+\*\s+/iu;
const diagram = /^\s*#\+begin_src\s+(?:dot|graphviz|plantuml|mermaid|ditaa|gnuplot|tikz)\b/iu;
const planning = /^\s*(?:SCHEDULED|DEADLINE|CLOSED):/u;

/** @throws AppError `not-text` */
export function readOrg(bytes: Uint8Array, file: string): ParsedDocument {
  return parseLines(bytes, file, readLines);
}

function readLines(lines: readonly TextLine[]): ReadLines {
  const writer = new ParagraphWriter();
  const facts = new Map<string, string[]>();
  for (let at = 0; at < lines.length; ) at = readBlock(lines, at, writer, facts);
  // Where the title is stated, a single headline is a section.
  const paragraphs = facts.has("title") ? writer.paragraphs : withHeadingAsTitle(writer.paragraphs);
  return { paragraphs, metadata: metadataOf(facts) };
}

/** @returns where to go on */
function readBlock(
  lines: readonly TextLine[],
  at: number,
  writer: ParagraphWriter,
  facts: Map<string, string[]>,
): number {
  const line = lines[at];
  if (line === undefined || line.isBlank) return at + 1;
  const { text } = line;
  const [, stars, words = ""] = heading.exec(text) ?? [];
  if (stars !== undefined) {
    // A section that is a comment is none that a reader sees.
    const end = readHeadline(words).isComment ? endOfSection(lines, at, stars.length) : at;
    if (end > at) writer.addMarkup(lines.slice(at, end));
    else writer.addHeading([line], { level: stars.length, words: headingWords(words) }, anchorIn(lines, at + 1));
    return Math.max(at + 1, end);
  }
  const block = begin.exec(text)?.[1]?.toLowerCase();
  if (block !== undefined) return readDelimited(lines, at, block, writer);
  const [, name, value = ""] = keyword.exec(text) ?? [];
  if (name !== undefined) {
    const key = name.toLowerCase();
    if (key === "caption") writer.addRest(line, line.text.length - value.length, { kind: "caption" });
    else if (
      /^(?:title|subtitle|author|date|language|email|description|keywords|options|startup|export_\w+)$/.test(key)
    ) {
      writer.add([line], { kind: "metadata" });
    } else writer.addMarkup([line]);
    if (value.trim() !== "") facts.set(key, [...(facts.get(key) ?? []), value.trim()]);
    return at + 1;
  }
  if (/^\s*#(?:\s|$)/.test(text) || /^\s*-{5,}\s*$/.test(text) || planning.test(text)) {
    writer.addMarkup([line]);
    return at + 1;
  }
  if (drawer.test(text)) {
    const end = endWhere(lines, at + 1, (other) => /^\s*:END:\s*$/iu.test(other.text));
    if (end !== undefined) {
      writer.addMarkup(lines.slice(at, end + 1));
      return end + 1;
    }
  }
  if (/^\s*\|/.test(text)) return addRun(lines, at, writer, "table", (other) => /^\s*\|/.test(other.text));
  if (/^\s*:\s/.test(text)) return addRun(lines, at, writer, "code", (other) => /^\s*:(?:\s|$)/.test(other.text));
  if (bullet.test(text)) return readList(lines, at, writer, facts);
  let end = at + 1;
  while (end < lines.length && goesOn(lines[end])) end += 1;
  writer.add(lines.slice(at, end));
  return end;
}

/** A list, with whatever is set in below its items. */
function readList(
  lines: readonly TextLine[],
  at: number,
  writer: ParagraphWriter,
  facts: Map<string, string[]>,
): number {
  const { indent } = lines[at] ?? { indent: 0 };
  const isBullet = (line: TextLine) => line.indent === indent && bullet.test(line.text);
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || line.isBlank) continue;
    if (next > at && line.indent <= indent && !isBullet(line)) break;
    end = next + 1;
  }
  const list = lines.slice(at, end);
  const items = itemsOf(list, isBullet);
  const isPlain = list.every((line) => bullet.test(line.text) || goesOn(line));
  writer.deeper(() => {
    if (isPlain && isShortList(list, items.length)) {
      writer.add(list);
      return;
    }
    for (const item of items) {
      let head = 1;
      while (head < item.length && goesOn(item[head])) head += 1;
      writer.add(item.slice(0, head));
      for (let next = head; next < item.length; ) next = readBlock(item, next, writer, facts);
    }
  });
  return end;
}

function endOfSection(lines: readonly TextLine[], at: number, level: number): number {
  const isNext = ({ text }: TextLine) => (heading.exec(text)?.[1]?.length ?? level + 1) <= level;
  return endWhere(lines, at + 1, isNext) ?? lines.length;
}

/** Whether a line goes on with a paragraph. */
function goesOn(line: TextLine | undefined): boolean {
  if (line === undefined || line.isBlank) return false;
  const { text } = line;
  return !(
    heading.test(text) ||
    begin.test(text) ||
    keyword.test(text) ||
    drawer.test(text) ||
    bullet.test(text) ||
    /^\s*(?:\||#\s|:\s)/.test(text)
  );
}

function readDelimited(lines: readonly TextLine[], at: number, block: string, writer: ParagraphWriter): number {
  const isEnd = (line: TextLine) => line.text.trim().toLowerCase() === `#+end_${block}`;
  const end = endWhere(lines, at + 1, isEnd) ?? lines.length;
  const inner = lines.slice(at + 1, end);
  const close = lines.slice(end, end + 1);
  const isDrawn = block === "src" && diagram.test(lines[at]?.text ?? "");
  if (block === "comment" || block === "export" || isDrawn) {
    writer.addMarkup(lines.slice(at, end + 1));
    return end + 1;
  }
  writer.addMarkup(lines.slice(at, at + 1));
  if (block === "src" || block === "example") writer.add(inner, { kind: "code" });
  else for (let next = 0; next < inner.length; ) next = readBlock(inner, next, writer, new Map());
  writer.addMarkup(close);
  return end + 1;
}

function addRun(
  lines: readonly TextLine[],
  at: number,
  writer: ParagraphWriter,
  kind: "table" | "code",
  belongs: (line: TextLine) => boolean,
): number {
  let end = at + 1;
  for (let line = lines[end]; line !== undefined && !line.isBlank && belongs(line); line = lines[end]) end += 1;
  const [first, rule] = lines.slice(at, end);
  const hasHead = kind === "table" && first !== undefined && /^\s*\|[-+|]+\s*$/.test(rule?.text ?? "");
  writer.add(lines.slice(at, end), { kind, ...(hasHead ? { tableHead: rangeOfLines(first, first) } : {}) });
  return end;
}

function endWhere(lines: readonly TextLine[], from: number, isEnd: (line: TextLine) => boolean): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined && isEnd(line)) return at;
  }
  return undefined;
}

/** What a heading's drawer calls it. */
function anchorIn(lines: readonly TextLine[], from: number): string | undefined {
  for (const line of lines.slice(from, from + 12)) {
    if (line.isBlank || heading.test(line.text)) return undefined;
    const id = /^\s*:CUSTOM_ID:\s+(\S+)/iu.exec(line.text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Without state, priority, tags and the marks of links and emphasis. */
function headingWords(words: string): string {
  const { leadChars, tagChars } = readHeadline(words);
  return words
    .slice(leadChars, words.length - tagChars)
    .replace(/\[\[[^\]]*\]\[([^\]]*)\]\]/gu, "$1")
    .replace(/(^|\s)([*/_=~+])(\S(?:.*?\S)?)\2(?=\s|$|[.,;:!?])/gu, "$1$3")
    .trim();
}

function metadataOf(facts: ReadonlyMap<string, readonly string[]>): FoundMetadata {
  const title = facts.get("title")?.join(" ");
  const authors = parseAuthors(facts.get("author") ?? []);
  const [date] = facts.get("date") ?? [];
  const published = statedDate(date?.replace(/^[<[](\d{4}-\d{2}-\d{2})[^>\]]*[>\]]$/u, "$1"));
  const language = parseLanguageTag(facts.get("language")?.[0]);
  return {
    ...defined({ title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ published, language }),
  };
}
