import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { VisibleIndex } from "../../../src/search/index/audiences/visible-index.ts";
import { type FieldLine, linesAround } from "../../../src/search/index/context/context-index.ts";
import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { Query } from "../../../src/search/query/concept.ts";
import { ContextWeights, contextFiguresOf } from "../../../src/search/ranking/context-weights.ts";
import { EvidenceReader } from "../../../src/search/ranking/evidence/evidence.ts";
import { EvidenceScratch } from "../../../src/search/ranking/evidence/evidence-scratch.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";
import { indexed } from "../../support/indexed.ts";
import { concept, queryOf } from "../../support/invented-query.ts";
import { inventedCollection, inventedDocument } from "../storage/invented.ts";
import { ContextReference, EvidenceReference, type LineAround, livePassages } from "./evidence-reference.ts";

/** Knows the parts of the compounds below, so that these are split. */
const lexicon = createLexicon({
  ...emptyLexicon(),
  frequencies: { de: { words: ["5 hafen mauer fischer boot herbst sturm"], stems: [] }, en: { words: [], stems: [] } },
});

/** None of these numbers matters but that they differ. */
const settings: RankingSettings = {
  ...rankingSettings,
  partInPassage: 0.45,
  terms: { k1: 0.9, b: 0.4 },
  grams: { k1: 1.3, b: 0.7 },
  sentenceTerms: { k1: 0.5, b: 0.1 },
  sentenceGrams: { k1: 1.6, b: 0.2 },
  context: { ...rankingSettings.context, b: 0.6, grams: 0.4, sentence: 0.3, commonness: 1.5 },
};

function expectNear(actual: Iterable<number>, expected: readonly number[]): void {
  const values = [...actual];
  expect(values).toHaveLength(expected.length);
  values.forEach((value, index) => {
    const wanted = expected[index] ?? Number.NaN;
    if (Math.abs(value - wanted) > 1e-5 * Math.max(1, wanted)) expect(value).toBe(wanted);
  });
}

function lineAround(data: IndexData, context: ContextReference, { field, line }: FieldLine): LineAround {
  const weight = context.weightOf(field, line);
  return {
    words: context.wordsOf(line),
    terms: weight,
    grams: weight * settings.context.grams,
    telling: (word) => context.telling(data.vocabulary.plainTerm(word)),
  };
}

function compareWithReference(data: IndexData, query: Query, scratch = new EvidenceScratch()): void {
  const informativeness = query.concepts.map((_, index) => 1 + index / 2);
  const reference = new EvidenceReference(data, query, informativeness, settings);
  const { figures } = reference;
  const context = new ContextReference(data, settings);
  const weights = new ContextWeights(contextFiguresOf(data, new VisibleIndex(data, undefined)), settings);
  const reader = new EvidenceReader(query, informativeness, data, figures, settings, scratch, weights);
  for (const id of livePassages(data)) {
    const passage = data.forward.passage(id);
    const lines = linesAround(data, id);
    const evidence = reader.read(passage, lines);
    const around = lines.map((line) => lineAround(data, context, line));
    const whole = { length: figures.averageLength, grams: figures.averageGrams };
    const expected = reference.of([...passage.words], whole, settings, around);
    const own = reference.of([...passage.words], whole, settings);
    expectNear([evidence.terms, evidence.grams], [expected.terms, expected.grams]);
    expectNear(evidence.met, expected.met);
    expectNear(evidence.ownMet, own.met);
    expectNear(evidence.gramCoverage, expected.gramCoverage);
    const sentences = [...passage.sentenceWordEnds].map((end, index) =>
      reference.of(
        [...passage.words.subarray(passage.sentenceWordEnds[index - 1] ?? 0, end)],
        { length: figures.averageSentenceLength, grams: figures.averageSentenceGrams },
        { terms: settings.sentenceTerms, grams: settings.sentenceGrams },
      ),
    );
    const found = evidence.details.sentences();
    const inSentence = around.map((text) => ({ ...text, terms: text.terms * settings.context.sentence }));
    const sentencesBelow = [...passage.sentenceWordEnds].map(
      (end, index) =>
        reference.of(
          [...passage.words.subarray(passage.sentenceWordEnds[index - 1] ?? 0, end)],
          { length: figures.averageSentenceLength, grams: figures.averageSentenceGrams },
          { terms: settings.sentenceTerms, grams: settings.sentenceGrams },
          inSentence,
        ).terms,
    );
    expectNear([evidence.bestSentence], [Math.max(0, ...sentencesBelow)]);
    expectNear(
      found.terms,
      sentences.map(({ terms }) => terms),
    );
    expectNear(
      found.grams,
      sentences.map(({ grams }) => grams),
    );
    expectNear(
      found.met,
      sentences.flatMap(({ met }) => met),
    );
  }
}

describe("EvidenceReader", () => {
  it("finds in passages of a small collection what its definition says", () => {
    const data = indexed(inventedCollection, lexicon).data;
    const query = queryOf(
      concept("hafen", [
        ["Hafen", 1],
        ["Werft", 0.5],
      ]),
      concept("fischerboote", [
        ["Fischerboot", 1],
        ["fischer", 0.4],
        ["boot", 0.4],
      ]),
      concept("1887"),
      concept("gibtsnicht"),
    );
    compareWithReference(data, query);
  });

  it("keeps nothing of an earlier question in its scratch space", () => {
    const data = indexed(inventedCollection, lexicon).data;
    const scratch = new EvidenceScratch();
    compareWithReference(
      data,
      queryOf(
        concept("honig", [["honig", 1]]),
        concept("volk", [
          ["volk", 1],
          ["bienenvolk", 0.7],
        ]),
      ),
      scratch,
    );
    compareWithReference(data, queryOf(concept("boot", [["boot", 0.6]])), scratch);
    compareWithReference(data, queryOf(), scratch);
  });

  it("meets a concept fully where the passage has its word, and only in part where it has a compound with it", () => {
    const texts = [
      "Die Mauer steht am Hafen.",
      "Hafen ohne Mauer.",
      "Mauer und Hafen.",
      "Die Hafenmauer bricht.",
      "Nur Sand.",
    ];
    const data = indexed([inventedDocument("mauer", texts.join("\n\n"))], lexicon).data;
    const query = queryOf(concept("mauer", [["Mauer", 1]]));
    const reader = new EvidenceReader(
      query,
      [1],
      data,
      new EvidenceReference(data, query, [1], settings).figures,
      settings,
      new EvidenceScratch(),
      new ContextWeights(contextFiguresOf(data, new VisibleIndex(data, undefined)), settings),
    );
    const met = livePassages(data).map((id) => reader.read(data.forward.passage(id), []).met[0] ?? 0);
    expect(met.map((value) => Number(value.toFixed(6)))).toEqual([1, 1, 1, settings.partInPassage, 0]);
  });

  it("agrees with the definition for any words, concepts and spellings", () => {
    const words =
      "Hafen Mauer Hafenmauer Boot Fischer Fischerboot See Meer Sturm Herbst Herbststurm Netz Hering Ei".split(" ");
    const weight = fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10);
    const sentence = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
      .map((chosen) => `${chosen.join(" ")}.`);
    const passage = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" "));
    const terms = [
      "haf",
      "mau",
      "mauer",
      "boot",
      "fisch",
      "fischer",
      "see",
      "meer",
      "sturm",
      "herbst",
      "netz",
      "hering",
      "ei",
      "nix",
    ];
    const spelling = fc.record({
      text: fc.constantFrom(...words, "Hafnmauer", "Fischer Boot", "x").map((word) => word.toLowerCase()),
      weight,
    });
    const asked = fc.record({
      alternatives: fc.uniqueArray(fc.tuple(fc.constantFrom(...terms), weight), {
        selector: ([term]) => term,
        minLength: 1,
        maxLength: 4,
      }),
      spellings: fc.uniqueArray(spelling, { selector: ({ text }) => text, minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(passage, { minLength: 2, maxLength: 8 }),
        fc.array(asked, { maxLength: 4 }),
        (passages, concepts) => {
          const documents = [
            inventedDocument("zufall", passages.join("\n\n")),
            inventedDocument("netz", ["Sand.", "# Hafen am Meer", ...passages.slice(0, 3)].join("\n\n")),
          ];
          const data = indexed(documents, lexicon).data;
          compareWithReference(
            data,
            queryOf(...concepts.map(({ alternatives, spellings }) => concept("?", alternatives, { spellings }))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
