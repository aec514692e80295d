import { latinLetters } from "./latin-letters.ts";

/** What cannot be in a text, or not there: a control character, a sign or a capital letter inside a word. */
const impossible = -11;
/** A letter of another language in the same encoding, as in a name. */
const foreign = -7;
const unusualSign = -8;
const usualSign = -5;
/** A capital letter, and a letter that has only letters beyond ASCII beside it, is so much rarer. */
const rarer = -2;

const usualSigns = /[„“”‚‘’»«–—…•€§°²³©®½µ¿¡ºª×\u00a0]/u;
/** Those that a word in lower case follows without a space. */
const openingSigns = /[„“”‚‘’»«–—…•¿¡\u00a0]/u;
const isLetter = /\p{L}/u;
const isAsciiLetter = /[A-Za-z]/;

/**
 * How likely the characters beyond ASCII are in the likeliest language of an encoding, in bits.
 * @param text what the encoding makes of the bytes
 */
export function latinLikelihood(encoding: string, text: string): number {
  const languages = latinLetters.get(encoding) ?? [];
  const known = new Set(languages.join(""));
  const counts = new Map<string, number>();
  let bits = 0;
  for (const { 0: char, index } of text.matchAll(/[^\0-\x7f]/gu)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + char.length);
    if (!isLetter.test(char)) {
      bits += signBits(char, before, after);
      continue;
    }
    const letter = char.toLowerCase();
    if (!known.has(letter) || (letter !== char && /\p{Ll}/u.test(before))) {
      bits += impossible;
      continue;
    }
    if (letter !== char) bits += rarer;
    const isAmongLetters = isLetter.test(before) || isLetter.test(after);
    if (isAmongLetters && !isAsciiLetter.test(before) && !isAsciiLetter.test(after)) bits += rarer;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return bits + Math.max(...languages.map((letters) => letterBits(letters, counts)));
}

function signBits(char: string, before: string, after: string): number {
  if (/[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(char)) return impossible;
  // Box-drawing lines, daggers and per mille signs inside a word are letters of another encoding.
  if (isLetter.test(before) && isLetter.test(after)) return /[’'·\u00ad-]/u.test(char) ? usualSign : impossible;
  if (/\p{Ll}/u.test(after) && !openingSigns.test(char)) return impossible;
  return usualSigns.test(char) ? usualSign : unusualSign;
}

/** The letters of a language are taken to become rarer as words do: the second is half as frequent as the first. */
function letterBits(letters: string, counts: ReadonlyMap<string, number>): number {
  let all = 0;
  for (let rank = 1; rank <= letters.length; rank += 1) all += 1 / rank;
  let bits = 0;
  for (const [letter, count] of counts) {
    const rank = letters.indexOf(letter) + 1;
    bits += count * (rank === 0 ? foreign : -Math.log2(rank * all));
  }
  return bits;
}
