import type { ExtractedBlock } from "../extracted-document.ts";
import { chartsIn } from "../office/charts.ts";
import { isHidden, isShadowed, wordsOf } from "../office/drawing-text.ts";
import type { OfficeParts } from "../office/parts.ts";
import { childAt, childElements, elementsIn, type XmlElement } from "../xml.ts";

const anchors = ["xdr:twoCellAnchor", "xdr:oneCellAnchor", "xdr:absoluteAnchor"];

/**
 * What lies upon a sheet, by the rows at which it begins: the words of boxes, and the titles of charts, whose values stand in
 * the cells.
 * @param sheet the name of its part
 */
export function drawingBlocks(parts: OfficeParts, sheet: string): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  for (const { name, type } of parts.targetsOf(sheet).values()) {
    if (type !== "drawing") continue;
    const targets = parts.targetsOf(name);
    for (const anchor of elementsIn(parts.root(name), ...anchors)) {
      const page = Number(childAt(anchor, "xdr:from", "xdr:row")?.textContent ?? "0") + 1 || 1;
      for (const shape of elementsIn(anchor, "xdr:sp", "xdr:graphicFrame")) {
        if (isHidden(shape) || isShadowed(shape)) continue;
        if (shape.tagName === "xdr:sp")
          blocks.push(...linesOf(shape).map((text) => ({ text, kind: "text" as const, page })));
        else
          blocks.push({
            text: chartsIn(shape, (id) => parts.root(targets.get(id)?.name ?? ""))
              .map(({ titles }) => titles)
              .join("\n"),
            kind: "caption",
            page,
          });
      }
    }
  }
  return blocks.filter(({ text }) => text !== "").sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

function linesOf(shape: XmlElement): string[] {
  return childElements(childAt(shape, "xdr:txBody"), "a:p").map(wordsOf);
}
