import { defined } from "../../../../defined.ts";
import type { ParagraphKind } from "../../../document.ts";
import type { ExtractedBlock } from "../../extracted-document.ts";
import { type HtmlElement, visit } from "../dom.ts";
import { anchorOf, headingAnchorOf } from "./anchors.ts";
import {
  headingLevel,
  isBlock,
  isCaption,
  isContents,
  isDeeper,
  isDocumentTitle,
  isFrame,
  isLabel,
  isProse,
  isUnread,
  ruleAttribute,
} from "./elements.ts";
import { inlineTextOf } from "./inline-elements.ts";
import { InlineText } from "./inline-text.ts";
import { bulletOf, type ListNumbering, numberingOf } from "./list-numbers.ts";
import { joinLists, type ListedBlock, type ListPlace } from "./lists.ts";
import { closingQuote, openingQuote } from "./quotation-marks.ts";
import { readTable } from "./tables.ts";

/** What the elements around a word say about it. */
interface Surroundings {
  readonly kind: ParagraphKind | undefined;
  readonly rule: string | undefined;
  readonly level: number | undefined;
  readonly anchor: string | undefined;
  readonly isPreformatted: boolean;
  /** In lists, explanations and what is folded away. */
  readonly depth: number;
  readonly isLabel: boolean;
  readonly entry: "term" | "explanation" | undefined;
  readonly list: OpenList | undefined;
}

interface OpenList extends ListNumbering {
  readonly outermost: number;
  readonly depth: number;
}

interface BlockDetails {
  readonly place?: ListPlace | undefined;
  readonly own?: string | undefined;
  readonly headChars?: number;
  readonly rule?: string | undefined;
}

const nowhere: Surroundings = {
  kind: undefined,
  rule: undefined,
  level: undefined,
  anchor: undefined,
  isPreformatted: false,
  depth: 0,
  isLabel: false,
  entry: undefined,
  list: undefined,
};

/**
 * The paragraphs of all that readers see below an element; the frame of a page is boilerplate by the rule
 * `page-frame`, a table of contents by `contents`.
 */
export function blocksOf(root: HtmlElement): ExtractedBlock[] {
  const blocks: ListedBlock[] = [];
  const around: Surroundings[] = [nowhere];
  const words = new InlineText();
  let bullet: string | undefined;
  let headingAnchor: string | undefined;
  let lists = 0;
  /** How many characters of the current paragraph, without white space, are links within the same page. */
  let linkChars = 0;
  let linksOpen = 0;
  const ids = new Set([...root.querySelectorAll("[id]")].map((element) => element.getAttribute("id") ?? ""));

  const here = () => around.at(-1) ?? nowhere;
  const add = (
    text: string,
    kind: ParagraphKind | undefined,
    { place, own, headChars = 0, rule: ofTable }: BlockDetails = {},
  ) => {
    const { rule = ofTable, level, anchor, depth, isLabel, entry } = here();
    const shownKind = rule === undefined ? kind : "boilerplate";
    if (shownKind === "heading") headingAnchor = anchor;
    const target = own ?? anchor ?? headingAnchor;
    blocks.push({
      text,
      ...defined({ kind: shownKind, rule }),
      ...(shownKind === "heading" && level !== undefined ? { level } : {}),
      ...defined({ anchor: target }),
      ...(depth === 0 ? {} : { depth }),
      ...(isLabel && shownKind === "text" ? { isLabel } : {}),
      ...(headChars === 0 ? {} : { headChars }),
      ...(kind === "text" && linkChars > 0 && linkChars >= text.replace(/\s+/gu, "").length
        ? { leadsToOwnPage: true }
        : {}),
      entry,
      place,
    });
  };
  const flush = () => {
    const { list, kind } = here();
    for (const text of words.take()) {
      const place = list === undefined ? undefined : { list: list.outermost, depth: list.depth, bullet };
      add(text, kind, { place });
      bullet = undefined;
    }
    linkChars = 0;
  };

  visit(root, {
    enter: (element) => {
      if (isUnread(element)) return false;
      const inline = inlineTextOf(element, words.tail);
      if (inline !== undefined) {
        words.add(inline);
        return false;
      }
      if (element.localName === "br") words.addBreak();
      if (element.localName === "q") words.add(openingQuote(element));
      if (leadsToOwnPage(element, ids)) linksOpen++;
      if (!isBlock(element) && !isCaption(element)) return true;
      flush();
      const table = element.localName === "table" ? readTable(element) : undefined;
      if (table !== undefined) {
        const own = anchorOf(element);
        const rule = ruleOf(element) ?? (table.isEmpty ? "markup" : undefined);
        if (table.caption !== undefined) add(table.caption, "caption", { own, rule });
        add(table.rows, "table", { own, headChars: table.headChars, rule });
        return false;
      }
      const inside = surroundingsIn(element, here(), () => (lists += 1));
      if (element.localName === "li" && inside.list !== undefined) bullet = bulletOf(element, inside.list);
      words.isPreformatted = inside.isPreformatted;
      around.push(inside);
      return true;
    },
    leave: (element) => {
      if (element.localName === "q") words.add(closingQuote(element));
      if (leadsToOwnPage(element, ids)) linksOpen--;
      if (!isBlock(element) && !isCaption(element)) return;
      flush();
      around.pop();
      words.isPreformatted = here().isPreformatted;
    },
    text: (text) => {
      if (linksOpen > 0) linkChars += text.replace(/\s+/gu, "").length;
      words.add(text);
    },
  });
  flush();
  return joinLists(blocks);
}

function surroundingsIn(element: HtmlElement, outer: Surroundings, nextList: () => number): Surroundings {
  const level = headingLevel(element);
  const keepsKind = outer.kind === "title" || outer.kind === "heading" || outer.kind === "caption";
  const kind = isDocumentTitle(element)
    ? "title"
    : level !== undefined
      ? "heading"
      : isCaption(element)
        ? "caption"
        : undefined;
  return {
    kind: kind ?? (isProse(element) && !keepsKind ? "text" : outer.kind),
    rule: outer.rule ?? ruleOf(element),
    level: level ?? outer.level,
    anchor: level === undefined ? (anchorOf(element) ?? inlineAnchor(outer)) : headingAnchorOf(element),
    isPreformatted: outer.isPreformatted || element.localName === "pre",
    // The title of what is folded away stands in the same element as that.
    depth: outer.depth + (isDeeper(element) ? 1 : 0) - (element.localName === "summary" ? 1 : 0),
    isLabel: outer.isLabel || isLabel(element),
    entry: element.localName === "dt" ? "term" : element.localName === "dd" ? "explanation" : outer.entry,
    list: listIn(element, outer.list, nextList),
  };
}

function ruleOf(element: HtmlElement): string | undefined {
  const marked = element.getAttribute(ruleAttribute);
  return marked ?? (isFrame(element) ? "page-frame" : isContents(element) ? "contents" : undefined);
}

/** @param ids of the page's elements: a page may call itself by its file's name */
function leadsToOwnPage(element: HtmlElement, ids: ReadonlySet<string>): boolean {
  if (element.localName !== "a") return false;
  const [, file = "", id = ""] = /^([^#?:]*)#(.+)$/u.exec(element.getAttribute("href") ?? "") ?? [];
  return id !== "" && (file === "" || ids.has(id));
}

/** A heading's anchor holds for the blocks inside it; that of a part of the page says too little about a paragraph. */
function inlineAnchor(outer: Surroundings): string | undefined {
  return outer.kind === "heading" ? outer.anchor : undefined;
}

function listIn(element: HtmlElement, outer: OpenList | undefined, nextList: () => number): OpenList | undefined {
  const isOrdered = element.localName === "ol";
  if (!isOrdered && element.localName !== "ul" && element.localName !== "menu") return outer;
  return {
    outermost: outer?.outermost ?? nextList(),
    depth: outer === undefined ? 0 : outer.depth + 1,
    ...numberingOf(element),
  };
}
