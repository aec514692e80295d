import * as z from "zod";
import type { CompiledLexicon } from "../../analysis/lexicon/compiled.ts";
import { AppError } from "../../errors.ts";
import type { IndexEvent } from "../../search/index-event.ts";

/** What a worker is to build. */
export interface BuildRequest {
  readonly seedsFolder: string;
  readonly indexFolder: string;
  /** All of the lexicon that indexing asks for. */
  readonly frequencies: CompiledLexicon["frequencies"];
  /** Whether text is recognised in pictures. */
  readonly recognise: boolean;
  /** Where it is written down which documents are restricted. */
  readonly dataFolder?: string | undefined;
}

const lines = z.object({ words: z.array(z.string()), stems: z.array(z.string()) });
export const requestSchema: z.ZodType<BuildRequest> = z.object({
  seedsFolder: z.string(),
  indexFolder: z.string(),
  frequencies: z.record(z.string(), lines),
  recognise: z.boolean(),
  dataFolder: z.string().optional(),
});

const errorSchema = z.object({
  code: z
    .enum([
      "folder-missing",
      "folder-empty",
      "sources-invalid",
      "restrictions-unreadable",
      "file-unreadable",
      "not-text",
      "document-unparsable",
      "index-locked",
      "disk-failed",
      "internal",
    ])
    .catch("internal"),
  message: z.string(),
  remedy: z.string(),
  listed: z.array(z.string()),
});
const count = z.int().min(0);
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

/** What a worker reports: its progress, the files that it left out, that the index is on disk, or why it is not. */
export const replySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("building"), documents: count }),
  z.object({ kind: z.literal("read"), documents: count, of: count }),
  z.object({ kind: z.literal("indexed"), passages: count, of: count }),
  z.object({ kind: z.literal("built"), passages: count }),
  z.object({ kind: z.literal("skipped"), file: z.string(), error: errorSchema }),
  z.object({ kind: z.literal("incomplete"), file: z.string(), gaps: z.array(gapSchema) }),
  z.object({ kind: z.literal("written") }),
  z.object({ kind: z.literal("failed"), error: errorSchema }),
]);
export type BuildReply = z.infer<typeof replySchema>;
type PlainError = z.infer<typeof errorSchema>;

/** Errors lose their class when they leave a worker, so only their fields are sent. */
export function plainError(error: AppError): PlainError {
  const { code, message, remedy, listed } = error;
  return errorSchema.parse({ code, message, remedy, listed });
}

export function appError({ code, message, remedy, listed }: PlainError): AppError {
  return new AppError(code, message, remedy, { listed });
}

/** The reply for an event; undefined for events that do not occur in a worker. */
export function replyOf(event: IndexEvent): BuildReply | undefined {
  switch (event.kind) {
    case "skipped":
      return { kind: "skipped", file: event.file, error: plainError(event.error) };
    case "incomplete":
      return { ...event, gaps: [...event.gaps] };
    case "building":
    case "read":
    case "indexed":
    case "built":
      return event;
    default:
      return undefined;
  }
}
