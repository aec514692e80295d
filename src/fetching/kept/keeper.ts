import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, realpath, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isBelow, isDocumentPath, mayHoldDocuments } from "../../documents/find-files.ts";
import { sourcesFileName } from "../../documents/metadata/sources-file.ts";
import { AppError, isMissing } from "../../errors.ts";
import { createFileWriter, isUnfinished } from "../../search/storage/file-writing.ts";
import { stateSources, type WantedSource } from "../sources/state-sources.ts";
import { type FetchedFile, fetchedListOf, readFetched, writeFetched } from "./fetched-pages.ts";

export interface KeeperOptions {
  /** Absolute. */
  readonly seedsFolder: string;
  readonly dataFolder: string;
  /** Below the documents' folder, with forward slashes. */
  readonly into: string;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
}

/** A document that was fetched. */
export interface Fetched extends Omit<FetchedFile, "sha256" | "written"> {
  readonly bytes: Uint8Array;
}

export type KeptAs = "new" | "changed" | "unchanged" | "taken";

/** Keeps what is fetched into one folder in step with what is on the disk and in `sources.json`. */
export interface Keeper {
  /** Ids of what is kept from a list. */
  idsOf(list: string): readonly string[];
  fileOf(id: string): FetchedFile | undefined;
  /** Whether the file on the disk is what was fetched, or somebody's. */
  stateOf(id: string): Promise<"kept" | "edited" | "missing">;
  isTaken(file: string, id: string): boolean;
  /** `taken`: somebody else's file has this name, and stays. */
  keep(id: string, fetched: Fetched): Promise<KeptAs>;
  /** It is as it was; what is to be said of it may have changed. */
  confirm(id: string, wanted: FetchedFile["wanted"], list: string): void;
  /** Removes a file that was fetched. */
  remove(id: string): Promise<void>;
  /** Writes `sources.json` and what is remembered. @throws AppError `sources-invalid`, `disk-failed` */
  save(): Promise<void>;
}

/** @throws AppError `usage` where the folder is none that is read, `fetch-refused` where it lies elsewhere */
export async function createKeeper({ seedsFolder, dataFolder, into, isDryRun }: KeeperOptions): Promise<Keeper> {
  if (!mayHoldDocuments(into) || into.includes("\\") || into.includes(":")) {
    throw new AppError(
      "usage",
      `--into ${into} is no folder below that of the documents.`,
      "Name one, such as: --into wiki",
    );
  }
  const writer = createFileWriter();
  if (!isDryRun) await mkdir(join(seedsFolder, into), { recursive: true });
  const root = await realOr(seedsFolder);
  await refuseElsewhere(root, join(root, into));
  const listFile = fetchedListOf(dataFolder, join(root, into));
  const files = await readFetched(listFile);
  const sourcesFile = join(root, sourcesFileName);
  const gone: WantedSource[] = [];
  if (!isDryRun) await removeUnfinished([root, join(root, into)]);
  // What is wrong with it should be known before anything is fetched.
  stateSources(await textOf(sourcesFile), []);

  async function store(file: string, bytes: Uint8Array): Promise<void> {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    await refuseElsewhere(root, dirname(path));
    await removeUnfinished([dirname(path)]);
    await writer.replace(path, [bytes]);
  }

  return {
    idsOf: (list) => [...files].filter(([, one]) => one.list === list).map(([id]) => id),
    fileOf: (id) => files.get(id),
    async stateOf(id) {
      const known = files.get(id);
      const bytes = known === undefined ? undefined : await bytesOf(join(root, known.file));
      if (bytes === undefined) return "missing";
      return sha256(bytes) === known?.sha256 ? "kept" : "edited";
    },
    isTaken: (file, id) => [...files].some(([other, one]) => other !== id && one.file === file),
    async keep(id, { bytes, ...fetched }) {
      const { file } = fetched;
      if (!isDocumentPath(file)) throw new AppError("fetch-refused", `${file} is no document's name.`, "Leave it out.");
      const known = files.get(id);
      const hash = sha256(bytes);
      const now = await bytesOf(join(root, file));
      const isSame = now !== undefined && sha256(now) === hash;
      if (now !== undefined && !isSame && known?.file !== file) return "taken";
      if (!isDryRun && !isSame) await store(file, bytes);
      if (!isDryRun && known !== undefined && known.file !== file) await rm(join(root, known.file), { force: true });
      const written = known?.file === file ? known.written : undefined;
      files.set(id, { ...fetched, sha256: hash, ...(written === undefined ? {} : { written }) });
      return isSame ? "unchanged" : known === undefined || now === undefined ? "new" : "changed";
    },
    confirm(id, wanted, list) {
      const known = files.get(id);
      if (known !== undefined) files.set(id, { ...known, wanted, list });
    },
    async remove(id) {
      const known = files.get(id);
      if (known === undefined || isDryRun) return;
      await refuseElsewhere(root, dirname(join(root, known.file)));
      await rm(join(root, known.file), { force: true });
      gone.push({ file: known.file, wanted: undefined, written: known.written });
      files.delete(id);
    },
    async save() {
      if (isDryRun) return;
      const before = await textOf(sourcesFile);
      const wishes = [...gone, ...[...files.values()].map(({ file, wanted, written }) => ({ file, wanted, written }))];
      const { text, written } = stateSources(before, wishes);
      if (text !== undefined && text !== before) await writer.replace(sourcesFile, [Buffer.from(text)]);
      for (const [id, one] of files) {
        const said = written.get(one.file);
        if (said !== undefined) files.set(id, { ...one, written: said });
      }
      await writeFetched(listFile, files);
      gone.length = 0;
    },
  };
}

/** What a process left that was killed while it wrote. */
async function removeUnfinished(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder);
    await Promise.all(names.filter(isUnfinished).map((name) => rm(join(folder, name), { force: true })));
  }
}

/** A link could lead out of the documents' folder. @throws AppError `fetch-refused` */
async function refuseElsewhere(root: string, folder: string): Promise<void> {
  const real = await realOr(folder);
  if (real === root || isBelow(root, real)) return;
  throw new AppError(
    "fetch-refused",
    `${folder} leads out of the documents' folder.`,
    "Name another folder with --into.",
  );
}

async function realOr(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return (await bytesOf(path))?.toString("utf8");
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
