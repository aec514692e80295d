import type { getDocumentProxy } from "unpdf";
import { unparsable } from "../extracted-document.ts";
import { drawnBoxesOf } from "./drawn-boxes.ts";
import { fieldsOf } from "./form-fields.ts";
import type { TextRun } from "./layout/lines.ts";
import { inLetterOrder } from "./ligatures.ts";
import { withFields } from "./place-fields.ts";
import { isUnmapped } from "./unmapped-letters.ts";

/** A document with this many runs is a drawing. */
const maxRunsPerPage = 50_000;
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type Page = Awaited<ReturnType<Pdf["getPage"]>>;
type Matrix = readonly [number, number, number, number, number, number];

/** The text of a page. */
export interface PageText {
  /** By the quarter turns by which it stands turned, the one that most of it has first. */
  readonly directions: readonly (readonly TextRun[])[];
  /** How many of its letters no one can tell, or stand askew. */
  readonly unreadable: number;
}

/** Bullets of the fonts that have nothing else, by where these put them. */
const bullets = /^[\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf06e\uf076\uf0be\uf02d]$/u;

/** The shapes that Arabic letters have at the beginning, in the middle and at the end of words: each is the letter. */
const shapes = /[\ufb50-\ufdff\ufe70-\ufefc]/gu;

/** Reads the text of a page, and what is filled into its fields. */
export async function textOfPage(page: Page, file: string): Promise<PageText> {
  const { items } = await page.getTextContent();
  if (items.length > maxRunsPerPage) throw unparsable(file, `a page has more than ${maxRunsPerPage} pieces of text`);
  const view = matrixOf(page.getViewport({ scale: 1 }).transform);
  const texts = items.filter((item) => "str" in item && item.str !== "");
  const unmapped = unmappedFonts(texts);
  const turned: TextRun[][] = [[], [], [], []];
  let unreadable = 0;
  for (const item of await inLetterOrder(texts.filter(isText), page)) {
    const matrix = product(view, matrixOf(item.transform));
    const turns = quarterTurns(matrix);
    const isLost = unmapped.has(item.fontName);
    if (turns === undefined || isLost) {
      unreadable += item.str.replace(/\s/gu, "").length;
      if (turns === undefined) continue;
    }
    const text = isLost ? lostText(item.str) : mappedText(item.str);
    const run = uprightRun(text, matrix, item.width, turns);
    turned[turns]?.push(item.dir === "rtl" ? { ...run, isRightToLeft: true } : run);
  }
  const fields = [...fieldsOf(await page.getAnnotations()), ...(await drawnBoxesOf(page))];
  turned[0] = withFields(turned[0] ?? [], fields, (x, y) => pointOf(view, x, y));
  const directions = turned.filter((runs) => runs.length > 0).sort((a, b) => charsOf(b) - charsOf(a));
  return { directions, unreadable };
}

function isText<Item extends object>(item: Item): item is Extract<Item, { readonly str: string }> {
  return "str" in item;
}

/** Fonts of which nothing says which letters they show. */
function unmappedFonts(items: readonly object[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const item of items) {
    if (!("str" in item) || !("fontName" in item)) continue;
    const { str, fontName } = item;
    if (typeof str !== "string" || typeof fontName !== "string" || bullets.test(str.trim())) continue;
    texts.set(fontName, (texts.get(fontName) ?? "") + str);
  }
  return new Set([...texts].flatMap(([font, text]) => (isUnmapped(text) ? [font] : [])));
}

function lostText(text: string): string {
  return text.trim() === "" ? text : "[…]";
}

function mappedText(text: string): string {
  if (bullets.test(text.trim())) return "•";
  return text.replace(/[\uf0b7\uf0a7]/gu, "•").replace(shapes, (letter) => letter.normalize("NFKC"));
}

/** By how many quarters the writing stands turned to the left; undefined where it stands askew. */
function quarterTurns([a, b]: Matrix): 0 | 1 | 2 | 3 | undefined {
  if (Math.abs(b) <= Math.abs(a) * 0.1) return a >= 0 ? 0 : 2;
  if (Math.abs(a) > Math.abs(b) * 0.1) return undefined;
  return b < 0 ? 1 : 3;
}

/** A run as it stands when its page is turned so that it can be read. */
function uprightRun(text: string, [a, b, c, d, x, y]: Matrix, width: number, turns: 0 | 1 | 2 | 3): TextRun {
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  // The page's own coordinates run from the top to the bottom.
  switch (turns) {
    case 0:
      return { text, x, y: -y, width, size };
    case 1:
      return { text, x: -y, y: -x, width, size };
    case 2:
      return { text, x: -x, y, width, size };
    case 3:
      return { text, x: y, y: x, width, size };
  }
}

/** A point of the page as runs have it: larger heights are higher. */
function pointOf([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, -(b * x + d * y + f)];
}

function charsOf(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.trim().length, 0);
}

function matrixOf(values: readonly unknown[]): Matrix {
  const at = (i: number) => {
    const value = values[i];
    return typeof value === "number" && Number.isFinite(value) ? value : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function product([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}
