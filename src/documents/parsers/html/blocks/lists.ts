import { maxPassageChars } from "../../../passages/long-paragraphs.ts";
import type { ExtractedBlock } from "../../extracted-document.ts";
import { joinTerms, type TermBlock } from "./terms.ts";

const maxItemChars = 200;
/** Lists nested more deeply are not indented any further. */
const maxIndent = 8;

/** Where a block stands in a list. */
export interface ListPlace {
  /** The outermost list. */
  readonly list: number;
  /** 0 in the outermost list. */
  readonly depth: number;
  /** `- ` or `1. `; undefined for a further paragraph of an item. */
  readonly bullet: string | undefined;
}

export interface ListedBlock extends TermBlock {
  readonly place?: ListPlace | undefined;
  /** Whether all of its words are links to places of its own page. */
  readonly leadsToOwnPage?: boolean;
}

/**
 * Writes bullets before items, and makes one paragraph, an item a line, of each list that is short; the same with terms
 * and their explanations.
 */
export function joinLists(blocks: readonly ListedBlock[]): ExtractedBlock[] {
  const joined: ListedBlock[] = [];
  for (let i = 0; i < blocks.length; ) {
    const list = blocks[i]?.place?.list;
    let end = i + 1;
    while (list !== undefined && blocks[end]?.place?.list === list) end += 1;
    joined.push(...joinItems(blocks.slice(i, end)));
    i = end;
  }
  return joinTerms(withoutContents(joined));
}

/** Several paragraphs in a row that only lead to places of their own page are its table of contents. */
function withoutContents(blocks: readonly ListedBlock[]): TermBlock[] {
  const leads = (i: number): boolean => blocks[i]?.leadsToOwnPage === true;
  return blocks.map(({ leadsToOwnPage: _, ...block }, i): TermBlock => {
    if (!leads(i) || !(leads(i - 1) || leads(i + 1))) return block;
    const { isLabel: _label, ...rest } = block;
    return { ...rest, kind: "boilerplate", rule: "contents" };
  });
}

function joinItems(items: readonly ListedBlock[]): ListedBlock[] {
  const texts = items.map(({ text, place }) => (place?.bullet ?? "") + text.trim());
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  const isShort = chars <= maxPassageChars && chars <= items.length * maxItemChars;
  const first = items[0];
  if (first !== undefined && items.length > 1 && isShort && items.every(isPlainItem)) {
    const lines = items.map(({ place }, i) => "  ".repeat(Math.min(place?.depth ?? 0, maxIndent)) + texts[i]);
    const { place: _, leadsToOwnPage: _leads, ...block } = first;
    const isContents = items.every(({ leadsToOwnPage }) => leadsToOwnPage === true);
    if (isContents) return [{ ...block, text: lines.join("\n"), kind: "boilerplate", rule: "contents" }];
    return [{ ...block, text: lines.join("\n") }];
  }
  return items.map(({ place: _, ...block }, i) => ({ ...block, text: texts[i] ?? "" }));
}

function isPlainItem({ kind, text, place }: ListedBlock): boolean {
  return (kind === "text" || kind === "boilerplate") && place?.bullet !== undefined && !text.trim().includes("\n");
}
