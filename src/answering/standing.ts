import type { DocumentMetadata, TextRange } from "../documents/document.ts";
import type { Standing } from "../search/editions/editions.ts";
import type { DocumentFilter, PassageIndex } from "../search/passage-index.ts";
import { editionsOf } from "../search/search.ts";

interface OfDocument {
  readonly file: string;
  readonly metadata: DocumentMetadata;
  /** Absent: the document as a whole. */
  readonly passage?: { readonly range: TextRange };
}

/** Marks documents or passages that are not in force. */
export function withStanding(
  index: PassageIndex,
  options: { readonly filter?: DocumentFilter; readonly today?: string } = {},
): <T extends OfDocument>(shown: T) => T & { readonly standing?: Standing } {
  const editions = editionsOf(index, options);
  return (shown) => {
    const standing = editions.standingOf(shown, shown.passage?.range);
    return standing === undefined ? shown : { ...shown, standing };
  };
}
