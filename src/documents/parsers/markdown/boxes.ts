import type { TextRange } from "../../document.ts";
import { hasTitle } from "./directives.ts";
import { isBox, shortcodesIn } from "./shortcodes.ts";

/** A line that begins or ends a box. */
export interface BoxLine {
  /** Where it stands in the text. */
  readonly at: number;
  readonly kind: "titled" | "untitled" | "end";
}

const fence =
  /^[ \t>]*(?::{3,}|`{3,}|~{3,}|\/{3,})[ \t]*(?:([\w-]+|\{[^{}\n]*\})[ \t]*(?:\|[ \t]*)?(\S[^\n\r]*)?)?$/gmu;

/**
 * Boxes of Markdown, from ":::note[Title]" to ":::", and those of shortcodes. What stands in one that has a title stands deeper than the title,
 * which says what it is about.
 */
export class Boxes {
  #open: BoxLine["kind"][] = [];

  /** How many boxes with a title are open. */
  get depth(): number {
    return this.#open.filter((kind) => kind === "titled").length;
  }

  /** A box that nobody has closed ends at the next heading. */
  close(): void {
    this.#open = [];
  }

  linesOf(text: string, range: TextRange): BoxLine[] {
    const words = text.slice(range.start, range.end);
    const fences = [...words.matchAll(fence)].map(({ index, 1: name, 2: title }): BoxLine => {
      const own = /\btitle="[^"]*[\p{L}\p{N}]/u.test(name ?? "");
      const isTitle = hasTitle((name ?? "").replace(/[{}]/g, ""));
      const isTitled =
        own || (isTitle && title !== undefined && /^(?:\[[^[\]]*[\p{L}\p{N}]|[^\s[\]]*[\p{L}\p{N}])/u.test(title));
      return { at: range.start + index, kind: name === undefined ? "end" : isTitled ? "titled" : "untitled" };
    });
    const shortcodes = shortcodesIn(text, range).flatMap((one): BoxLine[] => {
      if (!isBox(one)) return [];
      return [{ at: one.start, kind: one.isClosing ? "end" : one.title === undefined ? "untitled" : "titled" }];
    });
    return [...fences, ...shortcodes].sort((a, b) => a.at - b.at);
  }

  /** Opens and closes what begins or ends before a place; the lines are used up. */
  follow(lines: BoxLine[], before: number): void {
    for (let next = lines[0]; next !== undefined && next.at < before; next = lines[0]) {
      if (next.kind === "end") this.#open.pop();
      else this.#open.push(next.kind);
      lines.shift();
    }
  }
}
