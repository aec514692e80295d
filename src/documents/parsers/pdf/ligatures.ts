import { shapesOf } from "./drawn-shapes.ts";
import type { Page } from "./runs.ts";

interface PieceOfText {
  readonly str: string;
  readonly dir: string;
}

/** Letters and vowel signs of scripts that are written from right to left. */
const leftwards = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/gu;

/**
 * Pieces of text with the letters of ligatures in their order: the library reads a word that is drawn from left to right
 * backwards, letter by letter, and so the two letters of one shape, such as lam and alef, in the wrong order.
 * @param pieces all of the page, as the library gives them
 */
export async function inLetterOrder<Piece extends PieceOfText>(
  pieces: readonly Piece[],
  page: Page,
): Promise<readonly Piece[]> {
  if (!pieces.some(({ dir }) => dir === "rtl")) return pieces;
  const shapes = await shapesOf(page);
  if (!shapes.some(isLigature)) return pieces;
  let at = 0;
  const ordered: Piece[] = [];
  for (const piece of pieces) {
    const wanted = withoutSpaces(piece.str);
    const own: string[] = [];
    for (let chars = 0; chars < wanted.length && at < shapes.length; at += 1) {
      own.push(shapes[at] ?? "");
      chars += withoutSpaces(shapes[at] ?? "").length;
    }
    // Where the shapes are not those of the text, nobody can tell.
    if (sorted(own.join("")) !== sorted(wanted)) return pieces;
    ordered.push(piece.dir === "rtl" && own.some(isLigature) ? { ...piece, str: reordered(piece.str, own) } : piece);
  }
  return ordered;
}

function isLigature(shape: string): boolean {
  return shape.length > 1 && /^[\u0590-\u08ff]/u.test(shape);
}

/** @param shapes from left to right */
function reordered(words: string, shapes: readonly string[]): string {
  let text = words;
  let from = 0;
  for (const stretch of stretchesOf(shapes).reverse()) {
    const read = [...stretch.join("")].reverse().join("");
    const right = [...stretch].reverse().join("");
    const found = text.indexOf(read, from);
    if (found < 0) continue;
    text = text.slice(0, found) + right + text.slice(found + read.length);
    from = found + right.length;
  }
  return text;
}

/** Shapes of such scripts that follow one another. */
function stretchesOf(shapes: readonly string[]): string[][] {
  const stretches: string[][] = [];
  let isOpen = false;
  for (const shape of shapes) {
    const isOwn = shape.replace(leftwards, "") === "";
    if (isOwn && isOpen) stretches.at(-1)?.push(shape);
    else if (isOwn) stretches.push([shape]);
    isOpen = isOwn;
  }
  return stretches;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

function sorted(text: string): string {
  return [...withoutSpaces(text)].sort().join("");
}
