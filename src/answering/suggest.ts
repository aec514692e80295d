import { editDistance } from "../analysis/edit-distance.ts";
import { foldCase } from "../analysis/folding.ts";
import type { Passage } from "../documents/document.ts";
import type { IndexedDocument } from "../search/index/passage-table.ts";
import type { DocumentFilter, PassageIndex } from "../search/passage-index.ts";
import { formatCitation } from "./citing/citation.ts";
import { findDocument, nearDocuments } from "./citing/find-document.ts";
import type { Suggestion } from "./service.ts";

export interface SuggestOptions {
  readonly limit?: number;
  readonly filter?: DocumentFilter;
}

/**
 * How well a candidate fits the typed text: best if it begins with it, then if one of its words does, then if it is
 * spelled similarly.
 */
function fitOf(typed: string, candidate: string): number {
  if (typed === "") return 1;
  const folded = foldCase(candidate);
  if (folded.startsWith(typed)) return 4;
  if (folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 3;
  if (folded.includes(typed)) return 2;
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (words.length > 1 && words.every((word) => folded.includes(word))) return 2;
  return typed.length > 4 && editDistance(typed, folded.slice(0, typed.length), 2) <= 2 ? 1 : 0;
}

function bestFits<T>(items: readonly T[], typed: string, textsOf: (item: T) => readonly string[], limit: number): T[] {
  const folded = foldCase(typed.trim());
  return items
    .map((item, index) => ({ item, index, fit: Math.max(0, ...textsOf(item).map((text) => fitOf(folded, text))) }))
    .filter((entry) => entry.fit > 0)
    .sort((a, b) => b.fit - a.fit || a.index - b.index)
    .slice(0, limit)
    .map((entry) => entry.item);
}

/**
 * Questions that can be asked of the documents: their owner's own, then headings that are questions, as a list of
 * frequent questions has them, then the titles. Other headings ask nothing.
 */
export function suggestQuestions(
  index: PassageIndex,
  typed: string,
  { limit = 25, filter }: SuggestOptions = {},
): string[] {
  const documents = index.documents(filter);
  const own = documents.flatMap((document) => document.metadata.questions ?? []);
  const titles = documents.map((document) => document.metadata.title);
  const headings = documents.flatMap((document) => document.headings);
  const asked = [...titles, ...headings].filter((heading) => heading.endsWith("?"));
  return bestFits([...new Set([...own, ...asked, ...titles])], typed, (question) => [question], limit);
}

/** Documents by key or title. */
export function suggestSources(
  index: PassageIndex,
  typed: string,
  { limit = 25, filter }: SuggestOptions = {},
): Suggestion[] {
  return bestFits(index.documents(filter), typed, ({ metadata }) => [metadata.key, metadata.title], limit).map(
    ({ metadata }) => ({
      label: `${metadata.title} (${metadata.key})`,
      value: metadata.key,
    }),
  );
}

/**
 * Suggests citation ids: nearby paragraphs of the document whose key was typed, otherwise those of documents with
 * similar keys, otherwise the first paragraph of each document that fits.
 */
export function suggestCitations(
  index: PassageIndex,
  typed: string,
  { limit = 25, filter }: SuggestOptions = {},
): Suggestion[] {
  const [key = "", paragraph = ""] = foldCase(typed.trim()).split("@")[0]?.split(":") ?? [];
  const named = typed.includes(":") ? findDocument(index, key, filter) : undefined;
  const fitting = bestFits(
    index.documents(filter),
    key.trim(),
    ({ metadata }) => [metadata.key, metadata.title],
    limit,
  );
  const near = nearDocuments(index.documents(filter), key);
  const documents =
    named === undefined ? [...new Set(typed.includes(":") ? [...near, ...fitting] : [...fitting, ...near])] : [named];
  const wanted = Number.parseInt(paragraph, 10);
  const isOfOne = documents.length === 1 || (typed.includes(":") && near.length === 0);
  const perDocument = isOfOne ? limit : Math.max(1, Math.floor(limit / Math.max(1, documents.length)));
  return documents.flatMap((document) => ofDocument(index, document, wanted).slice(0, perDocument)).slice(0, limit);
}

/** How many paragraphs lie between a passage and one; 0 where it holds it. */
function distanceTo(
  { paragraph, lastParagraph = paragraph }: Pick<Passage, "paragraph" | "lastParagraph">,
  wanted: number,
): number {
  return Math.max(0, paragraph - wanted, wanted - lastParagraph);
}

function ofDocument(index: PassageIndex, { metadata }: IndexedDocument, wanted: number): Suggestion[] {
  const passages = index.passageNames(metadata.key);
  const ordered = Number.isNaN(wanted)
    ? passages
    : [...passages].sort((a, b) => distanceTo(a, wanted) - distanceTo(b, wanted));
  return ordered.map((passage) => {
    const citation = formatCitation(passage);
    const section = passage.headingPath.at(-1);
    return {
      label: section === undefined ? `${citation} · ${metadata.title}` : `${citation} · ${section}`,
      value: citation,
    };
  });
}
