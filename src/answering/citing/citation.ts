import { dashed } from "../../analysis/ascii.ts";
import { AppError } from "../../errors.ts";

/**
 * Names a passage: `zweckgemeinschaft-2023:7`, `bbc-2023:3b`, several paragraphs `hausordnung:3-5`, with the fingerprint
 * of its text `zweckgemeinschaft-2023:7@1f3a9c02`.
 */
export interface CitationReference {
  readonly documentKey: string;
  readonly paragraph: number;
  /** Present if the citation spans several paragraphs. */
  readonly lastParagraph?: number;
  readonly part?: string;
  /** Lower-case hexadecimal; see `fingerprintOf`. */
  readonly fingerprint?: string;
}

/** The citation id, without its fingerprint. */
export function formatCitation(reference: Omit<CitationReference, "fingerprint">): string {
  const { documentKey, paragraph, lastParagraph, part = "" } = reference;
  return `${documentKey}:${paragraph}${lastParagraph === undefined ? "" : `-${lastParagraph}`}${part}`;
}

/** The citation id with its fingerprint, where it has one. */
export function formatCitationWithFingerprint(reference: CitationReference): string {
  const id = formatCitation(reference);
  return reference.fingerprint === undefined ? id : `${id}@${reference.fingerprint}`;
}

/** A document's key as keys are written: lower-case letters and digits, single dashes between them. */
export function normalizeKey(key: string): string {
  return dashed(key).replace(/^-+|-+$/g, "");
}

/** Longer texts are no citations: the longest key has 60 characters. */
const maxCitationChars = 300;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const pattern =
  /^(\p{L}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pd}\s_.−]*[\p{L}\p{N}])\s*(?:[:#/,;：；∶]|(?=\s(?:¶|§|abs|para)))\s*(?:¶|§|abs(?:atz|\.)?|para(?:graph|\.)?)?\s*(\d{1,9})\s*(?:([a-z]{1,3})|[\p{Pd}−]\s*(\d{1,9}))?(?:\s*@\s*([0-9a-f]{4,64})…?)?$/iu;

/**
 * Accepts any case, brackets, quote marks and backticks around it, backslashes, white space, umlauts and other dashes
 * in the key, characters that look like a colon, and a paragraph sign.
 * @returns undefined where the text is no citation
 */
export function parseCitation(text: string): CitationReference | undefined {
  if (text.length > maxCitationChars) return undefined;
  const plain = text.normalize("NFC").replace(invisible, "").replaceAll("\\", "").trim();
  const match = pattern.exec(plain.replace(/^[[({<`*_„“"»«‚‘']+|[\])}>`*_“”"«»‘’'.,;]+$/gu, "").trim());
  const [, key = "", paragraph, part, last, fingerprint] = match ?? [];
  const documentKey = normalizeKey(key);
  if (documentKey === "" || paragraph === undefined) return undefined;
  return {
    documentKey,
    ...paragraphsFrom(Number(paragraph), last === undefined ? undefined : Number(last)),
    ...(part === undefined ? {} : { part: part.toLowerCase() }),
    ...(fingerprint === undefined ? {} : { fingerprint: fingerprint.toLowerCase() }),
  };
}

/** Accepts a range written either way round. */
function paragraphsFrom(first: number, last = first): Pick<CitationReference, "paragraph" | "lastParagraph"> {
  if (first === last) return { paragraph: first };
  return { paragraph: Math.min(first, last), lastParagraph: Math.max(first, last) };
}

/** @throws AppError `citation-invalid` */
export function requireCitation(text: string): CitationReference {
  const reference = parseCitation(text);
  if (reference === undefined) {
    throw new AppError(
      "citation-invalid",
      `"${text.slice(0, 100)}" is not a citation.`,
      "A citation is a document's key, a colon and a paragraph number, such as zweckgemeinschaft-2023:7",
    );
  }
  return reference;
}
