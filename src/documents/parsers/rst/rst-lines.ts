import type { TextRange } from "../../document.ts";
import { restOfLine } from "../lines/paragraph-writer.ts";
import { rangeOfLines, type TextLine } from "../lines/text-lines.ts";
import type { DirectiveKind } from "./directives.ts";

/** A field of a list of them, and an option of a directive: ":name: value". */
export const field = /^\s*:([^:\s][^:]*):(?:\s+(.*))?$/u;

export interface FoundDirective {
  /** Its first line, and the one behind its content. */
  readonly at: number;
  readonly end: number;
  readonly kind: DirectiveKind;
  /** What stands behind its name. */
  readonly argument: string;
  /** Where its content begins, behind its options. */
  readonly content: number;
}

/** The lines of a text of reStructuredText, and where its parts end; all places are numbers of lines. */
export class RstLines {
  readonly all: readonly TextLine[];

  constructor(lines: readonly TextLine[]) {
    this.all = lines;
  }

  slice(from: number, to: number): readonly TextLine[] {
    return this.all.slice(from, to);
  }

  endOfRun(at: number, to: number): number {
    let end = at;
    while (end < to && !this.line(end).isBlank) end += 1;
    return end;
  }

  /** Behind the lines that are indented more; blank lines behind them are not counted. */
  endOfIndented(at: number, to: number, indent: number): number {
    let end = at;
    for (let next = at; next < to; next += 1) {
      const line = this.line(next);
      if (line.isBlank) continue;
      if (line.indent <= indent) break;
      end = next + 1;
    }
    return end;
  }

  afterBlank(at: number, to: number): number {
    let next = at;
    while (next < to && this.line(next).isBlank) next += 1;
    return next;
  }

  line(at: number): TextLine {
    return this.all[at] ?? { start: 0, end: 0, text: "", indent: 0, isBlank: true };
  }

  /** Behind the lines of options below a directive. */
  endOfOptions(from: number, end: number): number {
    const { indent } = this.line(from);
    let at = from;
    for (; at < end && !this.line(at).isBlank; at += 1) {
      const line = this.line(at);
      if (!isOption(line) && (at === from || line.indent <= indent)) break;
    }
    return at;
  }

  /** What stands behind the name of an option, with the lines that it goes on in. */
  optionOf({ at, content }: FoundDirective, name: string): TextRange | undefined {
    for (let i = at + 1; i < content; i += 1) {
      const line = this.line(i);
      if (field.exec(line.text)?.[1]?.trim() !== name) continue;
      let last = i;
      while (last + 1 < content && !isOption(this.line(last + 1))) last += 1;
      const { start, end } = restOfLine(line, line.text.indexOf(":", line.text.indexOf(name)) + 1);
      if (start < end) return { start, end: last === i ? end : rangeOfLines(line, this.line(last)).end };
    }
    return undefined;
  }

  argumentOf(at: number): TextRange {
    const line = this.line(at);
    return restOfLine(line, line.text.indexOf("::") + 2);
  }
}

export function isOption({ text }: TextLine): boolean {
  return field.test(text) && !/^\s*:[\w:-]+:`/.test(text);
}
