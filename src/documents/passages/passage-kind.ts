import type { ParagraphKind, PassageKind } from "../document.ts";

/** Whether paragraphs of a kind can be found and cited. */
export function isPassageKind(kind: ParagraphKind): kind is PassageKind {
  return kind === "text" || kind === "caption" || kind === "table" || kind === "code";
}
