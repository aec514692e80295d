import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the analysis. Its code and its lists determine what a compiled lexicon contains. */
const analysisFolder = fileURLToPath(new URL("../..", import.meta.url));
const packageFolder = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * Where a program that runs from its sources keeps the compiled lexicon: one file, which holds the fingerprint of what
 * it was made from in its first line.
 */
export const sourceCacheFile = join(packageFolder, "node_modules", ".cache", "fundstelle", "lexicon.compiled");

/** SHA-256 over the analysis' code and lists and the versions of the packages it stems with. */
export function sourceFingerprint(): string {
  const hash = createHash("sha256");
  const files = readdirSync(analysisFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|txt)$/.test(file))
    .map((file) => join(analysisFolder, file))
    .sort();
  for (const file of [...files, join(packageFolder, "package-lock.json")]) {
    if (existsSync(file)) hash.update(`${relative(packageFolder, file)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** @returns what `make` gives for this fingerprint, from the file where an earlier process has left it there */
export function cachedText(file: string, fingerprint: string, make: () => string): string {
  const mark = `${fingerprint}\n`;
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8");
    if (kept.startsWith(mark)) return kept.slice(mark.length);
  }
  const text = make();
  keep(file, mark + text);
  return text;
}

/** Writes a temporary file and renames it, since several processes may do so at once. */
function keep(file: string, content: string): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (error) {
    // If the folder cannot be written, the next process takes a second longer, and nothing else happens.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}
