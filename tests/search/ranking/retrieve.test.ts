import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../src/documents/document.ts";
import { seededRandom } from "../../../src/evaluation/perturb.ts";
import type { IndexData } from "../../../src/search/index/index-data.ts";
import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import { removeDocument } from "../../../src/search/index/remove-document.ts";
import type { DocumentFilter } from "../../../src/search/passage-index.ts";
import type { Query } from "../../../src/search/query/concept.ts";
import { Accumulators } from "../../../src/search/ranking/accumulators.ts";
import { firstStage } from "../../../src/search/ranking/retrieve.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { concept, conceptOfTerms, queryOf } from "../../support/invented-query.ts";
import { generatedDocuments } from "../storage/generated.ts";
import { builtIndex, inventedDocument } from "../storage/invented.ts";
import { RetrievalReference } from "./retrieve-reference.ts";

const accumulators = new Accumulators();

function retrieve(data: IndexData, query: Query, limit: number, filter?: DocumentFilter) {
  return firstStage(data, query, accumulators, rankingSettings, { limit, ...(filter === undefined ? {} : { filter }) });
}

/** Terms that the collection has, drawn the same way each time. */
function drawnQueries(data: IndexData, count: number, seed = 5): Query[] {
  const random = seededRandom(seed);
  const term = () => data.vocabulary.plainTerm(Math.floor(random() ** 2 * data.vocabulary.size));
  const distinct = (...terms: string[]) => [...new Set(terms)].map((one, rank) => [one, 1 / (1 + rank)] as const);
  return Array.from({ length: count }, () =>
    queryOf(
      ...Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
        conceptOfTerms(...distinct(term(), term(), term())),
      ),
    ),
  );
}

function about(input: DocumentInput, metadata: Partial<DocumentInput["document"]["metadata"]>): DocumentInput {
  return { ...input, document: { ...input.document, metadata: { ...input.document.metadata, ...metadata } } };
}

const year = (stated: string) => ({
  stated,
  from: `${stated}-01-01`,
  until: `${stated}-12-31`,
  precision: "year" as const,
});
const documents = generatedDocuments(24, 25, 40).map((input, index) =>
  about(input, {
    ...(index % 3 === 0 ? { guilds: [`guild-${index % 2}`] } : {}),
    ...(index % 4 === 0 ? {} : { published: year(String(2000 + index)) }),
  }),
);
const data = builtIndex(documents);
const reference = new RetrievalReference(data, rankingSettings);
const keyOf = (id: number) => data.documents[data.table.documentOf(id)]?.metadata.key;

/** Single precision decides between scores that are equal but for it, so scores are compared and not ids. */
function expectBest(ids: readonly number[], all: readonly { id: number; score: number }[], limit: number): void {
  const scores = new Map(all.map(({ id, score }) => [id, score]));
  expect(ids).toHaveLength(Math.min(limit, all.length));
  expect(new Set(ids).size).toBe(ids.length);
  ids.forEach((id, index) => {
    expect(scores.get(id)).toBeCloseTo(all[index]?.score ?? Number.NaN, 4);
  });
}

describe("firstStage", () => {
  it("gives the best of all passages", () => {
    for (const query of drawnQueries(data, 40)) {
      const all = reference.scored(query);
      const { ids, total } = retrieve(data, query, 15);
      expectBest(ids, all, 15);
      expect(total).toBe(all.length);
    }
  });

  const filters: [string, DocumentFilter, (input: DocumentInput, index: number) => boolean][] = [
    ["keys", { keys: ["generated-00003", "generated-00010", "unknown"] }, (_, index) => index === 3 || index === 10],
    ["no keys", { keys: [] }, () => false],
    ["a server", { audience: { guild: "guild-1" } }, (_, index) => index % 3 !== 0 || index % 2 === 1],
    ["a direct message", { audience: {} }, (_, index) => index % 3 !== 0],
    ["a time", { from: "2005-06-01", until: "2009-03-01" }, (_, index) => index % 4 !== 0 && index >= 5 && index <= 9],
    [
      "all of them",
      { keys: ["generated-00005", "generated-00006"], audience: {}, from: "2005-01-01" },
      (_, index) => index === 5,
    ],
  ];
  it.each(filters)("looks only at what the filter lets through: %s", (_, filter, isSeen) => {
    const reference = new RetrievalReference(data, rankingSettings, filter.audience);
    const seen = new Set(documents.filter(isSeen).map(({ document }) => document.metadata.key));
    for (const query of drawnQueries(data, 10, 9)) {
      const all = reference.scored(query).filter(({ id }) => seen.has(keyOf(id) ?? ""));
      const { ids, total } = retrieve(data, query, 20, filter);
      expectBest(ids, all, 20);
      expect(total).toBe(all.length);
    }
  });

  it("orders equal passages by their ids", () => {
    const same = "Der Leuchtturm steht am Deich.";
    const equal = builtIndex(
      ["a", "b", "c"].map((key) => inventedDocument(key, Array.from({ length: 100 }, () => same).join("\n\n"))),
    );
    const { ids } = retrieve(equal, queryOf(concept("deich")), 120);
    expect(ids).toEqual(Array.from({ length: 120 }, (_, id) => id));
  });

  it("gives every passage of a small collection, those with terms first", () => {
    const small = builtIndex([inventedDocument("klein", "Schafe blöken.\n\nKühe muhen laut.\n\nEin Pferd wiehert.")]);
    expect(retrieve(small, queryOf(concept("pferd")), 1)).toMatchObject({ ids: [2, 0, 1], total: 1 });
    expect(retrieve(small, queryOf(), 1)).toMatchObject({ ids: [0, 1, 2], total: 0, informativeness: [] });
    expect(retrieve(small, queryOf(concept("pferd")), 1, { keys: [] }).ids).toEqual([]);
  });

  it("finds nothing in an empty collection", () => {
    expect(retrieve(builtIndex([]), queryOf(concept("pferd")), 5)).toMatchObject({ ids: [], total: 0 });
  });

  it("forgets passages of removed documents, and gives the figures of those that are left", () => {
    const changed = builtIndex(documents);
    for (const index of [2, 3, 11]) removeDocument(changed, `generated-${String(index).padStart(5, "0")}`);
    const left = new RetrievalReference(changed, rankingSettings);
    for (const query of drawnQueries(data, 15, 3)) {
      expectBest(retrieve(changed, query, 15).ids, left.scored(query), 15);
    }
  });

  it("tells in how many passages each concept is met", () => {
    const languages: LanguageCode[] = ["de", "de", "en"];
    const mixed = builtIndex(
      languages.map((language, index) => inventedDocument(`d${index}`, "Das Boot. The boat.", language)),
    );
    const { passageCounts } = retrieve(
      mixed,
      queryOf(concept("boot"), conceptOfTerms(["en:boat", 1]), concept("nie")),
      5,
    );
    expect(passageCounts).toEqual([2, 1, 0]);
  });
});
