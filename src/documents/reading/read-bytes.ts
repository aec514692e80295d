import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import path from "node:path";
import { AppError, describeError } from "../../errors.ts";
import { isBelow, isHidden, realFolder, unreadable } from "../find-files.ts";

/**
 * Reads an ordinary file of the folder; a pipe or a link that took its place since it was found is refused, not waited
 * for.
 * @throws AppError `folder-missing`, `file-unreadable`, or `document-unparsable` for one that is too large
 */
export async function readBytes(folder: string, file: string, maxBytes: number): Promise<Uint8Array> {
  const real = await realFolder(folder);
  try {
    const target = await realpath(path.join(real, ...file.split("/")));
    if (!isBelow(real, target)) throw unreadable(file, "it lies outside the folder", "Put the text itself into it.");
    if (isHidden(real, target)) throw unreadable(file, "it is a hidden file", "Put the text itself into the folder.");
    const handle = await open(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw unreadable(file, "it is no ordinary file", "Put the text itself into the folder.");
      if (found.size > maxBytes) throw tooLarge(file, maxBytes);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(file, describeError(error), "Check that it is there and may be read.", error);
  }
}

export function tooLarge(file: string, maxBytes: number): AppError {
  return new AppError(
    "document-unparsable",
    `${file} cannot be used: it is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
    "Split it into smaller files.",
  );
}
