import { stat } from "node:fs/promises";
import path from "node:path";
import { defined } from "../../defined.ts";
import { AppError, describeError } from "../../errors.ts";
import { hashOf } from "../file-hash.ts";
import type { Source, Sources } from "../metadata/sources-file.ts";
import { type Restriction, type Restrictions, readRestrictions, writeRestrictions } from "./restriction-file.ts";

/** A document that stays restricted although `sources.json` does not say so any more. */
export interface KeptRestriction {
  /** Path below the documents' folder. */
  readonly file: string;
  readonly guilds: readonly string[];
  /** The restricted document that it is: it has that one's name, in some spelling, or what stood in it. */
  readonly was: string;
}

export interface SourcesWithRestrictions {
  /** With what was restricted before. */
  readonly sources: Sources;
  readonly kept: readonly KeptRestriction[];
  /** Present where the list could not be written: restrictions may be lost with `sources.json`. */
  readonly problem?: AppError;
}

interface Listing {
  /** The documents' folder, a real path. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly sources: Sources;
}

/** How many contents of a document are remembered. */
const mostContents = 20;

/**
 * Takes down which documents are restricted to some servers, and keeps those restricted that once were: whoever loses
 * an entry, a spelling of a name or all of `sources.json` opens nothing by it. What has changed its name is known by its
 * content.
 * @param dataFolder where the list is; undefined: there is none
 * @throws AppError `restrictions-unreadable`
 */
export async function keepRestrictions(
  dataFolder: string | undefined,
  { folder, files, sources }: Listing,
): Promise<SourcesWithRestrictions> {
  if (dataFolder === undefined) return { sources, kept: [] };
  const before = await readRestrictions(dataFolder);
  const known = await withStated(before, { folder, files, sources });
  const all = new Map(sources);
  const kept: KeptRestriction[] = [];
  if (known.restricted.length > 0) {
    const matcher = new Matcher(folder, known);
    for (const file of files) {
      const source = sources.get(file);
      if (source?.guilds !== undefined) continue;
      const matches = await matcher.of(file);
      const [first] = matches;
      if (first === undefined) continue;
      const guilds = inAll(matches.map((one) => one.guilds)) ?? [];
      const [roles, channels] = [inAll(matches.map((one) => one.roles)), inAll(matches.map((one) => one.channels))];
      const { roles: _roles, channels: _channels, ...rest } = source ?? { file };
      all.set(file, { ...rest, guilds, ...defined({ roles, channels }) } satisfies Source);
      kept.push({ file, guilds, was: first.file });
    }
  }
  const problem = isSame(before, known) ? undefined : await written(dataFolder, known);
  return { sources: all, kept, ...(problem === undefined ? {} : { problem }) };
}

/** What is known with what `sources.json` states. */
async function withStated(before: Restrictions, { folder, files, sources }: Listing): Promise<Restrictions> {
  const restricted = new Map(before.restricted.map((one) => [folded(one.file), one]));
  const lifted = new Set(before.lifted);
  const there = new Set(files);
  for (const [file, { guilds, roles, channels }] of sources) {
    if (guilds === undefined) continue;
    const contents = [...(restricted.get(folded(file))?.contents ?? [])];
    const now = there.has(file) ? await contentOf(path.join(folder, file)) : undefined;
    const isNew = now !== undefined && !contents.some(({ sha256 }) => sha256 === now.sha256);
    if (isNew) contents.push(now);
    restricted.set(folded(file), {
      file,
      guilds,
      ...defined({ roles, channels }),
      contents: contents.slice(-mostContents),
    });
    lifted.delete(file);
  }
  return { restricted: [...restricted.values()], lifted: [...lifted] };
}

/** Finds which restricted documents a file may be. */
class Matcher {
  readonly #folder: string;
  readonly #byName: ReadonlyMap<string, Restriction>;
  readonly #bySize = new Map<number, { readonly sha256: string; readonly restriction: Restriction }[]>();
  readonly #lifted: ReadonlySet<string>;

  constructor(folder: string, { restricted, lifted }: Restrictions) {
    this.#folder = folder;
    this.#byName = new Map(restricted.map((one) => [folded(one.file), one]));
    this.#lifted = new Set(lifted);
    for (const restriction of restricted) {
      for (const { bytes, sha256 } of restriction.contents) {
        this.#bySize.set(bytes, [...(this.#bySize.get(bytes) ?? []), { sha256, restriction }]);
      }
    }
  }

  async of(file: string): Promise<readonly Restriction[]> {
    if (this.#lifted.has(file)) return [];
    const named = this.#byName.get(folded(file));
    if (named !== undefined) return [named];
    const place = path.join(this.#folder, file);
    const size = (await stat(place).catch(() => undefined))?.size;
    const alike = size === undefined ? undefined : this.#bySize.get(size);
    if (alike === undefined) return [];
    const now = await contentOf(place);
    return alike.filter(({ sha256 }) => sha256 === now?.sha256).map(({ restriction }) => restriction);
  }
}

/** What all lists have in common, those left out that let through anything; undefined where all of them do. */
function inAll(lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined);
  return first?.filter((id) => others.every((list) => list.includes(id)));
}

/** One name for all spellings that a file system, or somebody who renames a file, may take for the same. */
export function folded(file: string): string {
  return file.normalize("NFKC").toLowerCase().normalize("NFKC");
}

interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

/** By path: folders are listed often, and files change seldom. */
const contents = new Map<string, Content & { readonly mtimeMs: number }>();

async function contentOf(place: string): Promise<Content | undefined> {
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) return undefined;
  const before = contents.get(place);
  if (before?.mtimeMs === found.mtimeMs && before.bytes === found.size) {
    return { bytes: before.bytes, sha256: before.sha256 };
  }
  const sha256 = await hashOf(place);
  if (sha256 === undefined) return undefined;
  contents.set(place, { bytes: found.size, sha256, mtimeMs: found.mtimeMs });
  return { bytes: found.size, sha256 };
}

function isSame(one: Restrictions, other: Restrictions): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function written(dataFolder: string, restrictions: Restrictions): Promise<AppError | undefined> {
  try {
    await writeRestrictions(dataFolder, restrictions);
    return undefined;
  } catch (cause) {
    return new AppError(
      "disk-failed",
      `Which documents are restricted cannot be written down in ${dataFolder}: ${describeError(cause)}.`,
      "Make DATA_DIR writable: if sources.json is lost, nothing else knows what not everybody may see.",
      { cause },
    );
  }
}
