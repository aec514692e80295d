import { defined } from "../../../defined.ts";
import type { ParagraphKind, TextRange } from "../../document.ts";
import { maxPassageChars } from "../../passages/long-paragraphs.ts";
import type { ParsedParagraph } from "../parser.ts";
import { rangeOfLines, type TextLine } from "./text-lines.ts";

const maxItemChars = 200;

export interface ParagraphFacts {
  readonly kind?: ParagraphKind;
  readonly rule?: string;
  readonly level?: number;
  readonly heading?: string;
  readonly isLabel?: true;
  readonly tableHead?: TextRange;
}

/** Puts lines of a text together to its paragraphs, in their order. */
export class ParagraphWriter {
  readonly paragraphs: ParsedParagraph[] = [];
  #anchor: string | undefined;
  #depth = 0;

  /** Adds lines as one paragraph; blank lines at either end are left out. */
  add(lines: readonly TextLine[], facts: ParagraphFacts = { kind: "text" }): void {
    const filled = lines.filter(({ isBlank }) => !isBlank);
    const [first] = filled;
    const last = filled.at(-1);
    if (first !== undefined && last !== undefined) this.addRange(rangeOfLines(first, last), facts);
  }

  /** Adds a part of the text, without white space at either end; nothing where it is empty. */
  addRange(range: TextRange, facts: ParagraphFacts = { kind: "text" }): void {
    if (range.start >= range.end) return;
    const isInText = facts.kind !== "boilerplate" && facts.kind !== "heading" && this.#depth > 0;
    this.paragraphs.push({
      range,
      ...facts,
      ...(isInText ? { depth: this.#depth } : {}),
      ...defined({ anchor: this.#anchor }),
    });
  }

  /** Adds the end of a line, from so many characters on. */
  addRest(line: TextLine, from: number, facts: ParagraphFacts): void {
    this.addRange(restOfLine(line, from), facts);
  }

  /** Adds lines that say something to a program and nothing to readers. */
  addMarkup(lines: readonly TextLine[]): void {
    this.add(lines, { kind: "boilerplate", rule: "markup" });
  }

  addHeading(
    lines: readonly TextLine[],
    heading: { readonly level: number; readonly words: string },
    anchor?: string,
  ): void {
    this.#anchor = anchor ?? this.#anchor;
    this.add(lines, { kind: "heading", level: heading.level, heading: heading.words });
  }

  /** Adds a list: as one paragraph where it is short, else as one for each item. @param isBullet whether an item begins */
  addList(lines: readonly TextLine[], isBullet: (line: TextLine) => boolean): void {
    const items = itemsOf(lines, isBullet);
    this.deeper(() => {
      if (isShortList(lines, items.length)) this.add(lines);
      else for (const item of items) this.add(item);
    });
  }

  /** Adds rows of a table that take several lines: as many to a paragraph as a passage holds, so that none is cut. */
  addRows(rows: readonly (readonly TextLine[])[], facts: ParagraphFacts): void {
    let together: TextLine[] = [];
    for (const row of rows) {
      const [first] = together;
      const last = row.at(-1);
      if (first !== undefined && last !== undefined && last.end - first.start > maxPassageChars) {
        this.add(together, facts);
        together = [];
      }
      together.push(...row);
    }
    this.add(together, facts);
  }

  /** What is added meanwhile stands one step deeper: in a list, or below a label. */
  deeper(write: () => void): void {
    this.#depth += 1;
    write();
    this.#depth -= 1;
  }
}

/** The lines of each item of a list. */
export function itemsOf(lines: readonly TextLine[], isBullet: (line: TextLine) => boolean): TextLine[][] {
  const items: TextLine[][] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last === undefined || isBullet(line)) items.push([line]);
    else last.push(line);
  }
  return items;
}

/** Whether a list is shown as one paragraph. */
export function isShortList(lines: readonly TextLine[], items: number): boolean {
  const chars = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  return lines.every(({ isBlank }) => !isBlank) && chars <= maxPassageChars && chars <= items * maxItemChars;
}

/** The end of a line, from so many characters on, without white space around it. */
export function restOfLine(line: TextLine, from: number): TextRange {
  const rest = line.text.slice(from);
  const start = line.start + from + (rest.length - rest.trimStart().length);
  return { start, end: Math.max(start, line.start + line.text.trimEnd().length) };
}
