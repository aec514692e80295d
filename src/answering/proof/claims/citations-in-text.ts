import { type CitationReference, parseCitation } from "../../citing/citation.ts";

/** A citation inside a line. */
export interface FoundCitation {
  readonly label: string;
  readonly reference: CitationReference;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(?<![\p{L}\p{N}_/.:@-])(?:[\p{L}\p{N}]+[-_.])*[\p{L}\p{N}]+:\d{1,9}(?:[-–]\d{1,9}|[a-z]{0,3})(?:@[0-9a-f]{4,64}(?![\p{L}\p{N}])|(?![\p{L}\p{N}@…]))/giu;

/**
 * The citations in a line of prose: those with a fingerprint, those of documents that are known, and those that are
 * set apart as citations are; a time of day is none.
 */
export function citationsInLine(line: string, isKnownKey: (key: string) => boolean): FoundCitation[] {
  return [...line.matchAll(pattern)].flatMap((match) => {
    const [label] = match;
    const reference = parseCitation(label);
    if (reference === undefined) return [];
    const found = { label, reference, start: match.index, end: match.index + label.length };
    return isMeant(line, found, isKnownKey) ? [found] : [];
  });
}

function isMeant(
  line: string,
  { reference, start, end }: FoundCitation,
  isKnownKey: (key: string) => boolean,
): boolean {
  if (reference.fingerprint !== undefined || isKnownKey(reference.documentKey)) return true;
  if (!/[a-z]/.test(reference.documentKey)) return false;
  const isInCode = line.charAt(start - 1) === "`" && line.charAt(end) === "`";
  return isInCode || (line.endsWith(" · ", start) && !/\S/u.test(line.slice(end)));
}
