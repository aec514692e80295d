/**
 * A text from outside as a terminal may show it: white space of every kind becomes a space; control characters, escape
 * sequences' beginnings, marks that turn the direction of writing and half surrogate pairs become visible signs. The
 * length in UTF-16 code units stays, so ranges still hold.
 */
export function sanitize(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) => {
    const code = character.charCodeAt(0);
    if ((code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029) return " ";
    // The control pictures stand in the order of the controls.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}
