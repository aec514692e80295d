/** A stretch of a text without white space, in UTF-16 code units. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

const [plain, space, mark, digit] = [0, 1, 2, 3];
const kinds = new Uint8Array(256);
for (const char of " \t\n\r\f\v\u00a0\u0085") kinds[char.charCodeAt(0)] = space;
for (const char of "+#@_/\\&=<>|~^$%€£¥§¢°?:!*`") if (char.charCodeAt(0) < 256) kinds[char.charCodeAt(0)] = mark;
for (const char of "0123456789") kinds[char.charCodeAt(0)] = digit;
const [dot, hyphen] = [0x2e, 0x2d];

/** Longer runs are not names. */
const mostChars = 200;

/**
 * The stretches between white space that may hold a name with marks: with a digit, a mark, or a stop or a hyphen that a
 * letter follows. Nearly all text is skipped character by character.
 */
export function chunksWithMarks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let isMarked = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const kind = code < 256 ? (kinds[code] ?? plain) : isSpace(code) ? space : isMark(code) ? mark : plain;
    if (kind === space) {
      if (isMarked && at - start <= mostChars) chunks.push({ start, end: at });
      start = at + 1;
      isMarked = false;
    } else if (kind !== plain) isMarked = true;
    else if ((code === dot || code === hyphen) && at + 1 < text.length) {
      const next = text.charCodeAt(at + 1);
      // A-: a grade, a blood group.
      if (code === hyphen && at === start + 1 && next !== hyphen && kinds[text.charCodeAt(start)] === plain)
        isMarked = true;
      if (next > 0x40 ? (kinds[next] ?? plain) === plain : next === hyphen || next === dot) isMarked = true;
    }
  }
  return chunks;
}

/** Currency signs, arrows, mathematical signs and emoji are marks; ideographs and letters beyond Latin are not. */
function isMark(code: number): boolean {
  return (code >= 0x20a0 && code <= 0x2bff) || (code >= 0xd800 && code <= 0xdbff);
}

function isSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000 || code === 0x2028 || code === 0x2029;
}
