/** A font so many of whose letters are none has no map of them. */
const mostUnmapped = 0.1;
/** In most fonts the numbers of letters are smaller than their codes by this much. */
const glyphOffset = 29;
/** Fewer letters are not conclusive. */
const minLetters = 12;

/**
 * Whether the letters of a font are the numbers of its shapes: control characters and places for private use, or what
 * reads like words only when each is moved to where letters have their codes.
 */
export function isUnmapped(text: string): boolean {
  const chars = [...text].filter((char) => char.trim() !== "" || /\p{Cc}/u.test(char));
  const lost = chars.filter((char) => /[\p{Cc}\p{Co}\ufffd]/u.test(char)).length;
  if (lost > chars.length * mostUnmapped) return true;
  const moved = chars.map((char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + glyphOffset));
  const letters = moved.filter((char) => /[a-z]/.test(char));
  if (letters.length < minLetters || letters.length < chars.length * 0.7) return false;
  const [own, other] = [vowelsIn(chars), vowelsIn(moved)];
  return other >= 0.3 && other > own + 0.1;
}

function vowelsIn(chars: readonly string[]): number {
  return chars.filter((char) => /[aeiou]/i.test(char)).length / Math.max(1, chars.length);
}
