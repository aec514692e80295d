import { createHash } from "node:crypto";
import { dashed } from "../../analysis/ascii.ts";
import { audienceName, viewersOf } from "../audience.ts";
import type { Sources } from "./sources-file.ts";

const maxKeyChars = 60;

/** How much of an audience's name tells the keys of its documents from those of others. */
const audienceChars = 6;

/**
 * Assigns every file a key: from `sources.json`, otherwise from the file's name. Files with the same name are told
 * apart by their folder, then by their extension, then by a fingerprint of the path, regardless of the order of the
 * files.
 *
 * Nobody may learn from a key that there is a document which they may not see. So keys of open documents depend on open
 * documents alone, and those made for documents of some servers end in a mark of these servers; where `sources.json`
 * gives one of them a key that an open document has by its name, it is made as well.
 */
export function keysOf(files: readonly string[], sources: Sources): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const all = new Set([...files, ...sources.keys()]);
  const groups = groupedBy([...all], (file) => audienceName(viewersOf(sources.get(file) ?? {})));
  for (const audience of [...groups.keys()].sort()) {
    const listed = new Set(groups.get(audience));
    const stated = [...sources].filter(([file]) => listed.has(file));
    const own = keysOfOne(
      files.filter((file) => listed.has(file)),
      new Map(stated),
      new Set(keys.values()),
      audience.slice(0, audienceChars),
    );
    for (const [file, key] of own) keys.set(file, key);
  }
  return keys;
}

/** @param taken keys of those before; @param mark at the end of every key that is made; "" for none */
function keysOfOne(
  files: readonly string[],
  sources: Sources,
  taken: Set<string>,
  mark: string,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [file, source] of sources) {
    if (source.key === undefined || taken.has(source.key)) continue;
    keys.set(file, source.key);
  }
  for (const key of keys.values()) taken.add(key);
  let open = files.filter((file) => !keys.has(file));
  for (const candidateOf of [nameKey, pathKey, pathAndExtensionKey, fingerprintKey]) {
    const byCandidate = groupedBy(open, (file) => marked(file, candidateOf, mark));
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

/** A key with a mark at its end. */
function marked(file: string, candidateOf: CandidateOf, mark: string): string {
  return mark === "" ? candidateOf(file, maxKeyChars) : `${candidateOf(file, maxKeyChars - 1 - mark.length)}-${mark}`;
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

/** Makes a key of at most so many characters. */
type CandidateOf = (file: string, maxChars: number) => string;

const nameKey: CandidateOf = (file, maxChars) => slug(stemOf(file), maxChars);

const pathKey: CandidateOf = (file, maxChars) => {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return slug(`${folder}${stemOf(file)}`, maxChars);
};

const pathAndExtensionKey: CandidateOf = (file, maxChars) => slug(file, maxChars);

const fingerprintKey: CandidateOf = (file, maxChars) => {
  const fingerprint = createHash("sha256").update(file).digest("hex").slice(0, 12);
  return `${slug(file, maxKeyChars)
    .slice(0, maxChars - 13)
    .replace(/-+$/, "")}-${fingerprint}`;
};

/** Lower-case letters, digits and dashes for a name. */
export function slug(name: string, maxChars: number): string {
  const key = dashed(name)
    .slice(0, maxChars)
    .replace(/^-+|-+$/g, "");
  return key === "" ? "document" : key;
}
