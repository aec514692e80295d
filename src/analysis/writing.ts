/** How the letters of a word are written: Weg is a noun, weg is none, and WHO is nobody who asks. */
export type Writing = "small" | "capitalised" | "capitals";

/** Letters that a word in capitals has at least: A and I are written so by themselves. */
const leastCapitals = 2;

export function writingOf(word: string): Writing {
  if (!/^\p{Lu}/u.test(word)) return "small";
  return word.length >= leastCapitals && !/\p{Ll}/u.test(word) ? "capitals" : "capitalised";
}

/** Whether a text is in capitals throughout, so that they tell nothing. */
export function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2}[^\p{L}]+\p{Lu}{2}/u.test(text);
}
