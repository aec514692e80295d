import * as z from "zod";
import type { IndexedDocument } from "../index/passage-table.ts";
import type { PassageName } from "../passage-index.ts";
import { documentSchema } from "../storage/encoding/index-sections.ts";

/** Documents have room for so many passages in the numbers of these. */
export const passagesPerDocument = 2 ** 21;

/** The id of a passage: those of a document follow one another, and documents come in the order of their numbers. */
export function passageId(document: number, position: number): number {
  return document * passagesPerDocument + position;
}

/** The number of the document that a passage is of. */
export function documentOf(id: number): number {
  return Math.floor(id / passagesPerDocument);
}

const nameSchema = z.tuple([z.number(), z.number(), z.string(), z.number()]);

/** A document as the cluster keeps it, with what its passages are cited by. */
export const entrySchema = z.object({
  document: documentSchema,
  /** Paths of headings, each once. */
  paths: z.array(z.array(z.string())),
  /** Of each passage: first and last paragraph (0: the same), part, number of its path. */
  names: z.array(nameSchema),
});
export type Entry = z.infer<typeof entrySchema>;

export function entryOf(document: IndexedDocument, names: readonly PassageName[]): Entry {
  const paths = new Map<string, { readonly number: number; readonly path: string[] }>();
  const numbered = names.map(({ paragraph, lastParagraph = 0, part = "", headingPath }): z.infer<typeof nameSchema> => {
    const key = headingPath.join("\n");
    const known = paths.get(key) ?? { number: paths.size, path: [...headingPath] };
    paths.set(key, known);
    return [paragraph, lastParagraph, part, known.number];
  });
  return { document, paths: [...paths.values()].map(({ path }) => path), names: numbered };
}

export function namesOf({ document, paths, names }: Entry): PassageName[] {
  return names.map(([paragraph, lastParagraph, part, path]) => ({
    documentKey: document.metadata.key,
    paragraph,
    ...(lastParagraph === 0 ? {} : { lastParagraph }),
    ...(part === "" ? {} : { part }),
    headingPath: paths[path] ?? [],
  }));
}

/** How many rows there are of each kind. */
const rowCountsSchema = z.object({
  documents: z.number(),
  passages: z.number(),
  words: z.number(),
  terms: z.number(),
  figures: z.number(),
});
export type RowCounts = z.infer<typeof rowCountsSchema>;

/** What is known of a build as a whole, in a row of its own. */
export const stateSchema = z.object({
  /** Another one each time it is written, by which whoever wrote it knows it again. */
  saved: z.string(),
  /** What there is of all changes that are whole; of documents and passages, those that are not gone. */
  rows: rowCountsSchema,
  /** How often the collection has changed. What belongs to a later change is not there yet. */
  revision: z.number(),
  /** The change that is being written, if any: what there is of it is nobody's until it is whole. */
  pending: z.number().nullable(),
  /** Changes that were never finished: whatever there is of them, or still comes, is nobody's. */
  abandoned: z.array(z.number()),
  /**
   * Numbers of documents that are gone, with how many passages they had and when they went (ms since 1970): their rows
   * are deleted later, for there are processes that have not heard of it yet.
   */
  removed: z.array(z.object({ number: z.number(), passages: z.number(), atMs: z.number() })),
  /** The number of the next document: no two changes, finished or not, have one in common. */
  nextNumber: z.number(),
  /** What lengths are measured against; null before the first change. */
  reference: z.object({ passage: z.number(), lines: z.record(z.string(), z.number()) }).nullable(),
});
export type BuildState = z.infer<typeof stateSchema>;

export const emptyState: BuildState = {
  saved: "",
  rows: { documents: 0, passages: 0, words: 0, terms: 0, figures: 0 },
  revision: 0,
  pending: null,
  abandoned: [],
  removed: [],
  nextNumber: 0,
  reference: null,
};

export function documentRowId(number: number): string {
  return `document-${number}`;
}

/** @param at the row's number among those of its kind in a part of a change, from 0 */
export function countRowId(revision: number, part: number, kind: "words" | "terms", at: number): string {
  return `${revision}-${part}-${kind}-${at}`;
}

/** The row of the state among the documents. */
export const stateId = "state";

const lineSums = z.object({ lines: z.number(), words: z.number() });

/** Sums that a change adds for one audience. */
export const figuresSchema = z.object({
  documents: z.number(),
  passages: z.number(),
  words: z.number(),
  sentences: z.number(),
  grams: z.number(),
  lines: z.record(z.string(), lineSums),
  /** Pairs of a 4-gram's hash and its count, as 32-bit numbers in base64. */
  gramCounts: z.string(),
});
export type Figures = z.infer<typeof figuresSchema>;

export function packGrams(grams: ReadonlyMap<number, number>): string {
  const pairs = new Int32Array([...grams].filter(([, count]) => count !== 0).flat());
  return Buffer.from(pairs.buffer).toString("base64");
}

/** What a change has written of words and terms for one audience. */
export const countRowsSchema = z.object({
  words: z.number(),
  terms: z.number(),
  /** Of these rows as they were written, one after the other, and of the figures. */
  sha256: z.string(),
});

/** @param add told of every 4-gram with its count */
export function unpackGrams(packed: string, add: (gram: number, count: number) => void): void {
  const bytes = Buffer.from(packed, "base64");
  for (let at = 0; at + 8 <= bytes.length; at += 8) add(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
}
