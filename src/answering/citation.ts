import { createHash } from "node:crypto";
import { AppError } from "../errors.ts";

/** Names a passage: `zweckgemeinschaft-2023:7`, `bbc-2023:3b`, with the fingerprint of its text `zweckgemeinschaft-2023:7@1f3a9c02`. */
export interface CitationReference {
  readonly documentKey: string;
  readonly paragraph: number;
  readonly part?: string;
  /** Lower-case hexadecimal, a beginning of the SHA-256 of the quoted text as UTF-8. */
  readonly fingerprint?: string;
}

/** So many hexadecimal digits of the SHA-256 stand in a citation. */
export const fingerprintChars = 12;

/** The beginning of the SHA-256 of a quote as UTF-8, lower-case hexadecimal. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, fingerprintChars);
}

/** The citation id, without its fingerprint. */
export function formatCitation(reference: Omit<CitationReference, "fingerprint">): string {
  return `${reference.documentKey}:${reference.paragraph}${reference.part ?? ""}`;
}

/** The citation id with its fingerprint, where it has one. */
export function formatCitationWithFingerprint(reference: CitationReference): string {
  const id = formatCitation(reference);
  return reference.fingerprint === undefined ? id : `${id}@${reference.fingerprint}`;
}

/** Forgives case, brackets, white space, a missing colon's look-alikes and a paragraph sign. */
const pattern = /^([\p{L}\p{N}][\p{L}\p{N}_.-]*)\s*[:#/；：]\s*(?:¶|§|abs\.?|para\.?)?\s*(\d{1,9})\s*([a-z]{1,3})?(?:\s*@\s*([0-9a-f]{4,64})…?)?$/iu;

/** @returns undefined where the text is no citation */
export function parseCitation(text: string): CitationReference | undefined {
  const match = pattern.exec(text.trim().replace(/^[[(<`„"“»']+|[\])>`“"”«'.,;]+$/gu, "").trim());
  const [, key, paragraph, part, fingerprint] = match ?? [];
  if (key === undefined || paragraph === undefined) return undefined;
  return {
    documentKey: key.toLowerCase(),
    paragraph: Number(paragraph),
    ...(part === undefined ? {} : { part: part.toLowerCase() }),
    ...(fingerprint === undefined ? {} : { fingerprint: fingerprint.toLowerCase() }),
  };
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
