import * as z from "zod";
import type { IndexedDocument } from "../../index/passage-table.ts";

/** Raised whenever the bytes of a generation or a journal come to mean something else. */
export const formatVersion = 6;
/** The oldest one that is still read: such an index answers until a new one is built. */
export const oldestFormat = 2;

/** What the blocks of an index hold, in the order in which they stand. */
export const sections = {
  header: 1,
  /** JSON: documents, each with how many passages it has. */
  documents: 2,
  /** JSON: `sectionNames` of the passage table. */
  sectionNames: 3,
  /** One column after the other, as the header lists them. */
  columns: 4,
  /** Distinct terms of words and parts. */
  terms: 5,
  /** Posting lists by term: how many slots, then for each how many ids, then each id's distance from the one before. */
  stems: 6,
  parts: 7,
  /** The vocabulary's words. */
  words: 8,
  end: 9,
} as const;

/** Columns beside those of passages and of the forward index: the vocabulary's facts, one entry a word or a part. */
const vocabularyColumns = ["wordLanguage", "wordTerm", "wordPassages", "wordParts", "partTerms"] as const;
export type VocabularyColumn = (typeof vocabularyColumns)[number];

const count = z.int().min(0).max(0xffff_ffff);

export const headerSchema = z.object({
  format: z.int().min(oldestFormat).max(formatVersion),
  documents: count,
  sectionNames: count,
  terms: count,
  words: count,
  sums: z.object({ passages: count, words: z.int().min(0), sentences: z.int().min(0), grams: z.int().min(0) }),
  columns: z.array(
    z.object({
      name: z.string(),
      length: count,
      bytes: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    }),
  ),
});
export type IndexHeader = z.infer<typeof headerSchema>;

const publicationSchema = z.object({
  stated: z.string(),
  from: z.string(),
  until: z.string(),
  precision: z.enum(["minute", "day", "month", "year"]),
});

const namesSchema = z
  .array(z.object({ name: z.string(), kind: z.string(), date: publicationSchema.exactOptional() }))
  .readonly();
const validitySchema = z.object({
  from: publicationSchema.exactOptional(),
  until: publicationSchema.exactOptional(),
  supersedes: namesSchema.exactOptional(),
  supersededBy: namesSchema.exactOptional(),
  isRepealed: z.literal(true).exactOptional(),
  repealed: z
    .array(
      z.object({
        range: z.object({ start: count, end: count }),
        since: publicationSchema.exactOptional(),
        replacedBy: z.string().exactOptional(),
      }),
    )
    .readonly()
    .exactOptional(),
});

/** Earlier formats knew one author at most. */
const withAuthors = (metadata: unknown): unknown => {
  const older = z.looseObject({ author: z.string() }).safeParse(metadata);
  if (!older.success) return metadata;
  const { author, ...rest } = older.data;
  return { ...rest, authors: [author] };
};

const metadataSchema = z.looseObject({
  key: z.string(),
  title: z.string(),
  titleSource: z.enum(["stated", "described", "derived"]),
  kicker: z.string().exactOptional(),
  publisher: z.string().exactOptional(),
  authors: z.array(z.string()).exactOptional(),
  url: z.string().exactOptional(),
  published: publicationSchema.exactOptional(),
  validity: validitySchema.exactOptional(),
  language: z.string(),
  guilds: z.array(z.string()).exactOptional(),
  roles: z.array(z.string()).exactOptional(),
  channels: z.array(z.string()).exactOptional(),
  ofServer: z.literal(true).exactOptional(),
  questions: z.array(z.string()).exactOptional(),
});

const pages = z.array(z.int()).readonly();
const gapSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("encoding-guessed"), encoding: z.string() }),
  z.object({ kind: z.literal("bytes-unreadable"), count }),
  z.object({ kind: z.literal("letters-unreadable"), count, pages }),
  z.object({ kind: z.literal("pages-without-text"), pages }),
  z.object({ kind: z.literal("recognised"), pages }),
  z.object({ kind: z.literal("objects-unreadable"), count }),
  z.object({ kind: z.literal("attachments-unread"), names: z.array(z.string()).readonly() }),
]);

/** Facts added by a later version are kept as they are: the checksum proves that we wrote them. */
export const documentSchema: z.ZodType<IndexedDocument> = z.looseObject({
  file: z.string(),
  metadata: z.preprocess(withAuthors, metadataSchema),
  parser: z.object({ name: z.string(), version: z.number() }),
  isPlainText: z.boolean(),
  encoding: z.enum(["utf-8", "utf-16le", "windows-1252"]),
  fileSha256: z.string(),
  textSha256: z.string(),
  readWith: z.string(),
  paragraphs: count,
  hidden: count,
  headings: z.array(z.string()),
  gaps: z.array(gapSchema).exactOptional(),
});

export const documentsSchema = z.array(z.object({ document: documentSchema, passages: count }));
export const stringsSchema = z.array(z.string());
