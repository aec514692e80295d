import type { DocumentMetadata, Paragraph, TextRange } from "../../documents/document.ts";
import { formatOf } from "../../documents/formats.ts";
import { shownText } from "../shown/shown-text.ts";
import { fragmentOf, textFragmentLink } from "./text-fragment.ts";

/** What is said in Discord opens in its own program, which knows no place in a page. */
const messageAddress = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\//u;

/** A passage or a paragraph of a document, with what links to it are made from. */
export interface LinkedPassage {
  readonly metadata: Pick<DocumentMetadata, "url">;
  readonly file: string;
  readonly passage: Pick<Paragraph, "range" | "kind" | "anchor" | "page">;
  readonly text: string;
}

/** Opens the document's page at the sentence that answers; undefined where the document has no address. */
export function sentenceLink(cited: LinkedPassage & { readonly highlight: TextRange }): string | undefined {
  return linkTo(cited, cited.highlight);
}

/** Opens the document's page at the whole passage; undefined where the document has no address. */
export function passageLink(linked: LinkedPassage): string | undefined {
  return linkTo(linked, linked.passage.range);
}

function linkTo({ metadata, file, passage, text }: LinkedPassage, range: TextRange): string | undefined {
  if (metadata.url === undefined) return undefined;
  if (formatOf(file)?.opensAs === "own-program" || messageAddress.test(metadata.url)) return metadata.url;
  const { kind, anchor, page, range: whole } = passage;
  const shown = shownText({ file, kind, text, start: whole.start });
  const { start, end } = shown.place(range);
  // PDF viewers in browsers understand this parameter.
  const place = anchor !== undefined ? fragmentOf(anchor) : page !== undefined ? `page=${page}` : "";
  return textFragmentLink(metadata.url, blocksOf(shown.text.slice(start, end), { file, kind }), place);
}

/**
 * Splits a quote into the blocks of the page that it covers. Our text joins table cells and list items, but browsers
 * never match text across them.
 */
function blocksOf(quote: string, { file, kind }: { readonly file: string; readonly kind: string }): string[] {
  if (formatOf(file)?.opensAs !== "web-page") return [quote];
  if (kind === "table") return quote.split(/[\n\r]+| \| /).filter(hasWords);
  const bullet = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+(?:(?:[☐☒]|\[[ xX]\])[ \t]+)?|[☐☒][ \t]+)/u;
  const lines = quote.split(/[\n\r]+/).filter(hasWords);
  return lines.some((line) => bullet.test(line)) ? lines.map((line) => line.replace(bullet, "")) : [quote];
}

function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}
