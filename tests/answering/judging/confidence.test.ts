import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certaintyOf, confidenceOf, judgedInputs } from "../../../src/answering/judging/confidence/confidence.ts";
import { type EvidenceName, evidenceKinds } from "../../../src/answering/judging/evidence/list.ts";
import {
  type ConfidenceFeatures,
  confidenceFeatures,
  featureNames,
  noFeatures,
} from "../../../src/answering/judging/features.ts";
import { type EvidenceValues, noEvidence } from "../../../src/answering/judging/judge.ts";
import { inputSigns, judgeInputs } from "../../../src/answering/judging/judge-inputs.ts";
import { search } from "../../../src/search/search.ts";
import { index } from "../island.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyFeatures: fc.Arbitrary<ConfidenceFeatures> = fc
  .array(share, { minLength: featureNames.length, maxLength: featureNames.length })
  .map((values) => featuresWith((index) => values[index] ?? 0));

function featuresWith(value: (index: number) => number): ConfidenceFeatures {
  const features: Record<keyof ConfidenceFeatures, number> = { ...noFeatures };
  featureNames.forEach((name, index) => {
    features[name] = value(index);
  });
  return features;
}

const anyEvidence: fc.Arbitrary<EvidenceValues> = fc
  .array(share, { minLength: evidenceKinds.length, maxLength: evidenceKinds.length })
  .map(evidenceWith);

function evidenceWith(values: readonly number[]): EvidenceValues {
  const evidence: Record<EvidenceName, number> = { ...noEvidence };
  evidenceKinds.forEach(({ name }, index) => {
    evidence[name] = values[index] ?? 0;
  });
  return evidence;
}

const everything = (isFor: number, isAgainst: number): EvidenceValues =>
  evidenceWith(evidenceKinds.map(({ speaks }) => (speaks === "for" ? isFor : isAgainst)));

const all = (value: number): ConfidenceFeatures => featuresWith(() => value);

const of = (
  features: ConfidenceFeatures,
  evidence: EvidenceValues,
  hasMismatch = false,
  isUnderHeading = false,
): number => confidenceOf(features, { evidence, hasMismatch, isUnderHeading }).confidence;

describe("confidenceOf", () => {
  it("is a probability that never falls when a feature rises", () => {
    fc.assert(
      fc.property(
        anyFeatures,
        anyEvidence,
        fc.constantFrom(...featureNames),
        share,
        (features, evidence, name, other) => {
          const confidence = of(features, evidence);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          const raised = { ...features, [name]: Math.max(features[name], other) };
          expect(of(raised, evidence)).toBeGreaterThanOrEqual(confidence);
        },
      ),
    );
  });

  it("never falls with evidence for an answer, and never rises with evidence against one", () => {
    fc.assert(
      fc.property(
        anyFeatures,
        anyEvidence,
        fc.constantFrom(...evidenceKinds),
        share,
        (features, evidence, kind, other) => {
          const more = of(features, { ...evidence, [kind.name]: Math.max(evidence[kind.name], other) });
          if (kind.speaks === "for") expect(more).toBeGreaterThanOrEqual(of(features, evidence));
          else expect(more).toBeLessThanOrEqual(of(features, evidence));
        },
      ),
    );
  });

  it.each([true, false])(
    "is low where nothing speaks for the passage and high where everything does: %s",
    (isUnderHeading) => {
      const place = { isUnderHeading };
      expect(certaintyOf(of(all(0), everything(0, 1), false, isUnderHeading), place)).toBe("none");
      expect(certaintyOf(of(all(0), everything(1, 0), false, isUnderHeading), place)).toBe("none");
      expect(certaintyOf(of(all(1), everything(1, 0), false, isUnderHeading), place)).toBe("sure");
    },
  );

  it.each([true, false])("is never sure where something else stands in the answer's place: %s", (isUnderHeading) => {
    expect(certaintyOf(of(all(1), everything(1, 0), true, isUnderHeading), { isUnderHeading })).toBe("uncertain");
  });

  it("is no answer where half of what is asked stands nowhere in the documents", () => {
    expect(certaintyOf(of({ ...all(1), foundAnywhere: 0.4 }, everything(1, 0)), undefined)).toBe("none");
  });

  it("answers nothing where there is nothing to judge", () => {
    expect(certaintyOf(confidenceOf(all(1), undefined).confidence, undefined)).toBe("none");
  });
});

describe("judgedInputs", () => {
  it("tell what each input adds, in its sign's direction", () => {
    fc.assert(
      fc.property(anyFeatures, anyEvidence, (features, evidence) => {
        for (const { name, value, usual, adds } of judgedInputs(features, {
          evidence,
          hasMismatch: false,
          isUnderHeading: true,
        })) {
          const sign = inputSigns[judgeInputs.indexOf(name)] ?? 1;
          expect(adds * sign * Math.sign(value - usual)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});

describe("certaintyOf", () => {
  it("never falls when the confidence rises", () => {
    const order = ["none", "uncertain", "sure"];
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(certaintyOf(low, undefined))).toBeLessThanOrEqual(
          order.indexOf(certaintyOf(high, undefined)),
        );
      }),
    );
    expect([0, 1].map((confidence) => certaintyOf(confidence, undefined))).toEqual(["none", "sure"]);
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
