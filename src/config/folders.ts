import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";

/** Where this installation of the program is, and the folders that the person's computer has for it. Absolute paths. */
export interface Places {
  /** The folder of `package.json`. */
  readonly program: string;
  /**
   * Whether the program runs from a clone of its repository, with documents and an index beside it, rather than from an
   * installed package.
   */
  readonly isClone: boolean;
  /** The folder from which the program was started. */
  readonly working: string;
  /** The person's folders for data that can be made again, and for data that cannot. */
  readonly cache: string;
  readonly data: string;
}

/**
 * Who chose the documents' folder: somebody, who named it; the program, which has one beside it; or nobody, so that it
 * is the one where the program was started.
 */
export type SeedsOrigin = "named" | "beside-program" | "working-folder";

export interface Folders {
  /** Absolute paths. */
  readonly seedsFolder: string;
  readonly indexFolder: string;
  readonly seedsOrigin: SeedsOrigin;
  /** Documents that come with the program, for people who have none yet, and their index. */
  readonly sample: { readonly seedsFolder: string; readonly indexFolder: string };
}

/** What was said about folders: by variables, and on the command line, which wins. */
export interface NamedFolders {
  readonly seedsVariable: string | undefined;
  readonly indexVariable: string | undefined;
  readonly seedsOption: string | undefined;
  readonly indexOption: string | undefined;
}

/**
 * The usual documents of a clone have their index beside the program, and so have those that a variable names. Any
 * other documents get an index of their own: below the usual one, or in the person's cache, so that a look at another folder
 * does not throw away what was built, and nothing is written into an installed package.
 */
export function chooseFolders(named: NamedFolders, places: Places): Folders {
  const { seedsVariable, indexVariable, seedsOption, indexOption } = named;
  const usualSeeds = resolve(seedsVariable ?? (places.isClone ? join(places.program, "seeds") : places.working));
  const hasUsualIndex = indexVariable !== undefined || places.isClone;
  const indexes = resolve(indexVariable ?? (places.isClone ? join(places.program, "index") : places.cache));
  const indexOf = (seeds: string): string => {
    if (indexOption !== undefined) return resolve(indexOption);
    return hasUsualIndex && seeds === usualSeeds ? indexes : join(indexes, nameOf(seeds));
  };
  const seedsFolder = seedsOption === undefined ? usualSeeds : resolve(seedsOption);
  const sample = join(places.program, "sample");
  return {
    seedsFolder,
    indexFolder: indexOf(seedsFolder),
    seedsOrigin: originOf(named, places),
    sample: { seedsFolder: sample, indexFolder: join(indexes, nameOf(sample)) },
  };
}

function originOf({ seedsVariable, seedsOption }: NamedFolders, { isClone }: Places): SeedsOrigin {
  if ((seedsOption ?? seedsVariable) !== undefined) return "named";
  return isClone ? "beside-program" : "working-folder";
}

/** A name that people recognise and that no other folder has. */
function nameOf(folder: string): string {
  const mark = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  return `${basename(folder)}-${mark}`;
}
