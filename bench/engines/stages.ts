import { candidateLimit } from "../../src/answering/ask.ts";
import { distinctHits } from "../../src/answering/choosing/near-duplicates.ts";
import type { LanguageCode } from "../../src/documents/document.ts";
import type { FlexSearchIndex } from "../../src/search/flexsearch-index.ts";
import type { IndexData } from "../../src/search/index/index-data.ts";
import { Accumulators } from "../../src/search/ranking/accumulators.ts";
import { rank } from "../../src/search/ranking/rank.ts";
import { firstStage } from "../../src/search/ranking/retrieve.ts";

/** Milliseconds by what they are spent on. */
export type StageTimes = Readonly<Record<string, number>>;

/**
 * Measures the stages of questions, each by itself.
 * @returns asks one question and says where its time went
 */
export function createStageTimer(
  data: IndexData,
  index: FlexSearchIndex,
  detect: (text: string) => LanguageCode | undefined,
): (question: string) => Promise<StageTimes> {
  const accumulators = new Accumulators();
  return async (question) => {
    const start = performance.now();
    const language = detect(question) ?? "de";
    const known = performance.now();
    const query = index.prepare(question, language);
    const prepared = performance.now();
    let slots = 0;
    for (const { alternatives } of query.concepts) {
      for (const { term } of alternatives) slots += data.stems.list(term).length + data.parts.list(term).length;
    }
    const looked = performance.now();
    firstStage(data, query, accumulators, index.settings, { limit: candidateLimit });
    const found = performance.now();
    const { candidates } = await index.retrieve(query, { limit: candidateLimit });
    const retrieved = performance.now();
    distinctHits(rank(candidates, query, index.document), 10);
    const end = performance.now();
    const lookUps = slots === 0 ? 0 : looked - prepared;
    return {
      "the question's language": known - start,
      "its words, and what may stand for them": prepared - known,
      "FlexSearch: posting lists of all these": lookUps,
      "adding up the lists": Math.max(0, found - looked - lookUps),
      "reading the best passages closely": Math.max(0, retrieved - found - (found - looked)),
      "ranking, and leaving repetitions out": end - retrieved,
    };
  };
}
