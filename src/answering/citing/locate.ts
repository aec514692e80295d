import { LRUCache } from "lru-cache";
import type { Passage, PassageContext, TextPlace } from "../../documents/document.ts";
import { AppError } from "../../errors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type {
  DocumentFilter,
  FetchedPassage,
  PassageIndex,
  PassageName,
  TextsAround,
} from "../../search/passage-index.ts";
import { pauseWhenDue, runWithPauses } from "../../search/storage/pause.ts";
import type { Catalogue, OpenedDocument } from "./catalogue.ts";
import type { CitationReference } from "./citation.ts";
import { findDocument } from "./find-document.ts";
import { hasFingerprint } from "./fingerprint.ts";
import { findMovedText } from "./moved-text.ts";
import { namedPlace } from "./named-place.ts";

/** Shorter fingerprints can tell whether a known place has changed, but cannot identify words elsewhere. */
const fewestCharsToSearchBy = 8;

/** A located passage: an indexed one, or the part of the document that the citation names. */
export type FoundPassage = Omit<FetchedPassage, "id">;

interface FoundLocated {
  /** `same`: at the cited place, with the cited fingerprint; `moved`: the same words are now elsewhere. */
  readonly kind: "same" | "moved";
  readonly document: IndexedDocument;
  readonly found: FoundPassage;
  /** What stands before and after it: passages, or paragraphs where the document is not divided there. @param count at most so many of each */
  nearby(count: number): Promise<Nearby>;
}

/** Passages before and after one, in the order of the text. */
export interface Nearby {
  readonly before: readonly FoundPassage[];
  readonly after: readonly FoundPassage[];
}

/** The outcome of looking up a citation. */
export type Located =
  | FoundLocated
  /** Other words are at that place now, and the quoted ones are nowhere in the document. */
  | { readonly kind: "changed"; readonly standsThere: FoundPassage }
  /** The words with its fingerprint are nowhere. */
  | { readonly kind: "gone" }
  /** There is no such passage, and no fingerprint to look for. */
  | { readonly kind: "unknown" };

/**
 * Finds the passage that a citation refers to: by its place, and only with the same words if it has a fingerprint.
 * Words that have moved are looked for in their document, or in the others if that is gone.
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
    return (await findElsewhere(index, catalogue, fingerprint, filter)) ?? { kind: "gone" };
  }
  // Only the one passage is read, however long the document is.
  const ids = index.passagesOf(document.metadata.key);
  const { paragraph } = reference;
  const holding = index.passagesBetween(document.metadata.key, paragraph, paragraph);
  const named = holding.find(({ name }) => isNamed(name, reference))?.position ?? -1;
  const [divided] = await index.fetch(ids.slice(named, named < 0 ? 0 : named + 1));
  if (divided !== undefined && (fingerprint === undefined || hasFingerprint(divided.text, fingerprint))) {
    const nearby = async (count: number): Promise<Nearby> => ({
      before: await index.fetch(ids.slice(Math.max(0, named - count), named)),
      after: await index.fetch(ids.slice(named + 1, named + 1 + count)),
    });
    return { kind: "same", document, found: divided, nearby };
  }
  // A passage may leave out what its paragraph holds.
  const opened = await catalogue.open(document.file);
  const place = opened === undefined ? undefined : namedPlace(opened.paragraphPassages(), reference);
  const undivided = opened === undefined || place === undefined ? undefined : { opened, place };
  const whole = undivided === undefined ? undefined : fetched(document, undivided);
  if (undivided !== undefined && whole !== undefined) {
    const isMeant = fingerprint === undefined || hasFingerprint(whole.text, fingerprint);
    if (isMeant) return { kind: "same", document, found: whole, ...among(document, undivided) };
  }
  const standsThere = divided ?? whole;
  if (fingerprint === undefined) return { kind: "unknown" };
  const passages = await index.fetch(ids);
  const moved = await findInDocument(document, passages, reference, fingerprint, catalogue);
  if (moved !== undefined) return moved;
  return standsThere === undefined ? { kind: "gone" } : { kind: "changed", standsThere };
}

function isNamed(passage: PassageName, { paragraph, lastParagraph, part = "a" }: CitationReference): boolean {
  return passage.paragraph === paragraph && passage.lastParagraph === lastParagraph && (passage.part ?? "a") === part;
}

/** A place of an opened document, whether or not it is divided there. */
interface OpenedPlace {
  readonly opened: OpenedDocument;
  readonly place: Passage;
}

function fetched(document: IndexedDocument, { opened, place }: OpenedPlace): FoundPassage {
  const { canonicalText } = opened;
  const text = canonicalText.slice(place.range.start, place.range.end);
  return { document, passage: place, text, around: textsAround(canonicalText, place.context) };
}

/** The paragraphs around a place. */
function among(document: IndexedDocument, { opened, place }: OpenedPlace): Pick<FoundLocated, "nearby"> {
  const paragraphs = opened.paragraphPassages();
  const take = (places: readonly Passage[]) => places.map((one) => fetched(document, { opened, place: one }));
  return {
    nearby: async (count) => ({
      before: take(
        lastOf(
          paragraphs.filter(({ range }) => range.end <= place.range.start),
          count,
        ),
      ),
      after: take(paragraphs.filter(({ range }) => range.start >= place.range.end).slice(0, count)),
    }),
  };
}

/** What stands around one of a document's passages. */
function around(passages: readonly FoundPassage[], position: number): Pick<FoundLocated, "nearby"> {
  return {
    nearby: async (count) => ({
      before: lastOf(passages.slice(0, position), count),
      after: passages.slice(position + 1, position + 1 + count),
    }),
  };
}

function lastOf<T>(all: readonly T[], count: number): readonly T[] {
  return count === 0 ? [] : all.slice(-count);
}

async function findInDocument(
  document: IndexedDocument,
  passages: readonly FetchedPassage[],
  { paragraph }: Pick<CitationReference, "paragraph">,
  fingerprint: string,
  catalogue: Catalogue,
): Promise<Located | undefined> {
  if (fingerprint.length < fewestCharsToSearchBy) return undefined;
  const position = await nearestTo(paragraph, passages, fingerprint);
  const whole = passages[position];
  if (whole !== undefined) return { kind: "moved", document, found: whole, ...around(passages, position) };
  const opened = await catalogue.open(document.file);
  const place = await movedTextIn(opened, fingerprint, paragraph);
  if (place === undefined) return undefined;
  const found = fetched(document, { opened, place });
  return { kind: "moved", document, found, ...among(document, { opened, place }) };
}

/** What was looked for in documents that were opened lately: people press the same button again. */
const lookedFor = new WeakMap<OpenedDocument, LRUCache<string, Promise<Passage | undefined>>>();
const mostLookedFor = 1_000;

function movedTextIn(opened: OpenedDocument, fingerprint: string, near: number): Promise<Passage | undefined> {
  const known = lookedFor.get(opened) ?? new LRUCache({ max: mostLookedFor });
  lookedFor.set(opened, known);
  const name = `${fingerprint} ${near}`;
  const found =
    known.get(name) ??
    runWithPauses(findMovedText(opened, opened.paragraphPassages(), fingerprint, near), pauseWhenDue());
  known.set(name, found);
  return found;
}

/** The texts around a passage, cut from the document's text. */
function textsAround(text: string, { leadIns, tableHead, question }: PassageContext): TextsAround {
  const wordsOf = ({ range }: TextPlace): string => text.slice(range.start, range.end);
  return {
    leadIns: leadIns.map(wordsOf),
    ...(tableHead === undefined ? {} : { tableHead: wordsOf(tableHead) }),
    ...(question === undefined ? {} : { question: wordsOf(question) }),
  };
}

/** Where several passages have the same words, the one that is nearest to where the citation looked. */
async function nearestTo(paragraph: number, passages: readonly FetchedPassage[], fingerprint: string): Promise<number> {
  const pause = pauseWhenDue();
  let nearest = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const [position, { passage, text }] of passages.entries()) {
    const away = Math.abs(passage.paragraph - paragraph);
    if (away < distance && hasFingerprint(text, fingerprint)) {
      nearest = position;
      distance = away;
    }
    await pause();
  }
  return nearest;
}

/** Whether one of the paragraphs that make up a passage has the words. */
function holdsParagraph({ passage, text }: FetchedPassage, fingerprint: string): boolean {
  if (passage.lastParagraph === undefined) return false;
  const { sentences, range } = passage;
  return sentences.some((first, at) =>
    sentences
      .slice(at)
      .some((last) =>
        hasFingerprint(text.slice(first.start - range.start, last.end - range.start).trimEnd(), fingerprint),
      ),
  );
}

/** One document after the other. A document that cannot be read right now does not hide the others. */
async function findElsewhere(
  index: PassageIndex,
  catalogue: Catalogue,
  fingerprint: string,
  filter: DocumentFilter | undefined,
): Promise<Located | undefined> {
  if (fingerprint.length < fewestCharsToSearchBy) return undefined;
  for (const document of index.documents(filter)) {
    const passages = await fetchReadable(index, document);
    const position = await positionOf(passages, ({ text }) => hasFingerprint(text, fingerprint));
    const found = passages[position];
    if (found !== undefined) return { kind: "moved", document, found, ...around(passages, position) };
    if ((await positionOf(passages, (passage) => holdsParagraph(passage, fingerprint))) < 0) continue;
    const inside = await findInDocument(document, passages, { paragraph: 1 }, fingerprint, catalogue);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The place of the first passage that is meant, -1 where there is none; gives way to other work in between. */
async function positionOf(
  passages: readonly FetchedPassage[],
  isMeant: (passage: FetchedPassage) => boolean,
): Promise<number> {
  const pause = pauseWhenDue();
  for (const [position, passage] of passages.entries()) {
    if (isMeant(passage)) return position;
    await pause();
  }
  return -1;
}

async function fetchReadable(index: PassageIndex, document: IndexedDocument): Promise<readonly FetchedPassage[]> {
  try {
    return await index.fetch(index.passagesOf(document.metadata.key));
  } catch (error) {
    if (error instanceof AppError && error.code === "document-changed") return [];
    throw error;
  }
}
