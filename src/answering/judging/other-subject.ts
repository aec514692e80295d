import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { Query } from "../../search/query/concept.ts";
import type { Hit } from "../../search/ranking/rank.ts";
import { metBy } from "./features.ts";

/** A passage does not mention a concept that is met less well than this. */
const leastMet = 0.3;

/**
 * Whether the question names the subject of another document, and the best passage does not speak of it: the museum's
 * price is none of the bath's.
 */
export function isOfOtherSubject(
  query: Query,
  hits: readonly Hit[],
  documentAt: (number: number) => IndexedDocument,
): boolean {
  const [best, ...others] = hits;
  if (best === undefined) return false;
  const met = metBy(best);
  const missing = query.concepts.filter(({ isNoun, isName }, index) => (isNoun || isName) && met(index) < leastMet);
  if (missing.length === 0) return false;
  const titles = new Set(
    others
      .filter(({ document }) => document !== best.document)
      .map(({ document }) => plain(documentAt(document).metadata.title)),
  );
  return missing.some(({ text }) => titles.has(plain(text)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
