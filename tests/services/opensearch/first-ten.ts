import { detectLanguage } from "../../../src/analysis/detect-language.ts";
import type { Lexicon } from "../../../src/analysis/lexicon/lexicon.ts";
import { candidateLimit } from "../../../src/answering/ask.ts";
import type { PassageIndex } from "../../../src/search/passage-index.ts";
import { search } from "../../../src/search/search.ts";

/** What an index finds for a question: the first ten passages as they are cited, and how much they have of it. */
export async function firstTen(index: PassageIndex, question: string, lexicon: Lexicon): Promise<string[]> {
  const query = await index.prepare(question, detectLanguage(question, lexicon) ?? index.mainLanguage());
  const { hits } = await search(index, query, { limit: candidateLimit });
  const names = new Map<string, Map<number, string>>();
  return hits.slice(0, 10).map(({ id, document }) => {
    const { key } = index.document(document).metadata;
    const known =
      names.get(key) ??
      new Map(
        index
          .passageNames(key)
          .map(({ paragraph, part = "" }, at) => [index.passagesOf(key)[at] ?? -1, `${key}:${paragraph}${part}`]),
      );
    names.set(key, known);
    return known.get(id) ?? `${key}?`;
  });
}
