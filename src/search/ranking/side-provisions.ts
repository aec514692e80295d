import type { IndexedDocument } from "../index/passage-table.ts";
import type { Query } from "../query/concept.ts";
import { putBehind } from "./put-behind.ts";
import type { Hit } from "./rank.ts";

/** What such a passage loses, compared with all signals together. */
const share = { name: "aside", weight: -0.25, value: 1 };

/**
 * Puts what stands in a statute beside its rules further behind, unless the question is about that: penalties and
 * transitions repeat the words of every rule that they refer to, and do not say what it is.
 */
export function withSideProvisionsBehind(
  hits: readonly Hit[],
  { asked }: Pick<Query, "asked">,
  documentAt: (number: number) => IndexedDocument,
): readonly Hit[] {
  return asked.isOfSideProvisions ? hits : putBehind(hits, share, ({ traits }) => traits.isSideProvision, documentAt);
}
