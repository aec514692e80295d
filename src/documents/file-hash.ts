import { createHash } from "node:crypto";
import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";

/** Files up to this size are read in one go, which is faster than streaming them. */
const smallBytes = 1 << 18;

/** SHA-256 of a file; undefined if it cannot be read, which will be reported when it is read as a document. */
export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    // The file may have been replaced by a pipe, and opening a pipe would block.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return undefined;
      if (found.size <= smallBytes) return hash.update(readFileSync(file)).digest("hex");
    } finally {
      closeSync(file);
    }
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
  return hash.digest("hex");
}
