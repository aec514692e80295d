import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import { addAllPostings } from "./bulk-postings.ts";
import { splitWords } from "./compounds/split-words.ts";
import { DocumentCopier } from "./copy-documents.ts";
import { IndexData } from "./index-data.ts";

/**
 * Whether removed documents make up so much of an index that `compacted` is worth its time: a third of the passages or
 * of the words.
 */
export function isWorthCompacting(data: IndexData): boolean {
  const isSparse = (all: number, live: number): boolean => all > 1.5 * live + 200;
  return (
    isSparse(data.table.size, data.sums.passages) ||
    isSparse(data.vocabulary.size, data.vocabulary.liveCount) ||
    isSparse(data.documents.length, data.documentCount)
  );
}

/**
 * A copy of an index without the remains of removed documents. On disk it is byte for byte the index that would be
 * built from its documents in the order of their files. It holds the documents of the time of the call, while the index
 * may go on changing. Yields every few milliseconds.
 */
export function* compacted(data: IndexData, lexicon: Lexicon): Generator<void, IndexData> {
  const documents = [...data.documents.entries()]
    .flatMap(([number, document]) => (document === undefined ? [] : [{ number, document }]))
    .sort((a, b) => (a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : 0));
  const copy = new IndexData();
  const copier = new DocumentCopier(data, copy, false);
  const published: { number: number; document: (typeof documents)[number]["document"] }[] = [];
  for (const { number, document } of documents) {
    published.push({ number: yield* copier.copy(number), document });
    if (number % 64 === 63) yield;
  }
  yield* splitWords(copy.vocabulary, lexicon, 0);
  for (const _ of addAllPostings(copy)) yield;
  yield* copy.addContextPostings(0);
  yield* copy.countGrams();
  for (const { number, document } of published) copy.publish(number, document);
  return copy;
}
