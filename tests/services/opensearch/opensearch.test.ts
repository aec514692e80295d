import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { openCollection, readForEvaluation, readJudgments } from "../../../scripts/evaluation/evaluation-setup.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { decodeBytes } from "../../../src/documents/decode.ts";
import { parseJudgments } from "../../../src/evaluation/judgments.ts";
import type { ClusterConnection } from "../../../src/search/cluster/connection.ts";
import { unavailable } from "../../../src/search/cluster/connection.ts";
import { openOpenSearchIndex } from "../../../src/search/cluster/opensearch-index.ts";
import { ClusterWriter } from "../../../src/search/cluster/writing/writer.ts";
import { claimWriting } from "../../../src/search/cluster/writing/writer-claim.ts";
import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import { createFileTextStore } from "../../../src/search/index/texts/text-store.ts";
import type { DocumentFilter, PassageIndex } from "../../../src/search/passage-index.ts";
import { search } from "../../../src/search/search.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { pauseWhenDue } from "../../../src/search/storage/pause.ts";
import { passageIndexContract } from "../../contracts/passage-index-contract.ts";
import { bees, harbour, inventedDocument, inventedQuestions, lighthouse } from "../../search/storage/invented.ts";
import { indexed, textsOf } from "../../support/indexed.ts";
import { root } from "../../support/program.ts";
import { firstTen } from "./first-ten.ts";
import { type Written, written } from "./written.ts";

const missing = await missingForOpenSearch();
const gold = path.join(root, "..", "shared", "gold", "real");
const judgedFolders = existsSync(gold) ? ["carpentries", "evcc", "gemischt", "papermc", "regeln", "trpc"] : [];
const lexicon = createLexicon(emptyLexicon());

describe.skipIf(missing !== undefined)(`OpenSearch${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  let cluster: TestCluster;
  const write = (documents: readonly DocumentInput[], options?: Parameters<typeof written>[3]): Promise<Written> =>
    written(cluster.urls[0] ?? "", documents, lexicon, options);
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster.stop();
  });

  passageIndexContract("OpenSearch", async (documents) => (await write(documents)).index);

  describe("beside the index in memory", () => {
    /** Whether both find the same ten passages in the same order, question by question. */
    async function sameShare(folder: string, questions: readonly string[]): Promise<number> {
      const collection = await readForEvaluation(folder);
      const { index: local } = openCollection(collection);
      const extracted = new Map(
        collection.documents.map(({ document }) => [document.file, Buffer.from(document.canonicalText)]),
      );
      const texts = createFileTextStore(
        (file) => path.join(folder, file),
        path.join(folder, "none"),
        decodeBytes,
        async ({ file }) => {
          const text = extracted.get(file);
          if (text === undefined) throw new Error(`${file} is none of the documents.`);
          return text;
        },
      );
      const { index } = await written(cluster.urls[0] ?? "", collection.documents, collection.lexicon, { texts });
      let same = 0;
      for (const question of questions) {
        const expected = await firstTen(local, question, collection.lexicon);
        const found = await firstTen(index, question, collection.lexicon);
        if (found.join(" ") === expected.join(" ")) same++;
      }
      return same / questions.length;
    }

    it("finds the same first ten for the judged questions of the owner's documents", async () => {
      const judgments = readJudgments(path.join(root, "tests", "judgments", "seeds.jsonl"));
      const questions = judgments.map(({ question }) => question);
      expect(questions.length).toBeGreaterThan(100);
      expect(await sameShare(path.join(root, "seeds"), questions)).toBeGreaterThanOrEqual(0.99);
    });

    it.skipIf(judgedFolders.length === 0)(
      "finds the same first ten for every fourth question of others",
      async () => {
        const shares: number[] = [];
        for (const name of judgedFolders) {
          const file = path.join(gold, name, "questions.jsonl");
          const questions = parseJudgments(readFileSync(file, "utf8"), file).filter((_, at) => at % 4 === 0);
          const texts = questions.map(({ question }) => question);
          shares.push((await sameShare(path.join(gold, name, "seeds"), texts)) * texts.length);
          shares.push(-0.99 * texts.length);
        }
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(0);
      },
      300_000,
    );
  });

  describe("changes", () => {
    const cited = async (index: PassageIndex, filter?: DocumentFilter) => {
      const all: string[][] = [];
      for (const question of inventedQuestions) {
        const query = { ...(await index.prepare(question, "de", filter)), constraints: [] };
        const { hits } = await search(index, query, { limit: 50, ...(filter === undefined ? {} : { filter }) });
        all.push(
          hits.map(({ id, document, score }) => {
            const { key } = index.document(document).metadata;
            return `${key} ${index.passagesOf(key).indexOf(id)} ${score.toFixed(4)}`;
          }),
        );
      }
      return all;
    };
    const parts = ({ connection, index }: Written) => ({
      connection,
      generation: index.generation,
      lexicon,
      settings: rankingSettings,
      pause: pauseWhenDue(),
    });
    const outdatedBees = inventedDocument("bienen", "Die Bienen summen. Der Honig wird im August geschleudert.");
    const changed = (one: Written, key: string) =>
      [...one.index.written()].filter(({ document }) => document.metadata.key === key);

    it("brings documents in, changes them and takes them out, as if they had been there from the start", async () => {
      const fresh = await cited(indexed([bees, harbour], lexicon).index);
      const updated = await write([outdatedBees, lighthouse], { batch: 1 });
      expect(await cited(updated.index)).not.toEqual(fresh);
      await updated.writer.change([bees], changed(updated, "bienen"));
      await updated.writer.change([harbour], changed(updated, "lighthouse"));
      expect(await updated.index.follow()).toBe("changed");
      expect(await updated.index.follow()).toBe("same");
      expect(await cited(updated.index)).toEqual(fresh);
      expect(updated.index.statistics()).toMatchObject(
        (({ passages, documents, averageLength }) => ({ passages, documents, averageLength }))(
          indexed([bees, harbour], lexicon).index.statistics(),
        ),
      );
      const reopened = await openOpenSearchIndex({ ...parts(updated), texts: textsOf([bees, harbour]) });
      expect(await cited(reopened)).toEqual(fresh);
    });

    it("shows nothing of a change that was never finished, and takes it back", async () => {
      const one = await write([outdatedBees, harbour]);
      const before = await cited(one.index);
      for (const lastRequest of [2, 3, 4, 6]) {
        const writer = await ClusterWriter.open(parts(one));
        const failing = await ClusterWriter.open({
          ...parts(one),
          connection: failingAfter(one.connection, lastRequest),
        });
        await expect(failing.change([bees, lighthouse], changed(one, "bienen"))).rejects.toThrow("is not available");
        const reopened = await openOpenSearchIndex({ ...parts(one), texts: textsOf([outdatedBees, harbour]) });
        expect(await cited(reopened)).toEqual(before);
        // Whoever wrote first no longer knows how it stands.
        await expect(writer.change([lighthouse], [])).rejects.toMatchObject({ code: "index-locked" });
      }
      const next = await ClusterWriter.open(parts(one));
      await next.change([bees], changed(one, "bienen"));
      await one.index.follow();
      expect(await cited(one.index)).toEqual(await cited(indexed([bees, harbour], lexicon).index));
    });

    it("lets one process write at a time", async () => {
      const { connection } = await write([bees]);
      const claim = await claimWriting(connection, "test-claims");
      expect(claim).toBeDefined();
      expect(await claimWriting(connection, "test-claims")).toBeUndefined();
      await claim?.release();
      const again = await claimWriting(connection, "test-claims");
      expect(again).toBeDefined();
      await again?.release();
    });

    it("counts once for all who see the same, whatever their servers and roles", async () => {
      const { connection, index } = await write([bees, harbour]);
      const asked: string[] = [];
      const counting: ClusterConnection = {
        ...connection,
        ask: (request, schema) => {
          asked.push(request.path);
          return connection.ask(request, schema);
        },
      };
      const generation = index.generation;
      const opened = await openOpenSearchIndex({
        connection: counting,
        generation,
        lexicon,
        texts: textsOf([bees, harbour]),
      });
      const requestsFor = async (audience: NonNullable<DocumentFilter["audience"]>): Promise<number> => {
        asked.length = 0;
        const filter = { audience };
        await search(opened, await opened.prepare("Was tun die Bienen?", "de", filter), { limit: 10, filter });
        return asked.filter((path) => /-(?:terms|words|figures)-/u.test(path)).length;
      };
      expect(await requestsFor({ guild: "1", roles: ["7"], channels: ["3"] })).toBeGreaterThan(0);
      expect(await requestsFor({ guild: "2", roles: ["8", "9"], channels: ["4"] })).toBe(0);
      expect(await requestsFor({})).toBe(0);
    });

    it("tells somebody the same whether or not there are documents that they may not see", async () => {
      const hidden = inventedDocument(
        "geheim",
        "Die Hafenmauer von Nordersiel ist 999 Meter lang. Die Könikin Varromilbe legt Honig. Lampe elektrisch.",
      );
      const secret: DocumentInput = {
        ...hidden,
        document: { ...hidden.document, metadata: { ...hidden.document.metadata, guilds: ["1"] } },
      };
      const without = await write([bees, harbour, lighthouse]);
      const withSecret = await write([secret, bees, harbour, lighthouse], { batch: 2 });
      for (const filter of [{ audience: {} }, { audience: { guild: "2" } }]) {
        expect(await cited(withSecret.index, filter)).toEqual(await cited(without.index, filter));
        const asked = "Wo ist die Könikin?";
        const { concepts } = await withSecret.index.prepare(asked, "de", filter);
        expect(concepts).toEqual((await without.index.prepare(asked, "de", filter)).concepts);
      }
      const local = indexed([secret, bees, harbour, lighthouse], lexicon).index;
      const ofOne = { audience: { guild: "1" } };
      expect(await cited(withSecret.index, ofOne)).toEqual(await cited(local, ofOne));
      expect(await cited(withSecret.index)).toEqual(await cited(local));
    });
  });
});

/** A connection that breaks after so many requests. */
function failingAfter(connection: ClusterConnection, requests: number): ClusterConnection {
  let left = requests;
  return {
    ...connection,
    ask: (request, schema) => {
      if (--left < 0) throw unavailable("it is gone");
      return connection.ask(request, schema);
    },
  };
}
