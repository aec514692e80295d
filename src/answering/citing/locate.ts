import type { PassageContext, TextPlace } from "../../documents/document.ts";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { DocumentFilter, FetchedPassage, PassageIndex, TextsAround } from "../../search/passage-index.ts";
import type { Catalogue } from "./catalogue.ts";
import { type CitationReference, hasFingerprint } from "./citation.ts";
import { findDocument } from "./find-document.ts";
import { findMovedText } from "./moved-text.ts";

/** Shorter fingerprints tell what stands in one place from other words, but prove nothing about other places. */
const fewestCharsToSearchBy = 8;

/** What has become of a citation. */
export type Located =
  /** `same`: where it says, and with the fingerprint it gives; `moved`: the same words stand elsewhere now. */
  | {
      readonly kind: "same" | "moved";
      readonly document: IndexedDocument;
      /** The cited words and their place; exactly a passage, or as much of the document as the fingerprint covers. */
      readonly found: Omit<FetchedPassage, "id">;
      /** The document's passages, and the position among them that the words belong to. */
      readonly passages: readonly FetchedPassage[];
      readonly position: number;
    }
  /** Other words stand where it says, and its own stand nowhere in the document. */
  | { readonly kind: "changed"; readonly standsThere: FetchedPassage }
  /** The words with its fingerprint are nowhere. */
  | { readonly kind: "gone" }
  /** There is no such passage, and no fingerprint to look for. */
  | { readonly kind: "unknown" };

/**
 * Finds the passage that a citation means: by its place, and where it has a fingerprint only with those very words.
 * Words that moved are looked for in the document, and where that is gone in the others.
 */
export async function locate(
  index: PassageIndex,
  catalogue: Catalogue,
  reference: CitationReference,
  filter?: DocumentFilter,
): Promise<Located> {
  const { fingerprint } = reference;
  const document = findDocument(index, reference.documentKey, filter);
  if (document === undefined) {
    if (fingerprint === undefined) return { kind: "unknown" };
    return (await findElsewhere(index, fingerprint, filter)) ?? { kind: "gone" };
  }
  const passages = await index.fetch(index.passagesOf(document.metadata.key));
  const named = passages.findIndex(
    ({ passage }) => passage.paragraph === reference.paragraph && (reference.part ?? "a") === (passage.part ?? "a"),
  );
  const standsThere = passages[named];
  if (standsThere !== undefined && (fingerprint === undefined || hasFingerprint(standsThere.text, fingerprint))) {
    return { kind: "same", document, found: standsThere, passages, position: named };
  }
  if (fingerprint === undefined) return { kind: "unknown" };
  const moved = await findInDocument(document, passages, reference, fingerprint, catalogue);
  if (moved !== undefined) return moved;
  return standsThere === undefined ? { kind: "gone" } : { kind: "changed", standsThere };
}

async function findInDocument(
  document: IndexedDocument,
  passages: readonly FetchedPassage[],
  { paragraph }: CitationReference,
  fingerprint: string,
  catalogue: Catalogue,
): Promise<Located | undefined> {
  if (fingerprint.length < fewestCharsToSearchBy) return undefined;
  const position = nearestTo(paragraph, passages, fingerprint);
  const whole = passages[position];
  if (whole !== undefined) return { kind: "moved", document, found: whole, passages, position };
  const opened = await catalogue.open(document.file);
  const moved = findMovedText(
    opened,
    passages.map(({ passage }) => passage),
    fingerprint,
  );
  if (moved === undefined) return undefined;
  const text = opened.canonicalText.slice(moved.range.start, moved.range.end);
  const after = passages.findIndex(({ passage }) => passage.range.end > moved.range.start);
  return {
    kind: "moved",
    document,
    found: { document, passage: moved, text, around: textsAround(opened.canonicalText, moved.context) },
    passages,
    position: after < 0 ? passages.length - 1 : after,
  };
}

/** The words around a passage, out of the document's text. */
function textsAround(text: string, { leadIns, tableHead, question }: PassageContext): TextsAround {
  const wordsOf = ({ range }: TextPlace): string => text.slice(range.start, range.end);
  return {
    leadIns: leadIns.map(wordsOf),
    ...(tableHead === undefined ? {} : { tableHead: wordsOf(tableHead) }),
    ...(question === undefined ? {} : { question: wordsOf(question) }),
  };
}

/** Where several passages have the same words, the one that is nearest to where the citation looked. */
function nearestTo(paragraph: number, passages: readonly FetchedPassage[], fingerprint: string): number {
  let nearest = -1;
  let distance = Number.POSITIVE_INFINITY;
  passages.forEach(({ passage, text }, position) => {
    const away = Math.abs(passage.paragraph - paragraph);
    if (away >= distance || !hasFingerprint(text, fingerprint)) return;
    nearest = position;
    distance = away;
  });
  return nearest;
}

/** One document after the other; those that cannot be read at this moment hide no others. */
async function findElsewhere(
  index: PassageIndex,
  fingerprint: string,
  filter: DocumentFilter | undefined,
): Promise<Located | undefined> {
  if (fingerprint.length < fewestCharsToSearchBy) return undefined;
  for (const document of index.documents(filter)) {
    const passages = await fetchReadable(index, document);
    const position = passages.findIndex(({ text }) => hasFingerprint(text, fingerprint));
    const found = passages[position];
    if (found !== undefined) return { kind: "moved", document, found, passages, position };
  }
  return undefined;
}

async function fetchReadable(index: PassageIndex, document: IndexedDocument): Promise<readonly FetchedPassage[]> {
  try {
    return await index.fetch(index.passagesOf(document.metadata.key));
  } catch (error) {
    if (error instanceof AppError && error.code === "document-changed") return [];
    throw error;
  }
}
