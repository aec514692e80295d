/** Words of the pages in the browser. */
export interface ReaderMessages {
  readonly ask: string;
  readonly askPlaceholder: string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly documents: string;
  readonly documentCounts: (paragraphs: number, passages: number) => string;
  readonly searchInstead: string;
  readonly askInstead: string;
  readonly noHits: string;
  readonly hits: (total: number) => string;
  readonly didYouMean: string;
  readonly openInDocument: string;
  readonly openOriginal: string;
  readonly openPdf: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly previousHit: string;
  readonly nextHit: string;
  readonly hitOf: (position: number, total: number) => string;
  readonly toCited: string;
  readonly showHidden: string;
  readonly leaveHiddenOut: string;
  readonly hiddenBy: (rule: string) => string;
  readonly copyLink: string;
  readonly copyCitation: string;
  readonly copied: string;
  readonly cite: string;
  readonly skipToText: string;
  readonly keys: string;
  /** What has become of a citation, by what a look at the document found. */
  readonly states: Readonly<Record<"unchanged" | "moved" | "changed" | "gone", string>>;
  readonly notFoundTitle: string;
  readonly notFound: string;
  readonly deniedTitle: string;
  readonly denied: Readonly<Record<"unsigned" | "expired" | "broken", string>>;
  readonly tooManyTitle: string;
  readonly tooMany: (seconds: number) => string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly pdfWithoutScript: string;
  readonly backToText: string;
  readonly openAt: (address: string) => string;
}
