import type { TextRange } from "../../../documents/document.ts";
import { type Html, html, join } from "./html.ts";

/** `cited`: the passage that a citation names; `sentence`: the one in it that answers; `hit`: a word looked for. */
export type MarkKind = "cited" | "sentence" | "hit";

export interface Mark {
  readonly kind: MarkKind;
  /** In the text that is marked. */
  readonly range: TextRange;
}

/** A stretch of a text with its marks; marks may overlap and reach beyond it. */
export function markedText(text: string, { start, end }: TextRange, marks: readonly Mark[]): Html {
  const inside = marks.filter(({ range }) => range.start < end && range.end > start);
  const borders = new Set([start, end]);
  for (const { range } of inside) {
    borders.add(Math.max(start, range.start));
    borders.add(Math.min(end, range.end));
  }
  const places = [...borders].sort((a, b) => a - b);
  return join(
    places.slice(0, -1).map((from, index) => {
      const to = places[index + 1] ?? end;
      const kinds = new Set(inside.flatMap(({ kind, range }) => (range.start < to && range.end > from ? [kind] : [])));
      const piece = text.slice(from, to);
      return kinds.size === 0 ? html`${piece}` : html`<mark class="${[...kinds].sort().join(" ")}">${piece}</mark>`;
    }),
  );
}
