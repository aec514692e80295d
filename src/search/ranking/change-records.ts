import { alternatives } from "../../analysis/languages.ts";
import type { IndexedDocument } from "../index/passage-table.ts";
import type { Query } from "../query/concept.ts";
import { putBehind } from "./put-behind.ts";
import type { Hit } from "./rank.ts";

/** What a passage of such a document loses, compared with all signals together. */
const share = { name: "changes", weight: -0.25, value: 1 };

const names = alternatives(({ documents }) => documents?.changeRecords);
const inPath = new RegExp(`(?:^|[/_.-])(?:${names})(?=[/_.-]|$)`, "iu");
const inTitle = new RegExp(`(?<!\\p{L})(?:${names})\\P{L}*$`, "iu");
/** Programs come with files of this name, in capitals. */
const news = /(?:^|\/)(?:NEWS|HISTORY)(?:\.[a-z]+)?$/u;

const known = new WeakMap<object, boolean>();

/** Puts passages of documents that record changes further behind, unless the question is about changes. */
export function withChangesBehind(
  hits: readonly Hit[],
  { asked }: Pick<Query, "asked">,
  documentAt: (number: number) => IndexedDocument,
): readonly Hit[] {
  if (asked.isOfChanges) return hits;
  return putBehind(hits, share, ({ document }) => recordsChanges(documentAt(document)), documentAt);
}

/**
 * Whether a document records what changed from one version to the next, by its name or title. It repeats the words of
 * whatever was changed, and seldom says how things are.
 */
function recordsChanges(document: IndexedDocument): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const { file, metadata } = document;
  const records = news.test(file) || inPath.test(file) || inTitle.test(metadata.title);
  known.set(document, records);
  return records;
}
