import { createHash } from "node:crypto";

/**
 * The form of the words that a fingerprint is taken of; docs/CITATIONS.md has all forms. A change of `sameWords` is a new
 * form, and the old ones go on being recognised.
 */
export const fingerprintForm = 2;

/** How many hexadecimal digits of the SHA-256 a citation contains. */
export const fingerprintChars = 12;

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  ĳ: "ij",
  Ĳ: "IJ",
};

/**
 * A text in the one form of all that are the same words: letters with marks written in one (NFC), Latin ligatures taken
 * apart, runs of white space and line ends as one space, no optional hyphens. Raised and lowered figures stay what they
 * are: 10⁶ is not 106.
 */
export function sameWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[ﬀ-ﬆĳĲ]/gu, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/\u00ad/g, "")
    .replace(/[\s\u0085]+/gu, " ")
    .trim();
}

/** The SHA-256 of a text as UTF-8, lower-case hexadecimal. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The beginning of the SHA-256 of a quote's words, lower-case hexadecimal. */
export function fingerprintOf(text: string): string {
  return sha256Of(sameWords(text)).slice(0, fingerprintChars);
}

/** Whether a text is the one with that fingerprint, in whichever form it was taken. */
export function hasFingerprint(text: string, fingerprint: string): boolean {
  if (sha256Of(text).startsWith(fingerprint)) return true;
  const words = sameWords(text);
  return words !== text && sha256Of(words).startsWith(fingerprint);
}
