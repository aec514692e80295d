import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AppError, describeError } from "../errors.ts";
import { readableFiles, shownExtensions } from "./formats.ts";
import { parserFor } from "./parsers/parsers.ts";

/** A file that is not read, and why. */
export interface SkippedFile {
  /** Path below the documents' folder, with forward slashes. */
  readonly file: string;
  readonly error: AppError;
}

/** A file that is not a document, or a folder (ending in a slash) that is not searched. */
export interface LeftOutFile {
  /** Path below the documents' folder, with forward slashes. */
  readonly file: string;
  /** `hidden`: by its name; `format`: no format claims its name. */
  readonly reason: "hidden" | "format";
}

export interface FoundFiles {
  /** Paths below the folder, with forward slashes, sorted by code unit. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly leftOut: readonly LeftOutFile[];
}

/**
 * The real path of a documents' folder.
 * @throws AppError `folder-missing`.
 */
export async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return real;
  } catch (cause) {
    throw missingFolder(folder, cause);
  }
  throw missingFolder(folder, undefined);
}

/** Finds the documents in a folder (a real path) and its subfolders. */
export async function findFiles(folder: string): Promise<FoundFiles> {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const leftOut: LeftOutFile[] = [];
  for await (const found of walkFolders(folder)) {
    for (const file of found.files) files.push(file);
    for (const file of found.skipped) skipped.push(file);
    for (const file of found.leftOut) leftOut.push(file);
  }
  return {
    files: files.sort(byCodeUnit),
    skipped: skipped.sort((a, b) => byCodeUnit(a.file, b.file)),
    leftOut: leftOut.sort((a, b) => byCodeUnit(a.file, b.file)),
  };
}

/**
 * Site generators name the front page of a section like this; other names with a leading underscore are fragments of
 * pages.
 */
const frontPage = /^_index(?:\.[a-z-]{2,5})?\.(?:md|markdown|html|adoc|org|rst)$/iu;

/** What one folder holds, its subfolders left out. */
export interface FolderContents extends FoundFiles {
  /** How many names there are in it, documents or not. */
  readonly entries: number;
}

/** A folder (a real path) and its subfolders, one after the other. */
export async function* walkFolders(folder: string): AsyncGenerator<FolderContents> {
  const open = [""];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    const files: string[] = [];
    const skipped: SkippedFile[] = [];
    const leftOut: LeftOutFile[] = [];
    const entries = await entriesOf(folder, below, skipped);
    for (const entry of entries) {
      const file = below === "" ? entry.name : `${below}/${entry.name}`;
      if (isIgnored(entry.name)) {
        leftOut.push({ file: entry.isDirectory() ? `${file}/` : file, reason: "hidden" });
      } else if (entry.isDirectory()) {
        open.push(file);
      } else if (entry.isSymbolicLink()) {
        const error = await linkError(folder, file);
        if (error !== undefined) skipped.push({ file, error });
        else if (isDocument(entry.name)) files.push(file);
        else leftOut.push({ file, reason: "format" });
      } else if (!entry.isFile()) {
        skipped.push({
          file,
          error: unreadable(file, "it is no ordinary file", "Put the text itself into the folder."),
        });
      } else if (isDocument(entry.name)) {
        files.push(file);
      } else {
        leftOut.push({ file, reason: "format" });
      }
    }
    yield { files, skipped, leftOut, entries: entries.length };
  }
}

/** Whether a file of this name below the folder would be read; says nothing about whether it is there. */
export function isDocumentPath(file: string): boolean {
  const names = file.split("/");
  return names.every((name) => name !== "" && !isIgnored(name)) && isDocument(names.at(-1) ?? "");
}

/** Whether a folder of this name below the folder would be searched. */
export function mayHoldDocuments(folder: string): boolean {
  return folder.split("/").every((name) => name !== "" && !isIgnored(name));
}

/** The error for a file that cannot be read. */
export function unreadable(file: string, why: string, remedy: string, cause?: unknown): AppError {
  return new AppError("file-unreadable", `${file} cannot be read: ${why}.`, remedy, { cause });
}

function isIgnored(name: string): boolean {
  return name.startsWith(".") || (name.startsWith("_") && !frontPage.test(name)) || name === "node_modules";
}

function isDocument(name: string): boolean {
  return parserFor(name) !== undefined;
}

async function entriesOf(folder: string, below: string, skipped: SkippedFile[]): Promise<Dirent[]> {
  try {
    return await readdir(path.join(folder, below), { withFileTypes: true });
  } catch (cause) {
    const file = below === "" ? "." : below;
    skipped.push({ file, error: unreadable(file, describeError(cause), "Check the folder's permissions.", cause) });
    return [];
  }
}

/** Links to files within the folder are followed; any other could lead out of it or in circles. */
async function linkError(folder: string, file: string): Promise<AppError | undefined> {
  const remedy = "Put the text itself into the folder.";
  try {
    const target = await realpath(path.join(folder, file));
    if (!isBelow(folder, target)) return unreadable(file, "the link leads out of the folder", remedy);
    if (isHidden(folder, target)) return unreadable(file, "the link leads to a hidden file", remedy);
    if (!(await stat(target)).isFile()) return unreadable(file, "the link leads to no ordinary file", remedy);
    return undefined;
  } catch (cause) {
    return unreadable(file, "the link leads nowhere", remedy, cause);
  }
}

/** Whether a real path lies below a folder's real path. */
export function isBelow(folder: string, target: string): boolean {
  const below = path.relative(folder, target);
  return below !== "" && below !== ".." && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}

/** Whether a real path below a folder's is one that is never read: a link must not give it another name. */
export function isHidden(folder: string, target: string): boolean {
  return path.relative(folder, target).split(path.sep).some(isIgnored);
}

function missingFolder(folder: string, cause: unknown): AppError {
  return new AppError(
    "folder-missing",
    `The documents' folder ${folder} does not exist.`,
    `Create it and put ${readableFiles} into it, or name another one with --seeds.`,
    { cause, listed: shownExtensions },
  );
}

/** The same order everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
