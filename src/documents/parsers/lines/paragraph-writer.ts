import { defined } from "../../../defined.ts";
import type { ParagraphKind } from "../../document.ts";
import { maxPassageChars } from "../../passages/long-paragraphs.ts";
import type { ParsedParagraph } from "../parser.ts";
import { rangeOfLines, type TextLine } from "./text-lines.ts";

const maxItemChars = 200;

export interface ParagraphFacts {
  readonly kind?: ParagraphKind;
  readonly rule?: string;
  readonly level?: number;
  readonly heading?: string;
}

/** Puts lines of a text together to its paragraphs, in their order. */
export class ParagraphWriter {
  readonly paragraphs: ParsedParagraph[] = [];
  #anchor: string | undefined;

  /** Adds lines as one paragraph; blank lines at either end are left out. */
  add(lines: readonly TextLine[], facts: ParagraphFacts = { kind: "text" }): void {
    const filled = lines.filter(({ isBlank }) => !isBlank);
    const [first] = filled;
    const last = filled.at(-1);
    if (first === undefined || last === undefined) return;
    const anchor = this.#anchor;
    this.paragraphs.push({ range: rangeOfLines(first, last), ...facts, ...defined({ anchor }) });
  }

  /** Adds the end of a line, from so many characters on. */
  addRest(line: TextLine, from: number, facts: ParagraphFacts): void {
    const rest = line.text.slice(from);
    const start = line.start + from + (rest.length - rest.trimStart().length);
    const end = line.start + line.text.trimEnd().length;
    const anchor = this.#anchor;
    if (start < end) this.paragraphs.push({ range: { start, end }, ...facts, ...defined({ anchor }) });
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
    const items: TextLine[][] = [];
    for (const line of lines) {
      const last = items.at(-1);
      if (last === undefined || isBullet(line)) items.push([line]);
      else last.push(line);
    }
    const chars = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    const isTight = lines.every(({ isBlank }) => !isBlank);
    if (isTight && chars <= maxPassageChars && chars <= items.length * maxItemChars) this.add(lines);
    else for (const item of items) this.add(item);
  }
}
