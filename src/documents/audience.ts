import { createHash } from "node:crypto";

const nameChars = 12;

/**
 * A short name for those who may see a document: "" where that is everybody, else the same for the same servers in any
 * order, of lower-case letters and digits.
 * @param guilds ids of servers; absent: everybody; none: only the host
 */
export function audienceName(guilds: readonly string[] | undefined): string {
  if (guilds === undefined) return "";
  const distinct = [...new Set(guilds)].sort();
  return createHash("sha256").update(distinct.join(" ")).digest("hex").slice(0, nameChars);
}
