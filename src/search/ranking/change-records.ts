import { alternatives } from "../../analysis/languages.ts";
import type { IndexedDocument } from "../index/passage-table.ts";

const names = alternatives(({ documents }) => documents?.changeRecords);
const inPath = new RegExp(`(?:^|[/_.-])(?:${names})(?=[/_.-]|$)`, "iu");
const inTitle = new RegExp(`(?<!\\p{L})(?:${names})\\P{L}*$`, "iu");
/** Programs come with files of this name, in capitals. */
const news = /(?:^|\/)(?:NEWS|HISTORY)(?:\.[a-z]+)?$/u;

const known = new WeakMap<object, boolean>();

/**
 * Whether a document records what changed from one version to the next, by its name or title. It repeats the words of
 * whatever was changed, and seldom says how things are.
 */
export function recordsChanges(document: IndexedDocument): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const { file, metadata } = document;
  const records = news.test(file) || inPath.test(file) || inTitle.test(metadata.title);
  known.set(document, records);
  return records;
}
