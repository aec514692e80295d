import { readByline, readDateLine } from "../../metadata/date-lines.ts";
import type { ExtractedBlock } from "../extracted-document.ts";

/** Below the title of a document, its authors and its date stand within so many paragraphs. */
const headBlocks = 6;

/** Keeps lines below a title that say who wrote the document, and when, from being taken for headings. */
export function withFactsAsText(blocks: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  let seen = 0;
  return blocks.map((block) => {
    if (block.kind !== undefined || seen > headBlocks) return block;
    seen += 1;
    return saysFacts(block.text) ? { ...block, kind: "text" } : block;
  });
}

function saysFacts(text: string): boolean {
  if (readByline(text) !== undefined) return true;
  const line = readDateLine(text, { start: 0, end: text.length });
  return line !== undefined && line.rest.start >= line.rest.end;
}
