import { readFile } from "node:fs/promises";
import { AppError, describeError } from "../errors.ts";

/**
 * The addresses in a file, one a line; what stands behind `#` at a line's beginning or after a blank is a note.
 * @throws AppError `file-unreadable`
 */
export async function readPageList(file: string): Promise<readonly string[]> {
  try {
    const text = await readFile(file, "utf8");
    return text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/)
      .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
      .filter((line) => line !== "");
  } catch (cause) {
    throw new AppError(
      "file-unreadable",
      `${file} cannot be read: ${describeError(cause)}.`,
      "Name a file with --pages.",
      {
        cause,
      },
    );
  }
}
