import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError, describeError } from "../errors.ts";
import { audienceName, viewersOf } from "./audience.ts";
import type { LanguageCode, SourceDocument } from "./document.ts";
import { byCodeUnit, type FoundFiles, findFiles, realFolder, type SkippedFile, unreadable } from "./find-files.ts";
import { readableFiles, shownExtensions } from "./formats.ts";
import { keysOf } from "./metadata/keys.ts";
import { sharedTitles } from "./metadata/shared-titles.ts";
import { parseSources, type Sources, sourcesFileName } from "./metadata/sources-file.ts";
import { readDocument } from "./read-document.ts";
import { readAhead } from "./reading/read-ahead.ts";
import { type KeptRestriction, keepRestrictions } from "./restrictions/keep-restrictions.ts";
import { sourceOf } from "./servers/entry.ts";
import { placeIn } from "./servers/places.ts";
import { readServerEntries } from "./servers/read-entries.ts";

/** A folder's documents before they are read. */
export interface CollectionListing extends FoundFiles {
  /** The folder's real path. */
  readonly folder: string;
  /** The folder of what must outlive the index, where servers' own documents are; absent: there are none. */
  readonly dataFolder?: string;
  readonly sources: Sources;
  /** The key of every file, also of those that turn out to be unreadable. */
  readonly keys: ReadonlyMap<string, string>;
  /** By file, the title that it has in common with others; see `sharedTitles`. */
  readonly sharedTitles: ReadonlyMap<string, string>;
  /** Documents that stay restricted although `sources.json` does not say so any more. */
  readonly keptRestricted: readonly KeptRestriction[];
  /** Present where it could not be written down what is restricted. */
  readonly restrictionsProblem?: AppError;
}

export interface CollectionReading {
  /** Sorted by file. */
  readonly documents: readonly SourceDocument[];
  readonly skipped: readonly SkippedFile[];
}

export interface ReadCollectionOptions {
  /** Asked where neither `sources.json` nor the file names the language. */
  readonly detectLanguage: (text: string) => LanguageCode;
}

/**
 * Lists a folder's documents, with `sources.json` and the keys that all of them together have, and servers' own ones.
 * @param dataFolder where servers' own documents are, and where it is written down which others are restricted; absent:
 *   `sources.json` alone says so
 * @throws AppError `folder-missing`, `sources-invalid` or `restrictions-unreadable`.
 */
export async function listCollection(folder: string, dataFolder?: string): Promise<CollectionListing> {
  const real = await realFolder(folder);
  const { files, skipped, leftOut } = await findFiles(real);
  const stated = asInFolder(await readSources(real), files);
  const { sources, kept, problem } = await keepRestrictions(dataFolder, { folder: real, files, sources: stated });
  const servers = await readServerEntries(dataFolder);
  const own = [...servers.entries].flatMap(([guild, entries]) => entries.map((entry) => sourceOf(guild, entry)));
  const known = new Set([...files, ...skipped.map(({ file }) => file)]);
  const missing = [...sources.keys()]
    .filter((file) => !known.has(file))
    .map((file) => ({
      file,
      error: unreadable(
        file,
        `${sourcesFileName} lists it, and the folder has no such document`,
        `Add the file, or take it out of ${sourcesFileName}.`,
      ),
    }));
  const all = [...files, ...own.map(({ file }) => file)].sort(byCodeUnit);
  const allSources = new Map([...sources, ...own.map((source) => [source.file, source] as const)]);
  return {
    folder: real,
    ...(dataFolder === undefined ? {} : { dataFolder }),
    files: all,
    leftOut: leftOut.filter(({ file }) => file !== sourcesFileName),
    skipped: [...skipped, ...missing, ...servers.skipped],
    sources: allSources,
    keys: keysOf(all, allSources),
    sharedTitles: await sharedTitles(real, files, (file) => audienceName(viewersOf(sources.get(file) ?? {}))),
    keptRestricted: kept,
    ...(problem === undefined ? {} : { restrictionsProblem: problem }),
  };
}

/**
 * Reads all documents of a folder and its subfolders. A document that cannot be read is skipped and named.
 * @throws AppError `folder-missing`, `sources-invalid`, or `folder-empty` where no document can be read.
 */
export async function readCollection(folder: string, options: ReadCollectionOptions): Promise<CollectionReading> {
  const listing = await listCollection(folder);
  const documents: SourceDocument[] = [];
  const skipped: SkippedFile[] = [...listing.skipped];
  for await (const result of readListed(listing, documentReader(listing, options))) {
    if ("error" in result) skipped.push(result);
    else documents.push(result);
  }
  return { documents, skipped };
}

/** Reads one of the listed files. */
export function documentReader(
  listing: CollectionListing,
  { detectLanguage }: ReadCollectionOptions,
): (file: string) => Promise<SourceDocument> {
  const { keys, sources, sharedTitles } = listing;
  return async (file) => {
    const sharedTitle = sharedTitles.get(file);
    const { folder, below } = placeIn(listing, file);
    const options = { key: keys.get(file) ?? file, source: sources.get(file), sharedTitle, detectLanguage, below };
    return (await readDocument(folder, file, options)).document;
  };
}

/**
 * Reads listed files in order, only a few ahead of the consumer, so that a collection need not fit into memory. A file
 * that cannot be read is replaced by the reason.
 * @throws AppError `folder-empty` after the last, where none could be read
 */
export async function* readListed<T extends object>(
  { folder, files, skipped }: CollectionListing,
  read: (file: string) => Promise<T>,
): AsyncGenerator<T | SkippedFile> {
  const unread = [...skipped];
  const results = readAhead(files, async (file): Promise<T | SkippedFile> => {
    try {
      return await read(file);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reason = { file, error };
      unread.push(reason);
      return reason;
    }
  });
  yield* results;
  if (unread.length === skipped.length + files.length) throw emptyFolder(folder, unread);
}

/** The files of `sources.json` by the names that they have in the folder: some systems write an ü as two characters. */
function asInFolder(sources: Sources, files: readonly string[]): Sources {
  const byName = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const exact = new Set(files);
  return new Map(
    [...sources].map(([file, source]) => [
      exact.has(file) ? file : (byName.get(file.normalize("NFC")) ?? file),
      source,
    ]),
  );
}

async function readSources(folder: string): Promise<Sources> {
  try {
    return parseSources(await readFile(path.join(folder, sourcesFileName), "utf8"));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isMissing(error)) return new Map();
    throw unreadable(sourcesFileName, describeError(error), "Check that it is a file and may be read.", error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** @param skipped what could not be read, and why */
export function emptyFolder(folder: string, skipped: readonly SkippedFile[]): AppError {
  const [first] = skipped;
  const why = first === undefined ? "" : ` (${skipped.length} skipped; ${first.error.message.replace(/\.$/, "")})`;
  return new AppError(
    "folder-empty",
    `The documents' folder ${folder} holds no document that can be read${why}.`,
    `Put ${readableFiles} into it, or name another one with --seeds.`,
    { listed: shownExtensions },
  );
}
