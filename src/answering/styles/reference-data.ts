import { defined } from "../../defined.ts";
import type { DocumentMetadata } from "../../documents/document.ts";
import type { FetchedPassage } from "../../search/passage-index.ts";
import { formatCitationWithFingerprint } from "../citing/citation.ts";
import { fingerprintOf } from "../citing/fingerprint.ts";
import { passageLink } from "../linking/sentence-link.ts";
import { type PageUnit, pageUnitOf } from "../shown/page-unit.ts";
import { shownText } from "../shown/shown-text.ts";

/** The facts that a reference to a cited passage is written from; what is not known is absent. */
export interface ReferenceData
  extends Pick<DocumentMetadata, "title" | "titleSource" | "authors" | "publisher" | "published" | "url" | "language"> {
  /** Short and unique: `zweckgemeinschaft-2023-7b`. */
  readonly id: string;
  /** With its fingerprint. */
  readonly citation: string;
  readonly paragraph: number;
  /** Of several paragraphs. */
  readonly lastParagraph?: number;
  readonly part?: string;
  readonly page?: number;
  readonly lastPage?: number;
  /** What it counts; absent: pages. */
  readonly pageUnit?: PageUnit;
  readonly headingPath: readonly string[];
  /** As it is shown. */
  readonly quote: string;
  /** Opens the page at the quote. */
  readonly link?: string;
}

export function referenceData({ found }: { readonly found: Omit<FetchedPassage, "id"> }): ReferenceData {
  const { passage, text, document } = found;
  const { title, titleSource, authors, publisher, published, url, language, key } = document.metadata;
  const { paragraph, lastParagraph, part, page, lastPage, headingPath, kind, range } = passage;
  const unit = pageUnitOf(document.file);
  const link = passageLink({ ...document, passage, text });
  return {
    id: `${key}-${paragraph}${lastParagraph === undefined ? "" : `-${lastParagraph}`}${part ?? ""}`,
    citation: formatCitationWithFingerprint({ ...passage, fingerprint: fingerprintOf(text) }),
    title,
    titleSource,
    ...defined({ authors, publisher, published, url }),
    language,
    paragraph,
    ...defined({ lastParagraph, part, page, lastPage }),
    ...(page === undefined || unit === "page" ? {} : { pageUnit: unit }),
    headingPath,
    quote: shownText({ file: document.file, kind, text, start: range.start }).text,
    ...defined({ link }),
  };
}
