import { getResolvedPDFJS } from "unpdf";
import type { Page } from "./runs.ts";

/** What the shapes stand for that a page draws, in their order. */
export async function shapesOf(page: Page): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const shapes: string[] = [];
  for (const [i, operation] of fnArray.entries()) {
    const drawn: unknown = operation === OPS.showText ? argsArray[i]?.[0] : undefined;
    if (!Array.isArray(drawn)) continue;
    for (const shape of drawn) {
      if (hasLetters(shape)) shapes.push(shape.unicode);
    }
  }
  return shapes;
}

function hasLetters(shape: unknown): shape is { readonly unicode: string } {
  return typeof shape === "object" && shape !== null && "unicode" in shape && typeof shape.unicode === "string";
}
