import type { PublicationDate } from "../../../documents/document.ts";
import { type Span, spanOf } from "../../editions/asked-edition.ts";
import type { Query } from "../../query/concept.ts";
import { inverseDocumentFrequency } from "../bm25.ts";
import type { Evidence } from "./evidence.ts";

/** The weight of a year or day of the question that only matches the document's date. */
const dateWeight = 0.5;

/** When the documents of an index were published. */
export interface PublicationDates {
  /** How many passages there are. */
  readonly passages: number;
  /** When a document was published, by its number. */
  publishedOf(document: number): PublicationDate | undefined;
  /** Of every document the date, and how many passages it has. */
  all(): Iterable<{ readonly published: PublicationDate | undefined; readonly passages: number }>;
}

/**
 * Reports seldom name their own year, so a document published in the year, or on the day, that a question names meets
 * that word a little. @returns a function that adds this to a passage's evidence, by the number of its document;
 * without a date in the question the evidence is unchanged
 */
export function dateEvidence(
  query: Query,
  dates: PublicationDates,
): (document: number, evidence: Evidence) => Evidence {
  const asked = query.concepts.flatMap((concept, index) => {
    const span = concept.isNumber ? spanOf(concept.alternatives[0]?.term ?? "") : undefined;
    return span === undefined ? [] : [{ index, span, information: informationOf(span, dates) }];
  });
  if (asked.length === 0) return (_, evidence) => evidence;
  return (document, evidence) => {
    const published = dates.publishedOf(document);
    const met = asked.filter(({ index, span }) => isWithin(published, span) && (evidence.met[index] ?? 0) < dateWeight);
    if (met.length === 0) return evidence;
    const weights = evidence.met.slice();
    for (const { index } of met) weights[index] = dateWeight;
    const bonus = met.reduce((sum, { information }) => sum + dateWeight * information, 0);
    return { ...evidence, met: weights, terms: evidence.terms + bonus };
  };
}

function isWithin(published: PublicationDate | undefined, span: Span): boolean {
  return published !== undefined && published.from >= span.from && published.until <= span.until;
}

/** The inverse frequency of passages of documents from that time. */
function informationOf(span: Span, dates: PublicationDates): number {
  let passages = 0;
  for (const one of dates.all()) if (isWithin(one.published, span)) passages += one.passages;
  return inverseDocumentFrequency(dates.passages, passages);
}
