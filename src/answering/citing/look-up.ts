import { defined } from "../../defined.ts";
import { AppError } from "../../errors.ts";
import type { DocumentFilter, FetchedPassage, PassageIndex } from "../../search/passage-index.ts";
import { passageLink } from "../linking/sentence-link.ts";
import type { LookedUp, LookedUpPassage } from "../service.ts";
import { suggestCitations } from "../suggest.ts";
import type { Catalogue } from "./catalogue.ts";
import { type CitationReference, formatCitation, formatCitationWithFingerprint } from "./citation.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type LineRange, lineRangeOfBytes } from "./lines.ts";
import { type FoundPassage, type Located, locate } from "./locate.ts";

export interface LookUpOptions {
  /** Passages before and after; 1 where absent. */
  readonly neighbours?: number;
  readonly filter?: DocumentFilter;
}

/** A citation whose passage was found, at its place or where its words have moved. */
type Found = Extract<Located, { kind: "same" | "moved" }>;

/**
 * The passage that a citation means.
 * @throws AppError `citation-unknown`, `document-changed`
 */
export async function requirePassage(
  index: PassageIndex,
  catalogue: Catalogue,
  reference: CitationReference,
  filter?: DocumentFilter,
): Promise<Found> {
  const located = await locate(index, catalogue, reference, filter);
  switch (located.kind) {
    case "same":
    case "moved":
      return located;
    case "changed":
      throw new AppError(
        "document-changed",
        `${formatCitationWithFingerprint(reference)} has changed: other words stand there now.`,
        `See what stands there now: ${formatCitation(located.standsThere.passage)}`,
      );
    case "gone":
      throw goneCitation(index, reference, filter);
    case "unknown":
      throw unknownCitation(index, reference, filter);
  }
}

/** Shows a cited passage with its neighbours and what proves it. */
export async function lookUp(
  index: PassageIndex,
  catalogue: Catalogue,
  reference: CitationReference,
  { neighbours = 1, filter }: LookUpOptions = {},
): Promise<LookedUp> {
  const { kind, document, found, nearby } = await requirePassage(index, catalogue, reference, filter);
  const lines = document.isPlainText ? await linesInFile(catalogue, found) : undefined;
  const link = passageLink({ ...document, ...found });
  const { before, after } = await nearby(neighbours);
  return {
    ...lookedUp(found),
    state: kind,
    metadata: document.metadata,
    document: {
      file: document.file,
      fileSha256: document.fileSha256,
      textSha256: document.textSha256,
      parser: document.parser,
      isPlainText: document.isPlainText,
    },
    before: before.map(lookedUp),
    after: after.map(lookedUp),
    ...defined({ lines, link }),
  };
}

/** @returns undefined where the file is another one by now: what is shown comes from the index's text all the same */
async function linesInFile(
  catalogue: Catalogue,
  { document, passage }: Pick<FetchedPassage, "document" | "passage">,
): Promise<LineRange | undefined> {
  try {
    return lineRangeOfBytes(await catalogue.lineEnds(document), passage.bytes);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function lookedUp({ document, passage, text, around }: FoundPassage): LookedUpPassage {
  const { file } = document;
  return { citation: formatCitation(passage), fingerprint: fingerprintOf(text), file, passage, text, around };
}

function goneCitation(index: PassageIndex, reference: CitationReference, filter: DocumentFilter | undefined): AppError {
  const id = formatCitationWithFingerprint(reference);
  const near = nearMisses(index, reference, filter);
  return new AppError(
    "citation-unknown",
    `${id} is gone: no document holds those words any more.`,
    near.length === 0 ? "Ask again to find what the documents say now." : didYouMean(near),
  );
}

function unknownCitation(
  index: PassageIndex,
  reference: CitationReference,
  filter: DocumentFilter | undefined,
): AppError {
  const near = nearMisses(index, reference, filter);
  return new AppError(
    "citation-unknown",
    `There is no passage ${formatCitation(reference)}.`,
    near.length === 0 ? "See the documents with: fundstelle sources" : didYouMean(near),
  );
}

function nearMisses(index: PassageIndex, reference: CitationReference, filter?: DocumentFilter): string[] {
  const options = { limit: 3, ...defined({ filter }) };
  return suggestCitations(index, formatCitation(reference), options).map(({ value }) => value);
}

function didYouMean(citations: readonly string[]): string {
  return `Did you mean ${citations.join(", ")}?`;
}
