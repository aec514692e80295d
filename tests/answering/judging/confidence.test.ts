import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certaintyOf, confidenceOf } from "../../../src/answering/judging/confidence.ts";
import { type ConfidenceFeatures, confidenceFeatures, featureNames } from "../../../src/answering/judging/features.ts";
import { search } from "../../../src/search/search.ts";
import { index } from "../island.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyFeatures: fc.Arbitrary<ConfidenceFeatures> = fc.record({
  termCoverage: share,
  gramCoverage: share,
  sentenceCoverage: share,
  conceptsMet: share,
  weakestPoint: share,
  constraintsMet: share,
  foundAnywhere: share,
  nounCoverage: share,
  gap: share,
  answerType: share,
});

describe("confidenceOf", () => {
  it("is a probability that never falls when a feature rises", () => {
    fc.assert(
      fc.property(anyFeatures, fc.constantFrom(...featureNames), share, (features, name, other) => {
        const confidence = confidenceOf(features);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
        const raised = { ...features, [name]: Math.max(features[name], other) };
        expect(confidenceOf(raised)).toBeGreaterThanOrEqual(confidence);
      }),
    );
  });

  it("is low where nothing speaks for the passage and high where everything does", () => {
    const all = (value: number): ConfidenceFeatures => ({
      termCoverage: value,
      gramCoverage: value,
      sentenceCoverage: value,
      conceptsMet: value,
      weakestPoint: value,
      constraintsMet: value,
      foundAnywhere: value,
      nounCoverage: value,
      gap: value,
      answerType: value,
    });
    expect(certaintyOf(confidenceOf(all(0)))).toBe("none");
    expect(certaintyOf(confidenceOf(all(1)))).toBe("sure");
  });
});

describe("certaintyOf", () => {
  it("never falls when the confidence rises", () => {
    const order = ["none", "uncertain", "sure"];
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(certaintyOf(low))).toBeLessThanOrEqual(order.indexOf(certaintyOf(high)));
      }),
    );
    expect([0, 1].map((confidence) => certaintyOf(confidence))).toEqual(["none", "sure"]);
  });
});

describe("confidenceFeatures", () => {
  const words =
    "Leuchtturm Insel 1887 1951 Wiebke Laterne wann gebaut Ernte Honig Quarkspeise Brahms Anleger Eiche und im 19.06.2024 Shoigu Varroamilbe".split(
      " ",
    );

  it("are from 0 to 1 for any question", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(0, 0.5, 1),
        async (chosen, type) => {
          const query = index.prepare(chosen.join(" "), "de");
          const found = await search(index, query, { limit: 10 });
          const features = confidenceFeatures(query, found, found.hits, type);
          for (const name of featureNames)
            expect([name, features[name] >= 0 && features[name] <= 1]).toEqual([name, true]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("are all 0 where there is no passage", async () => {
    const query = index.prepare("Leuchtturm", "de");
    const retrieved = await index.retrieve(query, { limit: 10, filter: { keys: [] } });
    expect(Object.values(confidenceFeatures(query, retrieved, [], 1))).toEqual(featureNames.map(() => 0));
  });

  it("fall where the passage lacks a number that the question names", async () => {
    const featuresOf = async (question: string) => {
      const query = index.prepare(question, "de");
      const found = await search(index, query, { limit: 10 });
      return confidenceFeatures(query, found, found.hits, 0.5);
    };
    const right = await featuresOf("Was riss die Sturmflut im Winter 1962 fort?");
    const wrong = await featuresOf("Was riss die Sturmflut im Winter 1973 fort?");
    expect(right.constraintsMet).toBe(1);
    expect(wrong.constraintsMet).toBeLessThan(1);
    expect(wrong.termCoverage).toBeLessThan(right.termCoverage);
    expect(wrong.foundAnywhere).toBeLessThan(right.foundAnywhere);
  });
});
