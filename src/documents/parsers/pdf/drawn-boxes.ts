import { getResolvedPDFJS } from "unpdf";
import * as z from "zod";
import type { FilledField } from "./form-fields.ts";
import type { Page } from "./runs.ts";

/** In points: how wide the boxes are that people tick. */
const narrowest = 4;
const widest = 30;
/** How much wider than high, or higher than wide, such a box may be. */
const squareness = 1.2;
/** What a tick or a dot takes of the box that it stands in. */
const leastTick = 0.3;
const mostTick = 0.85;

type Matrix = readonly [number, number, number, number, number, number];
type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const tagSchema = z.tuple([z.union([z.string(), z.object({ name: z.string() })])], z.unknown());
/** What a path is drawn with, its points, and the rectangle around them. */
const pathSchema = z.tuple([
  z.number(),
  z.unknown(),
  z.object({ 0: z.number(), 1: z.number(), 2: z.number(), 3: z.number() }),
]);
const nodeSchema = z.object({ role: z.string().optional(), children: z.array(z.unknown()).optional() });

/**
 * The boxes to tick that a page draws with lines, as browsers print them: what is tagged as part of a form, is square and holds
 * no text. Something smaller within it is its tick.
 */
export async function drawnBoxesOf(page: Page): Promise<FilledField[]> {
  if (!hasForm(await page.getStructTree())) return [];
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const boxes: FilledField[] = [];
  const saved: Matrix[] = [];
  const tags: string[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let drawn: Rectangle[] = [];
  for (const [i, operation] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) {
      const parsed = matrixSchema.safeParse(args);
      if (parsed.success) matrix = product(matrix, parsed.data);
    } else if (operation === OPS.beginMarkedContent || operation === OPS.beginMarkedContentProps) {
      tags.push(tagOf(args));
      drawn = [];
    } else if (operation === OPS.endMarkedContent) {
      const box = tags.pop() === "Form" ? boxOf(drawn) : undefined;
      if (box !== undefined) boxes.push(box);
      drawn = [];
    } else if (operation === OPS.constructPath && tags.at(-1) === "Form") {
      const parsed = pathSchema.safeParse(args);
      if (!parsed.success) continue;
      const [how, , { 0: left, 1: bottom, 2: right, 3: top }] = parsed.data;
      if (how !== OPS.endPath) drawn.push(placed([left, bottom, right, top], matrix));
    } else if (operation === OPS.showText && tags.at(-1) === "Form") {
      drawn = [...drawn, [0, 0, widest * 2, widest * 2]];
    }
  }
  return boxes;
}

function boxOf(drawn: readonly Rectangle[]): FilledField | undefined {
  if (drawn.length === 0) return undefined;
  const rect: Rectangle = [
    Math.min(...drawn.map(([left]) => left)),
    Math.min(...drawn.map(([, bottom]) => bottom)),
    Math.max(...drawn.map(([, , right]) => right)),
    Math.max(...drawn.map(([, , , top]) => top)),
  ];
  const [width, height] = sizeOf(rect);
  if (width < narrowest || width > widest || width > height * squareness || height > width * squareness)
    return undefined;
  const isTicked = drawn.some((shape) => {
    const shares = sizeOf(shape).map((side, i) => side / (i === 0 ? width : height));
    return shares.every((share) => share >= leastTick && share <= mostTick);
  });
  return { text: isTicked ? "☒" : "☐", rect, isBox: true, isDrawn: true };
}

function sizeOf([left, bottom, right, top]: Rectangle): readonly [width: number, height: number] {
  return [right - left, top - bottom];
}

function hasForm(node: unknown): boolean {
  const parsed = nodeSchema.safeParse(node);
  if (!parsed.success) return false;
  const { role, children = [] } = parsed.data;
  return role === "Form" || children.some(hasForm);
}

function tagOf(args: unknown): string {
  const parsed = tagSchema.safeParse(args);
  if (!parsed.success) return "";
  const [tag] = parsed.data;
  return typeof tag === "string" ? tag : tag.name;
}

function placed([left, bottom, right, top]: Rectangle, [a, b, c, d, e, f]: Matrix): Rectangle {
  const xs = [a * left + c * bottom + e, a * right + c * top + e];
  const ys = [b * left + d * bottom + f, b * right + d * top + f];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function product([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}
