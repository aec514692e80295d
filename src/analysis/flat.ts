/** A part of a text that is shorter than this is a copy already. */
const leastSharedChars = 13;

/** The same text in memory of its own: a part that was cut out of a text keeps the whole of it in memory. */
export function flat(part: string): string {
  return part.length < leastSharedChars ? part : Buffer.from(part, "utf16le").toString("utf16le");
}
