import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { AppError, describeError, isMissing } from "../../errors.ts";
import type { SkippedFile } from "../find-files.ts";
import { discordId, entryEnding, entrySchema, type ServerEntry } from "./entry.ts";
import { nameOfServers, serversFolder } from "./places.ts";

/** What servers' own documents there are. */
export interface ServerEntries {
  /** By the id of the server, in the order of their keys. */
  readonly entries: ReadonlyMap<string, readonly ServerEntry[]>;
  /** Documents that nothing is known of, so that nobody may see them. */
  readonly skipped: readonly SkippedFile[];
}

/** By path: folders are listed often, and entries change seldom. */
const known = new Map<string, { readonly stamp: string; readonly entry: ServerEntry }>();

/** Reads what is known of all servers' own documents. A document whose entry is gone or damaged is none. */
export async function readServerEntries(dataFolder: string | undefined): Promise<ServerEntries> {
  const entries = new Map<string, readonly ServerEntry[]>();
  const skipped: SkippedFile[] = [];
  if (dataFolder === undefined) return { entries, skipped };
  for (const guild of await namesIn(serversFolder(dataFolder))) {
    if (!discordId.test(guild)) continue;
    const found = await entriesIn(path.join(serversFolder(dataFolder), guild), guild, skipped);
    if (found.length > 0) entries.set(guild, found);
  }
  return { entries, skipped };
}

/** The same of one server. */
export function readEntriesOf(dataFolder: string, guild: string): Promise<readonly ServerEntry[]> {
  return entriesIn(path.join(serversFolder(dataFolder), guild), guild, []);
}

async function entriesIn(folder: string, guild: string, skipped: SkippedFile[]): Promise<ServerEntry[]> {
  const found: ServerEntry[] = [];
  const names = (await namesIn(folder)).filter((name) => name.endsWith(entryEnding)).sort();
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      found.push(await entryIn(file));
    } catch (cause) {
      // Whoever removes a document removes the entry first.
      if (!isMissing(cause)) skipped.push({ file: nameOfServers(guild, name), error: unusable(file, cause) });
    }
  }
  return found;
}

async function entryIn(file: string): Promise<ServerEntry> {
  const { ino, size, mtimeNs } = await stat(file, { bigint: true });
  const stamp = `${ino} ${size} ${mtimeNs}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.entry;
  const entry = entrySchema.parse(JSON.parse(await readFile(file, "utf8")));
  if (path.basename(file) !== entry.key + entryEnding) throw new Error("it is another document's");
  known.set(file, { stamp, entry });
  return entry;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new AppError(
      "file-unreadable",
      `${folder} cannot be read: ${describeError(error)}.`,
      "Check the permissions of DATA_DIR.",
      { cause: error },
    );
  }
}

function unusable(file: string, cause: unknown): AppError {
  const why = cause instanceof z.ZodError ? "it is not what the program wrote" : describeError(cause);
  const message = `${file} cannot be used: ${why}.`;
  return new AppError("file-unreadable", message, "Add the document again: nobody sees it until then.", { cause });
}
