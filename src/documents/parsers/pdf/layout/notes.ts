import { textOf } from "./lines.ts";
import { goesOn, type LineGroup } from "./paragraphs.ts";

/** Type smaller than the text's by this factor, at the foot of a page, belongs to a note. */
const noteSize = 0.92;
const noteMark = /^(?:\[?\d{1,3}[\])]?|[¹²³⁴-⁹⁰]+|[*†‡§]+)\s*\S/u;
/** In sizes of the type: where the content goes up by more, the next column begins. */
const nextColumn = 3;

/** A paragraph or table, and the page on which it begins. */
export interface Placed {
  group: LineGroup;
  readonly page: number;
  /** Where it goes on: the pages, each with how many of the lines, of a table of the rows, stand before it. */
  breaks: { readonly lines: number; readonly page: number }[];
}

/** Takes the notes at the foot of a page, and of each of its columns, out of its body; what they part goes on. */
export function takeNotes(body: Placed[], textSize: number): Placed[] {
  const notes: Placed[][] = [];
  for (let end = body.length; end > 0; end -= 1) {
    if (end < body.length && !isColumnEnd(body[end - 1]?.group, body[end]?.group)) continue;
    const first = firstNote(body, end, textSize);
    if (first === 0 || first === end) continue;
    notes.unshift(body.splice(first, end - first));
    joinAt(body, first);
    end = first;
  }
  return notes.flat();
}

/** Where the notes begin that end there; small type that no mark leads is the end of a note, or no note at all. */
function firstNote(body: readonly Placed[], end: number, textSize: number): number {
  let first = end;
  while (first > 0 && isNote(body[first - 1]?.group, textSize)) first -= 1;
  while (first < end && !isMarked(body[first]?.group)) first += 1;
  return first;
}

function isNote(group: LineGroup | undefined, textSize: number): boolean {
  return group !== undefined && !group.isTable && group.size <= textSize * noteSize;
}

function isMarked(group: LineGroup | undefined): boolean {
  const [line] = group?.lines ?? [];
  return line !== undefined && noteMark.test(textOf(line));
}

function isColumnEnd(group: LineGroup | undefined, next: LineGroup | undefined): boolean {
  const [last, first] = [group?.lines.at(-1), next?.lines[0]];
  return last !== undefined && first !== undefined && first.y - last.y > last.size * nextColumn;
}

function joinAt(body: Placed[], at: number): void {
  const [before, after] = [body[at - 1], body[at]];
  if (before === undefined || after === undefined || !goesOn(before.group, after.group)) return;
  before.group = { ...before.group, lines: [...before.group.lines, ...after.group.lines] };
  body.splice(at, 1);
}
