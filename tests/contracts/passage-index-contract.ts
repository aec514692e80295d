import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentMetadata } from "../../src/documents/document.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { IndexMovedOnError } from "../../src/search/moved-on.ts";
import type { DocumentFilter, PassageIndex } from "../../src/search/passage-index.ts";
import { search } from "../../src/search/search.ts";
import { inventedDocument } from "../search/storage/invented.ts";
import { concept, queryOf } from "../support/invented-query.ts";

function about(input: DocumentInput, metadata: Partial<DocumentMetadata>): DocumentInput {
  return { ...input, document: { ...input.document, metadata: { ...input.document.metadata, ...metadata } } };
}

const day = { stated: "2021-05-03", from: "2021-05-03", until: "2021-05-03", precision: "day" as const };
const ferry = about(
  inventedDocument(
    "faehre",
    "Die Fähre fährt zur Insel. Sie trägt zwölf Autos.\n\nIm Winter ruht die Fähre im Hafen.\n\nDer Kapitän heißt Onno.",
  ),
  { published: day },
);
const mill = inventedDocument("muehle", "Die Mühle mahlt Korn.\n\nDer Müller besitzt eine Fähre und ein Boot.");
const vault = about(inventedDocument("tresor", "Der Schlüssel zum Tresor liegt auf der Fähre."), { guilds: ["1"] });
const collection = [ferry, mill, vault];

/**
 * What every index behind the seam must do.
 * @param create an index over the documents, as the program would build it
 */
export function passageIndexContract(
  name: string,
  create: (documents: readonly DocumentInput[]) => PassageIndex | Promise<PassageIndex>,
): void {
  describe(`${name} as a passage index`, () => {
    let index: PassageIndex;
    beforeAll(async () => {
      index = await create(collection);
    });
    const asked = queryOf(concept("Fähre"), concept("Winter"));

    it("gives each passage with a term in it or around it, once, with what it holds of the question", async () => {
      const { candidates, total, hits } = await search(index, asked, { limit: 10 });
      expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
      // Four passages speak of a ferry; the fifth stands under the title "About faehre".
      expect(total).toBe(5);
      const holding = candidates.filter(({ evidence }) => evidence.terms > 0);
      expect(holding).toHaveLength(5);
      expect(candidates.filter(({ evidence }) => evidence.ownMet.some((met) => met > 0))).toHaveLength(4);
      const [best] = await index.fetch(hits.slice(0, 1).map(({ id }) => id));
      expect(best?.text).toBe("Im Winter ruht die Fähre im Hafen.");
    });

    it("gives figures along the question's concepts", async () => {
      const { candidates, informativeness, passageCounts } = await index.retrieve(asked, { limit: 10 });
      expect(passageCounts).toEqual([5, 1]);
      expect(informativeness).toHaveLength(2);
      expect(informativeness[1]).toBeGreaterThan(informativeness[0] ?? 0);
      for (const { evidence } of candidates) {
        expect(evidence.met).toHaveLength(2);
        const sentences = evidence.details.sentences();
        expect(sentences.met).toHaveLength(2 * sentences.terms.length);
      }
    });

    it("gives the same candidates in the same order each time, at the same time too", async () => {
      const ids = async () => (await index.retrieve(asked, { limit: 10 })).candidates.map(({ id }) => id);
      const first = await ids();
      expect(await Promise.all([ids(), ids(), ids()])).toEqual([first, first, first]);
    });

    it("orders equal passages by their ids", async () => {
      const equal = await create(["a", "b", "c"].map((key) => inventedDocument(key, "Das Nebelhorn tönt.")));
      const { candidates } = await equal.retrieve(queryOf(concept("Nebelhorn")), { limit: 10 });
      const ids = candidates.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });

    it.each([
      [{ keys: ["muehle"] }, ["muehle"]],
      [{ keys: [] }, []],
      [{ audience: {} }, ["faehre", "muehle"]],
      [{ audience: { guild: "1" } }, ["faehre", "muehle", "tresor"]],
      [{ from: "2021-01-01" }, ["faehre"]],
      [{ until: "2020-12-31" }, []],
    ])("sees nothing but what the filter %j lets through", async (filter, keys) => {
      expect(index.documents(filter).map(({ metadata }) => metadata.key)).toEqual(keys);
      const { candidates } = await index.retrieve(asked, { limit: 10, filter });
      const fetched = await index.fetch(candidates.map(({ id }) => id));
      expect([...new Set(fetched.map(({ document }) => document.metadata.key))].sort()).toEqual(keys);
    });

    it("lets nobody see a document but the people of its servers, roles and channels", async () => {
      const viewers: Readonly<Record<string, Partial<DocumentMetadata>>> = {
        open: {},
        server: { guilds: ["1", "2"] },
        role: { guilds: ["1"], roles: ["10", "11"] },
        channel: { guilds: ["1"], channels: ["20"] },
        both: { guilds: ["1"], roles: ["10"], channels: ["20", "21"] },
        own: { guilds: ["1"], ofServer: true },
        "own-role": { guilds: ["1"], roles: ["10"], ofServer: true },
        nobody: { guilds: ["1"], roles: [] },
      };
      const some = await create(
        Object.entries(viewers).map(([key, seen]) => about(inventedDocument(key, "Das Nebelhorn tönt."), seen)),
      );
      const seenBy: readonly [DocumentFilter, readonly string[]][] = [
        [{}, ["both", "channel", "nobody", "open", "own", "own-role", "role", "server"]],
        [{ audience: {} }, ["open"]],
        [{ audience: { roles: ["10"], channels: ["20"] } }, ["open"]],
        [{ audience: { guild: "1" } }, ["open", "own", "server"]],
        [{ audience: { guild: "2", roles: ["10"], channels: ["20"] } }, ["open", "server"]],
        [{ audience: { guild: "1", roles: ["11", "12"] } }, ["open", "own", "role", "server"]],
        [{ audience: { guild: "1", channels: ["21", "20"] } }, ["channel", "open", "own", "server"]],
        [
          { audience: { guild: "1", roles: ["10"], channels: ["21"] } },
          ["both", "open", "own", "own-role", "role", "server"],
        ],
        [{ audience: { guild: "1", roles: ["10"], hidesOwn: true } }, ["open", "role", "server"]],
        [{ audience: { guild: "1", roles: ["10"] }, ofServer: true }, ["own", "own-role"]],
      ];
      for (const [filter, keys] of seenBy) {
        expect(
          some
            .documents(filter)
            .map(({ metadata }) => metadata.key)
            .sort(),
        ).toEqual(keys);
        const { candidates } = await some.retrieve(queryOf(concept("Nebelhorn")), { limit: 20, filter });
        const fetched = await some.fetch(candidates.map(({ id }) => id));
        expect(fetched.map(({ document }) => document.metadata.key).sort()).toEqual(keys);
      }
    });

    it("fetches passages with their exact words and places", async () => {
      for (const { document, passages } of collection) {
        const ids = index.passagesOf(document.metadata.key);
        const fetched = await index.fetch(ids);
        expect(fetched.map(({ passage }) => passage)).toEqual(passages);
        for (const { text, passage } of fetched) {
          expect(text).toBe(document.canonicalText.slice(passage.range.start, passage.range.end));
        }
      }
    });

    it("finds the passages that hold any of a document's paragraphs from one to another", () => {
      for (const { metadata, paragraphs } of index.documents()) {
        const names = index.passageNames(metadata.key);
        for (let first = 0; first <= paragraphs + 1; first++) {
          for (const last of [first, first + 1, paragraphs + 1]) {
            const expected = names.flatMap((name, position) => {
              const { paragraph, lastParagraph = paragraph } = name;
              return paragraph <= last && lastParagraph >= first ? [{ name, position }] : [];
            });
            expect(index.passagesBetween(metadata.key, first, last)).toEqual(expected);
          }
        }
      }
      expect(index.passagesBetween("unbekannt", 1, 9)).toEqual([]);
    });

    it("says which document a candidate's number means, and where the document's passages stand", async () => {
      const { candidates } = await index.retrieve(asked, { limit: 10 });
      for (const { id, document } of candidates) {
        const { metadata } = index.document(document);
        expect(index.passagesOf(metadata.key)).toContain(id);
      }
      expect(() => index.document(1_000)).toThrow(IndexMovedOnError);
      for (const { document, passages } of collection) {
        expect(index.passageNames(document.metadata.key)).toEqual(
          passages.map(({ documentKey, paragraph, headingPath }) =>
            expect.objectContaining({ documentKey, paragraph, headingPath }),
          ),
        );
      }
    });

    it("reads a question into concepts that say where they stand in it", async () => {
      const question = "Wann ruht die Fähre?";
      const { concepts, text, language } = await index.prepare(question, "de");
      expect([text, language]).toEqual([question, "de"]);
      expect(concepts.map(({ start, end }) => question.slice(start, end))).toContain("Fähre");
      expect((await index.prepare("", "de")).concepts).toEqual([]);
    });

    it("knows nothing of a document that is not there", () => {
      expect(index.passagesOf("unbekannt")).toEqual([]);
      expect(index.passagesOf("__proto__")).toEqual([]);
    });

    it("finds nothing for a question of unknown words, or of none", async () => {
      for (const query of [queryOf(concept("Quarkspeise")), queryOf()]) {
        const { candidates, total } = await index.retrieve(query, { limit: 10 });
        expect(total).toBe(0);
        expect(candidates.every(({ evidence }) => evidence.terms === 0)).toBe(true);
      }
    });

    it("counts what it holds", async () => {
      expect(index.statistics()).toMatchObject({ passages: 6, documents: 3 });
      const { words, terms, averageLength } = index.statistics();
      expect(Math.min(words, terms, averageLength)).toBeGreaterThan(0);
      const empty = await create([]);
      expect(empty.statistics()).toMatchObject({ passages: 0, documents: 0, averageLength: 0 });
      expect(await empty.retrieve(asked, { limit: 3 })).toMatchObject({ candidates: [], total: 0 });
    });
  });
}
