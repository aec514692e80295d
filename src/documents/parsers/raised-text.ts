const raised: ReadonlyMap<string, string> = mapOf("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ");
const lowered: ReadonlyMap<string, string> = mapOf("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎");
/** What stands high by custom and says the same on the line. */
const custom = /^(?:st|nd|rd|th|er|re|ème|e|o|a|os|as|tm|sm|[®™℠*∗†‡§©°'’"”]+)$/iu;

/**
 * What stands raised behind other words, so that it cannot be read as part of them: `10⁶`, `m²`, `x^(n+k)`, and the mark
 * of a note as `[3]`.
 * @param before the words before it, or their end
 * @param isNote whether it is known to be the mark of a note
 */
export function raisedText(text: string, before: string, isNote = false): string {
  const words = text.trim();
  if (words === "" || /^[[(].*[\])]$/u.test(words)) return text;
  const isShort = /^(?:\d{1,3}(?:[,;–-]\s?\d{1,3})*|\p{Ll}|[ivx]{1,5})$/u.test(words);
  if (isShort && (isNote || isBehindWord(before))) return custom.test(words) && !isNote ? text : `[${words}]`;
  if ((custom.test(words) && !isMarkOfNumber(words, before)) || !/[\p{L}\p{N}⁺⁻⁼⁽⁾]$|[)\]}|]$/u.test(before))
    return text;
  return inScript(words, raised, "^") ?? text;
}

/** What stands lowered: `H₂O`, `x_max`. */
export function loweredText(text: string, before: string): string {
  const words = text.trim();
  if (words === "" || !/[\p{L}\p{N})\]]$/u.test(before)) return text;
  return inScript(words, lowered, "_") ?? text;
}

function inScript(words: string, letters: ReadonlyMap<string, string>, mark: string): string | undefined {
  const chars = [...words];
  if (chars.every((char) => letters.has(char))) return chars.map((char) => letters.get(char) ?? char).join("");
  if (words.length > 20 || /\s/u.test(words.trim())) return undefined;
  return chars.length === 1 || /^[\p{L}\p{N}]+$/u.test(words) ? `${mark}${words}` : `${mark}(${words})`;
}

/** Whether a letter behind a number marks a note to it: `2e` and `1a` are ordinals, `120^a` and `1,5^e` are none. */
function isMarkOfNumber(words: string, before: string): boolean {
  return /^[aeo]$/u.test(words) && /(?:\d{3}|\d[.,]\d+)$/u.test(before);
}

/** Whether words end there, and no number, unit or name of a quantity, of which there can be powers. */
function isBehindWord(before: string): boolean {
  if (/[.,;:!?"”“«»’…]$/u.test(before)) return true;
  return /\p{L}{4,}$/u.test(before);
}

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((char, i) => [char, letters[i] ?? char]));
}
