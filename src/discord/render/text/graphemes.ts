const segmenter = new Intl.Segmenter("und");

/** So much is segmented at a time: the time that it takes grows with the square of the length. */
const windowChars = 128;
/** What people take for one character has no more marks than this; longer ones come in parts. */
const longestChars = 1_024;

/**
 * What people take for the characters of a text. Between two characters of ASCII there is always a border, so that only
 * what is around others has to be looked at closely, which takes a hundred times as long.
 * @param text with `\n` as its only line break
 */
export function* graphemes(text: string): Generator<string> {
  let position = 0;
  while (position < text.length) {
    let end = position + 1;
    while (end < text.length && !(isPlain(text, end - 1) && isPlain(text, end))) end++;
    if (end === position + 1) yield text.charAt(position);
    else yield* segments(text.slice(position, end));
    position = end;
  }
}

/** The same of any text, window after window: each begins where a character does, so nothing before it matters. */
function* segments(text: string): Generator<string> {
  let start = 0;
  let size = windowChars;
  while (start < text.length) {
    const end = wholeBefore(text, start + size);
    let last = start;
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      last = start + index;
      // The last one may go on behind the window.
      if (last + segment.length < end || end === text.length) yield segment;
    }
    if (end === text.length) return;
    const isLong = last === start;
    if (isLong && size >= longestChars) {
      yield text.slice(start, end);
      last = end;
    }
    size = isLong && last === start ? size * 2 : windowChars;
    start = last;
  }
}

/** The last position not behind this one that divides no character in two. */
function wholeBefore(text: string, position: number): number {
  if (position >= text.length) return text.length;
  const code = text.charCodeAt(position);
  return code >= 0xdc00 && code <= 0xdfff ? position - 1 : position;
}

function isPlain(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return (code >= 0x20 && code < 0x7f) || code === 0x0a;
}
