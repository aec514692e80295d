const segmenter = new Intl.Segmenter("und");

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
    else for (const { segment } of segmenter.segment(text.slice(position, end))) yield segment;
    position = end;
  }
}

function isPlain(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return (code >= 0x20 && code < 0x7f) || code === 0x0a;
}
