import { LRUCache } from "lru-cache";
import type { FetchedPassage, PassageIndex } from "../passage-index.ts";
import type { Hit } from "../ranking/rank.ts";

/** About how many characters of passages are kept: some ten megabytes with all that belongs to them. */
const mostChars = 8_000_000;
/** What a passage costs beside its text, in characters. */
const charsBeside = 500;

const recent = new WeakMap<PassageIndex, LRUCache<number, FetchedPassage>>();

/**
 * The passages of hits by their ids, from memory where they were read lately. They stand there as they were indexed, and so
 * do for ranking, which reads dozens of files for a question; what is shown is read from its file.
 * @throws AppError `document-changed`; IndexMovedOnError
 */
export async function passagesOf(
  index: PassageIndex,
  hits: readonly Hit[],
): Promise<ReadonlyMap<number, FetchedPassage>> {
  const cache = recentOf(index);
  const known = new Map(
    hits.flatMap((hit): [number, FetchedPassage][] => {
      const passage = cache.get(hit.id);
      return passage !== undefined && isCurrent(passage, hit, index) ? [[hit.id, passage]] : [];
    }),
  );
  const missing = hits.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  for (const passage of missing.length === 0 ? [] : await index.fetch(missing)) {
    cache.set(passage.id, passage);
    known.set(passage.id, passage);
  }
  return known;
}

function recentOf(index: PassageIndex): LRUCache<number, FetchedPassage> {
  const known = recent.get(index);
  if (known !== undefined) return known;
  const made = new LRUCache<number, FetchedPassage>({
    maxSize: mostChars,
    sizeCalculation: ({ text }) => text.length + charsBeside,
  });
  recent.set(index, made);
  return made;
}

/** Whether an id still stands for the passage that it stood for: documents change, and ids are given anew. */
function isCurrent({ document, passage }: FetchedPassage, hit: Hit, index: PassageIndex): boolean {
  return (
    document === index.document(hit.document) &&
    passage.range.start === hit.range.start &&
    passage.range.end === hit.range.end
  );
}
