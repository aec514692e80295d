import type { FlexSearchIndex } from "../search/flexsearch-index.ts";
import type { DocumentFilter, FetchedPassage } from "../search/passage-index.ts";
import { AppError } from "../errors.ts";
import { type CitationReference, fingerprintChars, fingerprintOf, formatCitation, formatCitationWithFingerprint } from "./citation.ts";
import type { LookedUp, LookedUpPassage } from "./service.ts";
import { suggestCitations } from "./suggest.ts";

/** Shows a cited passage with its neighbours and what proves it. */
export async function lookUp(
  index: FlexSearchIndex,
  reference: CitationReference,
  { neighbours = 1, filter }: { neighbours?: number; filter?: DocumentFilter } = {},
): Promise<LookedUp> {
  const document = index.documents(filter).find((candidate) => candidate.metadata.key === reference.documentKey);
  if (document === undefined) throw unknownCitation(index, reference, filter);
  const ids = index.passagesOf(document.metadata.key);
  const all = await index.fetch(ids);
  const named = all.findIndex(
    ({ passage }) => passage.paragraph === reference.paragraph && (reference.part ?? "a") === (passage.part ?? "a"),
  );
  const position = reference.fingerprint === undefined ? named : findText(all, named, reference.fingerprint);
  const found = all[position];
  if (found === undefined) {
    if (reference.fingerprint !== undefined) throw goneCitation(reference, all[named]);
    throw unknownCitation(index, reference, filter);
  }
  return {
    ...lookedUp(found),
    state: position === named ? "same" : "moved",
    metadata: document.metadata,
    document: {
      file: document.file,
      fileSha256: document.fileSha256,
      textSha256: document.textSha256,
      parser: document.parser,
      isPlainText: document.isPlainText,
    },
    before: all.slice(Math.max(0, position - neighbours), position).map(lookedUp),
    after: all.slice(position + 1, position + 1 + neighbours).map(lookedUp),
  };
}

/** Where the text with a fingerprint stands: where the citation says, or else wherever it moved to; -1 where it is gone. */
function findText(passages: readonly FetchedPassage[], named: number, fingerprint: string): number {
  const has = (passage: FetchedPassage | undefined): boolean =>
    passage !== undefined && fingerprintOf(passage.text).startsWith(fingerprint.slice(0, fingerprintChars));
  return has(passages[named]) ? named : passages.findIndex(has);
}

function lookedUp({ passage, text }: FetchedPassage): LookedUpPassage {
  return { citation: formatCitation(passage), fingerprint: fingerprintOf(text), passage, text };
}

function goneCitation(reference: CitationReference, standsThere: FetchedPassage | undefined): AppError {
  const id = formatCitationWithFingerprint(reference);
  return standsThere === undefined
    ? new AppError("citation-unknown", `${id} is gone: its text is no longer in the document.`, "Ask again to find what the document says now.")
    : new AppError(
        "document-changed",
        `${id} has changed: another text stands there now.`,
        `See what stands there now: ${formatCitation(standsThere.passage)}`,
      );
}

function unknownCitation(index: FlexSearchIndex, reference: CitationReference, filter: DocumentFilter | undefined): AppError {
  const id = formatCitation(reference);
  const near = suggestCitations(index, id, { limit: 3, ...(filter === undefined ? {} : { filter }) });
  return new AppError(
    "citation-unknown",
    `There is no passage ${id}.`,
    near.length === 0 ? "See the documents with: fundstelle sources" : `Did you mean ${near.map((suggestion) => suggestion.value).join(", ")}?`,
  );
}
