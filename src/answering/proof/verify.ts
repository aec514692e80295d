import { defined } from "../../defined.ts";
import { AppError } from "../../errors.ts";
import type { DocumentFilter, PassageIndex } from "../../search/passage-index.ts";
import type { Catalogue, DocumentOnDisk } from "../citing/catalogue.ts";
import { type CitationReference, formatCitation } from "../citing/citation.ts";
import { locate } from "../citing/locate.ts";
import { suggestCitations } from "../suggest.ts";
import { checkClaim } from "./check-claim.ts";
import type { Claim } from "./claims/claim.ts";
import type { Check, Proof, ProofState } from "./proof.ts";

/** Checks claims against the documents' files, each file read once more and only once. */
export async function verify(
  index: PassageIndex,
  catalogue: Catalogue,
  claims: readonly Claim[],
  { filter }: { readonly filter?: DocumentFilter } = {},
): Promise<readonly Proof[]> {
  const opened = new Map<string, Promise<DocumentOnDisk>>();
  const reread = (file: string): Promise<DocumentOnDisk> => {
    const document = opened.get(file) ?? catalogue.reread(file);
    opened.set(file, document);
    return document;
  };
  const proofs: Proof[] = [];
  for (const claim of claims) proofs.push(await verifyClaim(index, { ...catalogue, reread }, claim, filter));
  return proofs;
}

async function verifyClaim(
  index: PassageIndex,
  catalogue: Catalogue,
  claim: Claim,
  filter: DocumentFilter | undefined,
): Promise<Proof> {
  const { label, reference } = claim;
  if (reference === undefined) return { claim: label, state: "invalid", checks: [] };
  try {
    const located = await locate(index, catalogue, reference, filter);
    if (located.kind === "changed") {
      return { claim: label, state: "changed", checks: [], instead: [formatCitation(located.standsThere.passage)] };
    }
    if (located.kind === "gone" || located.kind === "unknown") {
      return { claim: label, state: located.kind, checks: [], instead: nearby(index, reference, filter) };
    }
    const { document, found, kind } = located;
    const words = { document, passage: found.passage, text: found.text, isInPlace: kind === "same" };
    const claimed = kind === "moved" ? withoutPlace(claim) : claim;
    const { checks, location, unchecked } = checkClaim(claimed, words, await catalogue.reread(document.file));
    const state = stateOf(claimed, checks);
    return { claim: label, state, checks, location, ...(unchecked.length === 0 ? {} : { unchecked }) };
  } catch (error) {
    // A file that is unreadable or has been replaced proves nothing, but the others are still checked.
    if (!(error instanceof AppError)) throw error;
    return { claim: label, state: "failed", checks: [{ name: "document", holds: false, found: error.message }] };
  }
}

/**
 * Words that are still in their place count as moved if the file around them, or its line ends, have changed. Without a
 * fingerprint nothing says that they are the same words.
 */
function stateOf(claim: Claim, checks: readonly Check[]): ProofState {
  const failing = checks.filter(({ holds }) => !holds).map(({ name }) => name);
  const hasPlaceOnly = failing.every((name) => name === "place" || name === "file-hash");
  const isPinned = claim.reference?.fingerprint !== undefined;
  if (failing.length > 0) return hasPlaceOnly && isPinned ? "moved" : "failed";
  const isClaimed = isPinned || claim.quotes.length > 0 || claim.fileSha256 !== undefined || claim.isLookUp === true;
  return isClaimed ? "proven" : "unquoted";
}

/** If the words have moved, what a claim says about their place is outdated, which says nothing about the words. */
function withoutPlace({ label, reference, quotes, unchecked }: Claim): Claim {
  return {
    label,
    quotes,
    ...defined({ unchecked, reference }),
  };
}

function nearby(index: PassageIndex, reference: CitationReference, filter: DocumentFilter | undefined): string[] {
  const options = { limit: 3, ...defined({ filter }) };
  return suggestCitations(index, formatCitation(reference), options).map(({ value }) => value);
}
