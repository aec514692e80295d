import type { CitedPassage } from "../../answering/answer.ts";
import { formatCitationWithFingerprint } from "../../answering/citing/citation.ts";
import type { Visitor } from "../access/visitor.ts";

/** An address of the reader; the visitor's token goes with it. */
export function pageAddress(
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
  { token }: Pick<Visitor, "token">,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, access: token })) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The path of a document's pages. */
export function documentPath(key: string): string {
  return `/d/${encodeURIComponent(key)}`;
}

/** A passage that can be opened, with the sentence that answers where there is one. */
export type OpenedPassage = Pick<CitedPassage, "passage" | "fingerprint"> & Partial<Pick<CitedPassage, "highlight">>;

/** The parameters that open a document at a passage. */
export function passageParameters({ passage, fingerprint, highlight }: OpenedPassage): {
  readonly c: string;
  readonly s?: string;
} {
  const { start } = passage.range;
  return {
    c: formatCitationWithFingerprint({ ...passage, fingerprint }),
    ...(highlight === undefined ? {} : { s: `${highlight.start - start}-${highlight.end - start}` }),
  };
}

/**
 * A document's page at a passage.
 * @param words what was asked or looked for, so that the page can lead to the next hit
 */
export function passageAddress(opened: OpenedPassage, words: string | undefined, visitor: Visitor): string {
  const { documentKey } = opened.passage;
  return `${pageAddress(documentPath(documentKey), { ...passageParameters(opened), q: words }, visitor)}#cited`;
}
