/** Letters of German and its neighbours, by the byte that stands for them in windows-1252 and ISO 8859-1. */
const letters: ReadonlyMap<number, string> = new Map(
  [..."ÄÖÜßäöüéèêáàâíóôúçñ"].map((letter) => [letter.charCodeAt(0), letter]),
);

/** Its quotation marks, dashes and the like; where they stand beside other bytes beyond ASCII, they are a part of a letter. */
const signs: ReadonlyMap<number, string> = new Map([
  [0x80, "€"],
  [0x82, "‚"],
  [0x84, "„"],
  [0x85, "…"],
  [0x91, "‘"],
  [0x92, "’"],
  [0x93, "“"],
  [0x94, "”"],
  [0x96, "–"],
  [0x97, "—"],
]);

/**
 * Reads bytes as UTF-8 of which a few are not: a letter or mark of windows-1252 that slipped in stays what it
 * is, any other becomes `\ufffd`.
 * @param isStated whether a byte-order mark says that it is UTF-8
 * @returns undefined where more bytes are wrong than right: it is another encoding
 */
export function repairUtf8(
  bytes: Uint8Array,
  isStated: boolean,
): { readonly text: string; readonly badBytes: number } | undefined {
  const pieces: string[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let [good, bad, from] = [0, 0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      if (length > 1) good += 1;
      at += length;
      continue;
    }
    bad += 1;
    pieces.push(decoder.decode(bytes.subarray(from, at)), slipped(bytes, at) ?? "\ufffd");
    at += 1;
    from = at;
  }
  if (!isStated && bad > good) return undefined;
  pieces.push(decoder.decode(bytes.subarray(from)));
  return { text: pieces.join(""), badBytes: bad };
}

function slipped(bytes: Uint8Array, at: number): string | undefined {
  const byte = bytes[at] ?? 0;
  const isAlone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
  return letters.get(byte) ?? (isAlone ? signs.get(byte) : undefined);
}

/** How many bytes the character has that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  // Overlong forms, halves of surrogate pairs, and code points beyond the last one.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}
