import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { AppError, isMissing } from "../../errors.ts";
import { createFileWriter } from "../../search/storage/file-writing.ts";

/** What was written into a document's entry of `sources.json`. */
const stated = z.object({ url: z.string().optional(), published: z.string().optional() });
export type Stated = z.infer<typeof stated>;

const fetchedFile = z.object({
  /** Path below the documents' folder. */
  file: z.string(),
  /** Of its bytes as they were fetched. */
  sha256: z.string(),
  /** In which list it stood. */
  list: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** What `sources.json` should say. */
  wanted: stated,
  /** What it was made to say. */
  written: stated.optional(),
});
export type FetchedFile = z.infer<typeof fetchedFile>;

const fetchedFiles = z.object({ version: z.literal(1), files: z.record(z.string(), fetchedFile) });

/** By address, or in a repository by path. */
export type FetchedFiles = Map<string, FetchedFile>;

/** Where it is kept what was fetched into a folder. */
export function fetchedListOf(dataFolder: string, into: string): string {
  return join(dataFolder, "fetched", `${createHash("sha256").update(into).digest("hex").slice(0, 16)}.json`);
}

/** @returns empty where nothing was fetched yet @throws AppError `file-unreadable` */
export async function readFetched(file: string): Promise<FetchedFiles> {
  try {
    const { files } = fetchedFiles.parse(JSON.parse(await readFile(file, "utf8")));
    return new Map(Object.entries(files));
  } catch (cause) {
    if (isMissing(cause)) return new Map();
    throw new AppError(
      "file-unreadable",
      `${file} cannot be read, which says what was fetched before.`,
      "Remove it: files that are there already are then left as they are unless they are the same.",
      { cause },
    );
  }
}

export async function writeFetched(file: string, files: FetchedFiles): Promise<void> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, undefined, 1);
  const writer = createFileWriter();
  await writer.makeFolder(join(file, ".."));
  await writer.replace(file, [Buffer.from(`${text}\n`)]);
}
