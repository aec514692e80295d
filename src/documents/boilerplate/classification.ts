import { defined } from "../../defined.ts";
import type { Paragraph, ParagraphKind, TextRange } from "../document.ts";
import type { ParsedDocument, ParsedParagraph } from "../parsers/parser.ts";
import { isPassageKind } from "../passages/passage-kind.ts";
import { findBoilerplate } from "./apply.ts";
import { isCaption, isCutVersionOf } from "./captions.ts";
import { looksLikeBody, looksLikeHeading, looksLikeHeadline } from "./headings.ts";
import { isSectionHeading, Provisions } from "./provisions.ts";

/** A repetition of the headline is expected within this many paragraphs. */
const headlineRepeatParagraphs = 12;
/** A longer run of short lines is a list. */
const maxHeadingsInARow = 2;
const maxHeadingsAtTop = 4;

/** Deeper than any level that a format has. */
const sectionLevel = 9;

/** What `sources.json` says that helps to tell the paragraphs apart. */
export interface ClassificationHints {
  /** Whether boilerplate is hidden; true where absent. */
  readonly boilerplate?: boolean;
  readonly title?: string;
  readonly kicker?: string;
}

interface Draft {
  readonly parsed: ParsedParagraph;
  readonly text: string;
  kind: ParagraphKind | undefined;
  rule: string | undefined;
  /** Whether it was told to be a heading by its paragraph sign: it stands below all others. */
  isSection?: boolean;
}

/** Numbers a document's paragraphs and decides what each of them is, by its format, its position and its words. */
export function classifyParagraphs(document: ParsedDocument, hints: ClassificationHints = {}): Paragraph[] {
  const drafts: Draft[] = document.paragraphs.map((parsed) => ({
    parsed,
    text: document.canonicalText.slice(parsed.range.start, parsed.range.end),
    kind: parsed.kind,
    rule: parsed.rule,
  }));
  for (const draft of drafts) {
    // A box to tick, or a line that is drawn, is set like a heading.
    if (draft.kind !== "heading" || /[\p{L}\p{N}]/u.test(draft.text)) continue;
    draft.kind = "boilerplate";
    draft.rule = "markup";
  }
  if (hints.boilerplate !== false) markBoilerplate(drafts);
  const visible = drafts.filter((draft) => draft.kind !== "boilerplate");
  markTitleAndKicker(visible, hints);
  markSectionHeadings(visible);
  markCaptions(drafts);
  markHeadings(visible);
  return withHeadingPaths(drafts, hints);
}

function markBoilerplate(drafts: readonly Draft[]): void {
  const texts = drafts.map((draft) => draft.text);
  const isHeading = (i: number) => drafts[i]?.parsed.kind === "heading" || drafts[i]?.parsed.kind === "title";
  const levelOf = (i: number) => (drafts[i]?.parsed.kind === "heading" ? (drafts[i].parsed.level ?? 1) : undefined);
  const ruleOf = (i: number) => (drafts[i]?.kind === "boilerplate" ? drafts[i].rule : undefined);
  for (const [i, rule] of findBoilerplate(texts, isHeading, { levelOf, ruleOf })) {
    const draft = drafts[i];
    if (draft === undefined || draft.kind === "boilerplate" || draft.kind === "metadata") continue;
    draft.kind = "boilerplate";
    draft.rule = rule;
  }
}

function markTitleAndKicker(visible: readonly Draft[], { title, kicker }: ClassificationHints): void {
  let hasTitle = visible.some((draft) => draft.kind === "title");
  for (const draft of visible) {
    if (draft.kind !== undefined) continue;
    if (title !== undefined && draft.text === title) {
      draft.kind = hasTitle ? "heading" : "title";
      hasTitle = true;
    } else if (kicker !== undefined && !hasTitle && draft.text === kicker) {
      draft.kind = "metadata";
    }
  }
}

/** Markdown that writes its sections as paragraphs, and whatever else says "text" of them. */
function markSectionHeadings(visible: readonly Draft[]): void {
  for (const [i, draft] of visible.entries()) {
    const next = visible[i + 1];
    const isAboveText = next !== undefined && (next.kind ?? "text") === "text" && !isSectionHeading(next.text);
    if (draft.kind === "text" && isAboveText && isSectionHeading(draft.text)) {
      draft.kind = "heading";
      draft.isSection = true;
    }
  }
}

function markCaptions(drafts: readonly Draft[]): void {
  for (const [i, draft] of drafts.entries()) {
    if (draft.kind !== undefined && draft.kind !== "text") continue;
    const previous = drafts[i - 1];
    const isWholeVersion = previous !== undefined && isCutVersionOf(previous.text, draft.text);
    if (isCaption(draft.text) || (isWholeVersion && isCaptionLength(draft.text))) draft.kind = "caption";
  }
}

function isCaptionLength(text: string): boolean {
  return text.length <= 300 && !text.includes("\n");
}

/** Short lines above a text are headings; the first ones of a document are its title. */
function markHeadings(visible: readonly Draft[]): void {
  const outline = visible.filter((draft) => draft.kind !== "caption" && draft.kind !== "metadata");
  markRepeatedHeadline(outline);
  let hasTitle = outline.some((draft) => draft.kind === "title");
  let isTop = true;
  for (let i = 0; i < outline.length; ) {
    const draft = outline[i];
    if (draft === undefined) break;
    if (draft.kind !== undefined || !looksLikeHeading(draft.text)) {
      draft.kind ??= "text";
      if (draft.kind === "text" || draft.kind === "table" || draft.kind === "code") isTop = false;
      i += 1;
      continue;
    }
    const end = endOfShortLines(outline, i);
    const lines = outline.slice(i, end);
    const headings = isAbove(outline[end]) ? headingsAmong(lines.length, isTop) : 0;
    for (const [k, line] of lines.entries()) line.kind = k < lines.length - headings ? "text" : "heading";
    if (isTop && !hasTitle && headings === lines.length) {
      draft.kind = "title";
      hasTitle = true;
    }
    if (headings < lines.length) isTop = false;
    i = end;
  }
}

/** A headline too long for a heading, which the page shows a second time above its text. */
function markRepeatedHeadline(outline: readonly Draft[]): void {
  const [first, ...rest] = outline.slice(0, headlineRepeatParagraphs);
  if (first === undefined || first.kind !== undefined || !looksLikeHeadline(first.text)) return;
  const repeated = rest.filter((draft) => draft.text === first.text);
  if (repeated.length === 0) return;
  first.kind = "title";
  for (const draft of repeated) draft.kind ??= "heading";
}

function endOfShortLines(outline: readonly Draft[], from: number): number {
  let end = from;
  while (end < outline.length) {
    const draft = outline[end];
    if (draft === undefined || draft.kind !== undefined || !looksLikeHeading(draft.text)) break;
    end += 1;
  }
  return end;
}

function isAbove(next: Draft | undefined): boolean {
  if (next === undefined) return false;
  return next.kind === undefined ? looksLikeBody(next.text) : ["text", "table", "code"].includes(next.kind);
}

/** How many of the last of so many short lines in a row are headings: all of two, one of a list. */
function headingsAmong(lines: number, isTop: boolean): number {
  return lines <= (isTop ? maxHeadingsAtTop : maxHeadingsInARow) ? lines : 1;
}

function withHeadingPaths(drafts: readonly Draft[], { title }: ClassificationHints): Paragraph[] {
  const titles = new Set(drafts.filter((draft) => draft.kind === "title").map((draft) => draft.text));
  if (title !== undefined) titles.add(title);
  let path: readonly { readonly level: number; readonly heading: string; readonly range: TextRange }[] = [];
  const provisions = new Provisions();
  return drafts.map(({ parsed, text, kind = "text", rule, isSection = false }, i) => {
    const { range, level = isSection ? sectionLevel : 1 } = parsed;
    if (kind === "heading") path = path.filter((entry) => entry.level < level);
    const above = kind === "title" ? [] : path;
    const own = {
      range,
      kind,
      headingPath: above.map(({ heading }) => heading),
      headings: above.map((entry) => entry.range),
    };
    // A headline that is repeated above the text is no section of it.
    if (kind === "heading" && !titles.has(text)) {
      path = [...path, { level, heading: parsed.heading ?? text.replace(/\s+/gu, " "), range }];
    }
    // A file of one section is named after it.
    if (kind === "title") provisions.enter(parsed.heading ?? text);
    if (kind === "heading") provisions.enter(path.at(-1)?.heading);
    const provision = isPassageKind(kind) ? provisions.next(text, (parsed.depth ?? 0) > 0) : undefined;
    if (provision !== undefined) {
      const { parts, lastParts, depth: ownDepth } = provision;
      const depth = parsed.depth ?? ownDepth;
      const cited = { ...own, provision: parts, ...defined({ lastProvision: lastParts }) };
      return numbered(i, cited, depth === 0 ? parsed : { ...parsed, depth });
    }
    return numbered(i, kind === "boilerplate" && rule !== undefined ? { ...own, rule } : own, parsed);
  });
}

function numbered(
  i: number,
  own: Omit<
    Paragraph,
    "number" | "depth" | "tableHead" | "isLabel" | "page" | "pageBreaks" | "isRecognised" | "anchor"
  >,
  { depth, tableHead, isLabel, page, pageBreaks, isRecognised, anchor }: ParsedParagraph,
): Paragraph {
  return {
    number: i + 1,
    ...own,
    ...defined({ depth, tableHead, isLabel, page, pageBreaks, isRecognised, anchor }),
  };
}
