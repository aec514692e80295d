import { formatCitationWithFingerprint, parseCitation } from "../../answering/citing/citation.ts";
import { shownText } from "../../answering/shown/shown-text.ts";
import type { Visitor } from "../access/visitor.ts";
import type { PdfView } from "../pages/pdf-page.ts";
import type { ReaderServices } from "../reader-services.ts";

type Services = Pick<ReaderServices, "fundstelle" | "readFile">;

/**
 * A PDF at the page of a passage.
 * @returns undefined where the visitor sees no such PDF
 */
export async function openPdf(
  key: string,
  citation: string | undefined,
  visitor: Visitor,
  { fundstelle }: Services,
): Promise<PdfView | undefined> {
  const source = sourceOf(key, visitor, fundstelle);
  if (source === undefined) return undefined;
  const reference = citation === undefined ? undefined : parseCitation(citation);
  if (reference === undefined) return { metadata: source.metadata, page: 1 };
  const { passage, text, fingerprint, document } = await fundstelle.lookUp(reference, {
    neighbours: 0,
    filter: visitor.filter,
  });
  const shown = shownText({ file: document.file, kind: passage.kind, text, start: passage.range.start });
  return {
    metadata: source.metadata,
    citation: formatCitationWithFingerprint({ ...passage, fingerprint }),
    page: passage.page ?? 1,
    quote: shown.text,
  };
}

/** @returns undefined where the visitor sees no such PDF */
export async function readPdfFile(
  key: string,
  visitor: Visitor,
  { fundstelle, readFile }: Services,
): Promise<Uint8Array | undefined> {
  const source = sourceOf(key, visitor, fundstelle);
  return source === undefined ? undefined : readFile(source.file);
}

function sourceOf(key: string, { filter }: Visitor, fundstelle: ReaderServices["fundstelle"]) {
  const sources = fundstelle.sources(filter);
  return sources.find(({ metadata, file }) => metadata.key === key && /\.pdf$/iu.test(file));
}
