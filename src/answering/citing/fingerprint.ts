import { createHash } from "node:crypto";

/**
 * The version of `sameWords` that fingerprints are computed with; docs/CITATIONS.md lists them all. Changing
 * `sameWords` means a new version, and fingerprints of older ones must still be recognised.
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
 * Normalises a text so that the same words give the same result: NFC, Latin ligatures split, runs of white space and
 * line ends collapsed to one space, soft hyphens removed. Superscript and subscript digits are kept: 10⁶ is not 106.
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

/** Whether a text has the given fingerprint, in any version. */
export function hasFingerprint(text: string, fingerprint: string): boolean {
  if (sha256Of(text).startsWith(fingerprint)) return true;
  const words = sameWords(text);
  return words !== text && sha256Of(words).startsWith(fingerprint);
}
