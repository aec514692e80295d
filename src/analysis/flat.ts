/** Shorter substrings are copies already. */
const leastSharedChars = 13;

/** A copy of the text in memory of its own: a substring would keep the whole text in memory. */
export function flat(part: string): string {
  return part.length < leastSharedChars ? part : Buffer.from(part, "utf16le").toString("utf16le");
}
