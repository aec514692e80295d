/** Whether this Node is new enough for the program. @param needed as in `engines`: `>=20.19` */
export function examineNode(needed: string) {
  const least = needed.replace(/^[^\d]*/, "");
  const version = process.versions.node;
  return { kind: "node", version, needed: least, isEnough: !isOlder(version, least) } as const;
}

/** Compares versions number by number. */
export function isOlder(version: string, than: string): boolean {
  const [own = [], other = []] = [version, than].map((text) => text.split(".").map(Number));
  for (const [i, number] of other.entries()) {
    const difference = (own[i] ?? 0) - number;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
