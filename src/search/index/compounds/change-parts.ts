import type { FlexSearchPostings } from "../flexsearch-postings.ts";
import type { IndexData } from "../index-data.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Where words stand: passages, or lines around passages. */
interface Places {
  readonly stems: FlexSearchPostings;
  readonly parts: FlexSearchPostings;
  words(place: number): Uint32Array;
}

/**
 * Gives a word of the index other parts, in the vocabulary and wherever it stands. Takes time that grows with the number
 * of these places.
 * @param parts as questions have them
 */
export function changeParts(data: IndexData, word: number, parts: readonly string[]): void {
  const { vocabulary, forward, contexts, contextIndex } = data;
  const before = new Set(vocabulary.parts(word));
  vocabulary.replaceParts(word, parts);
  const now = new Set(vocabulary.parts(word));
  const changes = new Map<string, 1 | -1>();
  for (const term of before) if (!now.has(term)) changes.set(term, -1);
  for (const term of now) if (!before.has(term)) changes.set(term, 1);
  if (changes.size === 0) return;
  recount(
    { stems: data.stems, parts: data.parts, words: (id) => forward.passage(id).words },
    word,
    vocabulary,
    changes,
  );
  const { stems, parts: lineParts } = contextIndex;
  recount({ stems, parts: lineParts, words: (line) => contexts.words(line) }, word, vocabulary, changes);
}

/** @param changes the terms that stand for a part of the word now, and did not, or the reverse */
function recount(
  { stems, parts, words: wordsOf }: Places,
  word: number,
  vocabulary: Vocabulary,
  changes: ReadonlyMap<string, 1 | -1>,
): void {
  const none = new Map([...changes.keys()].map((term) => [term, 0]));
  for (const place of stems.list(vocabulary.term(word)).flatMap((slot) => slot ?? [])) {
    const words = wordsOf(place);
    const times = words.reduce((sum, other) => (other === word ? sum + 1 : sum), 0);
    if (times === 0) continue;
    const counts = new Map(none);
    for (const other of words) {
      for (const part of vocabulary.partNumbers(other)) {
        const term = vocabulary.termAt(part);
        const count = counts.get(term);
        if (count !== undefined) counts.set(term, count + 1);
      }
    }
    for (const [term, change] of changes) {
      const count = counts.get(term) ?? 0;
      parts.recount(place, term, count - change * times, count);
    }
  }
}
