import { readableFiles, shownExtensions } from "../../../documents/formats.ts";
import { readAhead } from "../../../documents/reading/read-ahead.ts";
import { isServers } from "../../../documents/servers/places.ts";
import { AppError } from "../../../errors.ts";
import type { DocumentInput } from "../../../search/index/index-writer.ts";
import type { IndexedDocument } from "../../../search/index/passage-table.ts";
import type { IndexEvent } from "../../../search/index-event.ts";
import type { Collection } from "../collection.ts";
import type { Differences } from "./differences.ts";
import type { RefusedFiles } from "./refused-files.ts";

/** What is done about documents that differ from an index, whatever keeps the index. */
export interface ReadingParts {
  readonly collection: Collection;
  readonly refused: RefusedFiles;
  readonly onEvent: (event: IndexEvent) => void;
}

/** A file and its document, which is undefined where it could not be read. */
export interface ReadFile {
  readonly file: string;
  readonly input: DocumentInput | undefined;
}

/** Reads files in their order, and tells of those that cannot be read, or not as a whole. */
export function readFiles(files: readonly string[], parts: ReadingParts): AsyncGenerator<ReadFile> {
  return readAhead(files, async (file) => ({ file, input: await readInput(file, parts) }));
}

async function readInput(
  file: string,
  { collection, refused, onEvent }: ReadingParts,
): Promise<DocumentInput | undefined> {
  try {
    const input = await collection.input(file);
    refused.forget(file);
    const { gaps } = input.document;
    if (gaps !== undefined) onEvent({ kind: "incomplete", file, gaps });
    return input;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onEvent({ kind: "skipped", file, error });
    return undefined;
  }
}

/**
 * Leaves out files that could not be read before.
 * @param files those whose bytes may have changed, which are tried again; absent: any
 */
export function withoutRefused(
  differences: Differences,
  refused: RefusedFiles,
  files: ReadonlySet<string> | undefined,
): Differences {
  const added = differences.added.filter((file) => files?.has(file) !== false || !refused.has(file));
  return { ...differences, added };
}

/**
 * Keeps an index from being emptied of the host's documents: a folder without documents is more often one that is away
 * for a moment.
 * @param documents those in the index
 * @throws AppError `folder-empty`
 */
export function refuseEmptying(
  { folder }: Collection,
  documents: readonly (Pick<IndexedDocument, "file"> | undefined)[],
  { added, removed }: Differences,
): void {
  const before = documents.filter((document) => document !== undefined);
  const hosts = countHosts(before.map(({ file }) => file));
  const left = hosts - countHosts(removed.map(({ file }) => file)) + countHosts(added);
  if (left > 0 || (hosts === 0 && before.length - removed.length + added.length > 0)) return;
  throw new AppError(
    "folder-empty",
    `The documents' folder ${folder} holds no document any more.`,
    `Put ${readableFiles} into it.`,
    { listed: shownExtensions },
  );
}

function countHosts(files: readonly string[]): number {
  return files.filter((file) => !isServers(file)).length;
}
