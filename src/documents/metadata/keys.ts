import { createHash } from "node:crypto";
import { dashed } from "../../analysis/ascii.ts";
import type { Sources } from "./sources-file.ts";

const maxKeyChars = 60;

/**
 * Assigns every file a key: from `sources.json`, otherwise from the file's name. Files with the same name are told
 * apart by their folder, then by their extension, then by a fingerprint of the path, regardless of the order of the
 * files.
 */
export function keysOf(files: readonly string[], sources: Sources): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const [file, source] of sources) {
    if (source.key === undefined) continue;
    keys.set(file, source.key);
    taken.add(source.key);
  }
  let open = files.filter((file) => !keys.has(file));
  for (const candidateOf of [nameKey, pathKey, pathAndExtensionKey, fingerprintKey]) {
    const byCandidate = groupedBy(open, candidateOf);
    open = [];
    for (const [candidate, alike] of byCandidate) {
      const [only, ...others] = alike;
      if (only !== undefined && others.length === 0 && !taken.has(candidate)) keys.set(only, candidate);
      else open.push(...alike);
    }
    for (const key of keys.values()) taken.add(key);
  }
  return keys;
}

/** A file's name without folder and extension. */
export function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

function groupedBy(files: readonly string[], keyOf: (file: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const group = groups.get(keyOf(file));
    if (group === undefined) groups.set(keyOf(file), [file]);
    else group.push(file);
  }
  return groups;
}

function nameKey(file: string): string {
  return slug(stemOf(file));
}

function pathKey(file: string): string {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return slug(`${folder}${stemOf(file)}`);
}

function pathAndExtensionKey(file: string): string {
  return slug(file);
}

function fingerprintKey(file: string): string {
  const fingerprint = createHash("sha256").update(file).digest("hex").slice(0, 12);
  return `${slug(file)
    .slice(0, maxKeyChars - 13)
    .replace(/-+$/, "")}-${fingerprint}`;
}

function slug(name: string): string {
  const key = dashed(name)
    .slice(0, maxKeyChars)
    .replace(/^-+|-+$/g, "");
  return key === "" ? "document" : key;
}
