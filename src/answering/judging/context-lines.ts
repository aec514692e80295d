import type { FetchedPassage } from "../../search/passage-index.ts";

/** What says what a passage is about: the headings above it, lead-ins, the head of its table, the question it answers. */
export function contextLines({ passage, around }: Pick<FetchedPassage, "passage" | "around">): readonly string[] {
  const { leadIns, tableHead, question } = around;
  return [...passage.headingPath, ...leadIns, ...[tableHead, question].filter((line) => line !== undefined)];
}
