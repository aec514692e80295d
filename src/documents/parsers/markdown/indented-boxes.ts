import { Definitions } from "./definition-lists.ts";

/** A text written anew for a parser, with the way back from its places to those of the text. */
export interface Rewritten {
  readonly text: string;
  originalPlace(place: number): number;
}

const opening =
  /^[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+"[^"\n]*")?|===[+!]?[ \t]+"[^"\n]*")[ \t]*$/u;
const fence = /^[ \t>]*(`{3,}|~{3,})/;
const item = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const stepColumns = 4;
/** Nobody nests boxes more deeply, and each adds a mark to every line in it. */
const maxBoxes = 16;

/** Whether a line opens a box or a tab that what is set in below it stands in. */
export function isBoxOpening(line: string): boolean {
  return opening.test(line);
}

/**
 * Writes what is set in below '!!! note' and '=== "Tab"', and what ': ' begins below a term, as a block quote, so that it
 * is read as the text that it is, whatever it holds: to Markdown it is code.
 */
export function withQuotedBoxes(text: string): Rewritten {
  if (!/^[ \t>]*(?:!!!|\?\?\?|===[+!]?[ \t]+"|:{3,}[ \t]*$|:[ \t]+\S)/m.test(text))
    return { text, originalPlace: (place) => place };
  const pieces: string[] = [];
  const changes: Change[] = [];
  let written = 0;
  /** Columns that the text of each open box is set in by. */
  let boxes: number[] = [];
  let openFence = "";
  let isInList = false;
  const definitions = new Definitions();
  let isDefining = false;
  const lines = linesOf(text);
  for (const { whole, start, line, columns } of lines) {
    // A blank line belongs to what the next line with words belongs to.
    isDefining &&= line.trim() !== "";
    // The first paragraph of a definition goes on below its mark, however its lines are set in.
    if (!isDefining) boxes = boxes.filter((least) => columns >= least);
    const removed = line.trim() === "" ? 0 : charsOf(line, boxes.at(-1) ?? 0);
    if (boxes.length === 0 && openFence === "" && definitions.begins(line)) {
      isDefining = true;
      boxes = [columns + stepColumns];
    }
    const quotes = boxes.map((least, i) => `${" ".repeat(least - stepColumns - (boxes[i - 1] ?? 0))}> `).join("");
    // To Markdown the end of a box right below a list is a part of its last item.
    const marks = isInList && openFence === "" && /^[ \t]*:{3,}[ \t]*$/.test(line) ? `${quotes}\n${quotes}` : quotes;
    isInList = item.test(line) || (isInList && line.trim() !== "" && columns > 0);
    const isSame = marks === "" && (changes.length === 0 || changes.at(-1)?.added === 0);
    if (!isSame) changes.push({ at: written, original: start, added: marks.length, removed });
    pieces.push(marks, whole.slice(removed));
    written += marks.length + whole.length - removed;
    const mark = fence.exec(line)?.[1] ?? "";
    if (openFence === "") openFence = mark;
    else if (mark.startsWith(openFence)) openFence = "";
    if (openFence === "" && boxes.length < maxBoxes && opening.test(line)) boxes.push(columns + stepColumns);
  }
  const originalPlace = (place: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changes[middle]?.at ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const change = changes[low - 1];
    if (change === undefined) return place;
    const { at, original, added, removed } = change;
    return place - at < added ? original + (place === at ? 0 : removed) : original + removed + place - at - added;
  };
  return { text: pieces.join(""), originalPlace };
}

/** Where a line begins that was changed: in what is written, and in the text. */
interface Change {
  readonly at: number;
  readonly original: number;
  readonly added: number;
  readonly removed: number;
}

interface Line {
  /** With its line break. */
  readonly whole: string;
  readonly start: number;
  readonly line: string;
  /** How far it is set in; of a blank line, how far the next one is. */
  readonly columns: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let columns = 0;
  const matches = [...text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)].filter(({ 0: whole }) => whole !== "");
  for (const { 0: whole, index: start } of matches.reverse()) {
    const line = whole.replace(/[\r\n]+$/, "");
    if (line.trim() !== "") columns = columnsOf(line);
    lines.push({ whole, start, line, columns });
  }
  return lines.reverse();
}

function columnsOf(line: string): number {
  const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
  return indent.replaceAll("\t", " ".repeat(stepColumns)).length;
}

/** How many characters set a line in by so many columns. */
function charsOf(line: string, columns: number): number {
  let chars = 0;
  for (let seen = 0; seen < columns && /[ \t]/.test(line.charAt(chars)); chars += 1) {
    seen += line.charAt(chars) === "\t" ? stepColumns : 1;
  }
  return chars;
}
