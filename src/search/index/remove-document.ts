import type { IndexData } from "./index-data.ts";

/**
 * Takes a document out of the index: it is found no more and counts in no figure. Takes time that grows with the
 * document. Its passage ids and words stay unused until `compacted` makes an index without them.
 * @returns false where the index has no such document
 */
export function removeDocument(data: IndexData, key: string): boolean {
  const number = data.numberOf(key);
  const range = number === undefined ? undefined : data.passageRanges[number];
  if (number === undefined || range === undefined) return false;
  data.unpublish(number);
  const words = new Set<number>();
  for (let id = range.start; id < range.end; id++) {
    data.countPassage(id, -1);
    for (const word of data.forward.passage(id).words) words.add(word);
  }
  const stems = new Set<string>();
  const parts = new Set<string>();
  for (const word of words) {
    stems.add(data.vocabulary.term(word));
    for (const part of data.vocabulary.parts(word)) parts.add(part);
  }
  data.dropContext(range.start, range.end);
  data.stems.removeRange(range.start, range.end, stems);
  data.parts.removeRange(range.start, range.end, parts);
  return true;
}
