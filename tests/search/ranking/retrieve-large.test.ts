import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/evaluation/perturb.ts";
import type { IndexData } from "../../../src/search/index/index-data.ts";
import { Accumulators } from "../../../src/search/ranking/accumulators.ts";
import { firstStage } from "../../../src/search/ranking/retrieve.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { conceptOfTerms, queryOf } from "../../support/invented-query.ts";
import { generatedDocuments } from "../storage/generated.ts";
import { builtIndex } from "../storage/invented.ts";
import { RetrievalReference } from "./retrieve-reference.ts";

const documents = 210;
let data: IndexData;
let reference: RetrievalReference;
let termsByFrequency: string[];
beforeAll(() => {
  data = builtIndex(generatedDocuments(documents, 100, 14));
  reference = new RetrievalReference(data, rankingSettings);
  const words = Array.from({ length: data.vocabulary.size }, (_, word) => word);
  termsByFrequency = words
    .sort((a, b) => data.vocabulary.passageCount(b) - data.vocabulary.passageCount(a))
    .map((word) => data.vocabulary.term(word));
}, 60_000);

const accumulators = new Accumulators();

/** A rare word with ever more common ones, as questions have them: where looking on for new passages ends early. */
function questions(count: number) {
  const random = seededRandom(11);
  const draw = (from: number, until: number): string =>
    termsByFrequency[from + Math.floor(random() * (until - from))] ?? "";
  return Array.from({ length: count }, () => {
    const terms = new Set([draw(150, 900), draw(40, 150), draw(5, 40), draw(0, 5), draw(0, 5)]);
    return queryOf(
      ...[...terms].map((term) => conceptOfTerms([term, 1], [draw(900, 2000), 0.7], [draw(900, 2000), 0.4])),
    );
  });
}

describe("firstStage in a collection of over 20,000 passages", () => {
  it("gives the same first ten as scoring every passage", () => {
    expect(data.sums.passages).toBeGreaterThan(20_000);
    let endedEarly = 0;
    for (const query of questions(12)) {
      const { ids, informativeness, total } = firstStage(data, query, accumulators, rankingSettings, { limit: 10 });
      const all = reference.scored(query, informativeness);
      if (total < all.length) endedEarly++;
      const scores = new Map(all.map(({ id, score }) => [id, score]));
      ids.slice(0, 10).forEach((id, index) => {
        expect(scores.get(id)).toBeCloseTo(all[index]?.score ?? Number.NaN, 4);
      });
    }
    expect(endedEarly).toBeGreaterThan(0);
  });

  it("gives the same first ten of one document as scoring every passage of it", () => {
    const key = "generated-00007";
    for (const query of questions(8)) {
      const options = { limit: 10, filter: { keys: [key] } };
      const { ids, informativeness } = firstStage(data, query, accumulators, rankingSettings, options);
      const all = reference
        .scored(query, informativeness)
        .filter(({ id }) => data.documents[data.table.documentOf(id)]?.metadata.key === key);
      const scores = new Map(all.map(({ id, score }) => [id, score]));
      expect(ids).toHaveLength(Math.min(10, all.length));
      ids.forEach((id, index) => {
        expect(scores.get(id)).toBeCloseTo(all[index]?.score ?? Number.NaN, 4);
      });
    }
  });
});
