import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import type { IndexedDocument } from "../../../src/search/index/passage-table.ts";
import { noTraits } from "../../../src/search/index/traits.ts";
import type { Candidate } from "../../../src/search/passage-index.ts";
import type { Evidence } from "../../../src/search/ranking/evidence/evidence.ts";
import { rank as rankCandidates } from "../../../src/search/ranking/rank.ts";
import { type Signal, signals } from "../../../src/search/ranking/signals.ts";
import { indexed } from "../../support/indexed.ts";
import { queryOf } from "../../support/invented-query.ts";
import { noEvidence } from "../../support/no-evidence.ts";
import { inventedDocument } from "../storage/invented.ts";

function candidate(id: number, evidence: Partial<Evidence>): Candidate {
  return {
    id,
    document: 0,
    range: { start: 0, end: 0 },
    words: new Uint32Array(0),
    traits: noTraits,
    meaning: 0,
    evidence: { ...noEvidence, ...evidence },
  };
}

const { data } = indexed([inventedDocument("a", "Ein Satz.")], createLexicon(emptyLexicon()));
const documentAt = (number: number): IndexedDocument => {
  const document = data.documents[number];
  if (document === undefined) throw new RangeError();
  return document;
};

function rank(candidates: readonly Candidate[], own: readonly Signal[] = signals) {
  return rankCandidates(candidates, queryOf(), documentAt, own);
}

const value = fc.double({ min: 0, max: 1e4, noNaN: true });
const candidates = fc
  .array(fc.record({ terms: value, grams: value, met: fc.array(value, { maxLength: 3 }) }), { maxLength: 12 })
  .map((all) => all.map((evidence, id) => candidate(id, evidence)));

describe("rank", () => {
  it("explains every score by shares that add up to it", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const hits = rank(all);
        expect(hits.map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        for (const hit of hits) {
          expect(hit.signals.map(({ name }) => name)).toEqual(signals.map(({ name }) => name));
          expect(hit.signals.reduce((sum, share) => sum + share.weight * share.value, 0)).toBeCloseTo(hit.score, 9);
          expect(hit.signals.every((share) => share.value >= 0 && share.value <= 1)).toBe(true);
        }
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it("does not depend on the order in which candidates come, equal ones ordered by id", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        expect(rank([...all].reverse()).map(({ id }) => id)).toEqual(rank(all).map(({ id }) => id));
      }),
    );
    expect(rank([candidate(7, { terms: 1 }), candidate(2, { terms: 1 })]).map(({ id }) => id)).toEqual([2, 7]);
  });

  it("divides each signal by its largest value, so that units do not count", () => {
    const all = [candidate(0, { terms: 4, grams: 10 }), candidate(1, { terms: 2, grams: 40 })];
    const larger = all.map((one) => candidate(one.id, { terms: one.evidence.terms * 1000, grams: one.evidence.grams }));
    expect(rank(larger).map(({ score }) => score)).toEqual(rank(all).map(({ score }) => score));
  });

  it("gives nothing for nothing", () => {
    expect(rank([])).toEqual([]);
    expect(rank([candidate(0, {})])[0]?.score).toBe(0);
  });

  it("weighs each signal as it says", () => {
    const all = [candidate(0, { terms: 1 }), candidate(1, { grams: 1 })];
    const only = (name: string) => signals.map((signal) => ({ ...signal, weight: signal.name === name ? 1 : 0 }));
    expect(rank(all, only("terms"))[0]?.id).toBe(0);
    expect(rank(all, only("grams"))[0]?.id).toBe(1);
  });

  it("shows each signal the candidate, the question and the document", () => {
    const seen: unknown[] = [];
    const query = queryOf();
    const one = candidate(0, { terms: 1 });
    const score: Signal["score"] = (...given) => seen.push(...given);
    rankCandidates([one], query, documentAt, [{ name: "watching", weight: 1, score }]);
    expect(seen).toEqual([one, query, documentAt(0)]);
  });
});
