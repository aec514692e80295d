import * as z from "zod";
import type { ParsedDocument } from "../parser.ts";

/** The formats that are read in worker threads, each in one of its own. */
export type WorkerFormat = "html" | "pdf" | "docx" | "markdown";

export interface ParseRequest {
  readonly format: WorkerFormat;
  readonly bytes: Uint8Array;
  /** Path below the documents' folder, for errors. */
  readonly file: string;
}

/** Reads one document inside the worker. Throws AppError `not-text` or `document-unparsable`, or whatever its library throws. */
export type FormatReader = (bytes: Uint8Array, file: string) => ParsedDocument | Promise<ParsedDocument>;

export const requestSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  file: z.string(),
});

// Strict: what a reader finds and no schema names would be lost on the way, and only in files that go this way.
const paragraphSchema = z.strictObject({
  range: z.strictObject({ start: z.int(), end: z.int() }),
  kind: z.exactOptional(z.enum(["title", "heading", "text", "caption", "table", "code", "metadata", "boilerplate"])),
  rule: z.exactOptional(z.string()),
  level: z.exactOptional(z.int()),
  heading: z.exactOptional(z.string()),
  depth: z.exactOptional(z.int()),
  tableHead: z.exactOptional(z.object({ start: z.int(), end: z.int() })),
  isLabel: z.exactOptional(z.boolean()),
  page: z.exactOptional(z.int()),
  anchor: z.exactOptional(z.string()),
});

const documentSchema = z.strictObject({
  canonicalText: z.string(),
  encoding: z.enum(["utf-8", "utf-16le", "windows-1252"]),
  byteOrderMarkBytes: z.literal([0, 2, 3]),
  isPlainText: z.boolean(),
  paragraphs: z.array(paragraphSchema),
  metadata: z.strictObject({
    title: z.exactOptional(z.string()),
    publisher: z.exactOptional(z.string()),
    authors: z.exactOptional(z.array(z.string()).readonly()),
    url: z.exactOptional(z.string()),
    published: z.exactOptional(z.string()),
    language: z.exactOptional(z.enum(["de", "en"])),
  }),
});

/** What the worker says: that the reading begins, what was read, or why it cannot be. */
export const replySchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("reading") }),
  z.object({ state: z.literal("read"), document: documentSchema }),
  z.object({
    state: z.literal("refused"),
    code: z.enum(["not-text", "document-unparsable"]),
    message: z.string(),
    remedy: z.string(),
  }),
]);

export type ParseReply = z.infer<typeof replySchema>;
