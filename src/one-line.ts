/** Control characters, and marks that would turn the direction of the text after them. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text on one line that can be shown anywhere: well-formed, white space collapsed, without controls and marks of direction. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, " ")
    .replace(unsafe, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
