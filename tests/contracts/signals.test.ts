import { describe, expect, it } from "vitest";
import { createFlexSearchIndex } from "../../src/search/flexsearch-index.ts";
import { signals } from "../../src/search/ranking/signals.ts";
import { rankingSettings } from "../../src/search/settings/ranking-settings.ts";
import { builtIndex, inventedCollection, inventedQuestions, lexicon } from "../search/storage/invented.ts";
import { textsOf } from "../support/indexed.ts";
import { noEvidence } from "../support/no-evidence.ts";

const index = createFlexSearchIndex(builtIndex(inventedCollection), lexicon, textsOf(inventedCollection));
const evidence = (
  await Promise.all(inventedQuestions.map((question) => index.retrieve(index.prepare(question, "de"), { limit: 20 })))
).flatMap(({ candidates }) => candidates.map((candidate) => candidate.evidence));

describe("signals", () => {
  it("have one entry a name, each with a weight of the settings, and no weight is left over", () => {
    expect(signals.map(({ name }) => name).sort()).toEqual(Object.keys(rankingSettings.signals).sort());
    for (const { name } of signals) expect(rankingSettings.signals[name]).toBeGreaterThanOrEqual(0);
  });
});

describe.each(signals)("$name as a signal", (signal) => {
  it("is a number that is never negative, the same each time", () => {
    for (const one of evidence) {
      const score = signal.score(one);
      expect(Number.isFinite(score) && score >= 0).toBe(true);
      expect(signal.score(one)).toBe(score);
    }
  });

  it("is 0 where a passage holds nothing of the question", () => {
    expect(signal.score(noEvidence)).toBe(0);
  });

  it("tells some passages from others", () => {
    expect(new Set(evidence.map((one) => signal.score(one))).size).toBeGreaterThan(1);
  });
});
