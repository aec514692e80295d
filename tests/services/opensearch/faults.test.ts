import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { AppError } from "../../../src/errors.ts";
import type { ClusterConnection, ClusterRequest } from "../../../src/search/cluster/connection.ts";
import { activate, activeGeneration, nextGeneration } from "../../../src/search/cluster/generations.ts";
import { indexName } from "../../../src/search/cluster/names.ts";
import { openOpenSearchIndex } from "../../../src/search/cluster/opensearch-index.ts";
import { ClusterWriter } from "../../../src/search/cluster/writing/writer.ts";
import { claimWriting } from "../../../src/search/cluster/writing/writer-claim.ts";
import { search } from "../../../src/search/search.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { pauseWhenDue } from "../../../src/search/storage/pause.ts";
import { bees, harbour, inventedDocument, inventedQuestions, lighthouse } from "../../search/storage/invented.ts";
import { textsOf } from "../../support/indexed.ts";
import { type Written, written } from "./written.ts";

const anything = z.unknown();
const row = z.object({ _source: z.object({ state: z.looseObject({ revision: z.number() }) }) });
const missing = await missingForOpenSearch();
const lexicon = createLexicon(emptyLexicon());
const mill = inventedDocument("muehle", "Die Mühle von Nordersiel mahlt Korn. Der Müller wohnt im Hafen.");

describe.skipIf(missing !== undefined)(`faults${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster.stop();
  });

  const parts = (one: Pick<Written, "index">, connection: ClusterConnection) => ({
    connection,
    generation: one.index.generation,
    lexicon,
    settings: rankingSettings,
    pause: pauseWhenDue(),
  });

  /** What a program that starts now finds. */
  async function found(one: Written): Promise<string[][]> {
    const texts = textsOf([bees, harbour, lighthouse, mill]);
    const index = await openOpenSearchIndex({
      connection: one.connection,
      generation: one.index.generation,
      lexicon,
      texts,
    });
    const all: string[][] = [];
    for (const question of [...inventedQuestions, "Was mahlt die Mühle?"]) {
      const { hits } = await search(index, await index.prepare(question, "de"), { limit: 50 });
      all.push(hits.map(({ document, score }) => `${index.document(document).metadata.key} ${score.toFixed(4)}`));
    }
    return all;
  }

  it("keeps what is there from a writer that hung, lost its turn and goes on writing", async () => {
    const fresh = await found(await written(cluster.urls[0] ?? "", [harbour, lighthouse, mill], lexicon));
    const one = await written(cluster.urls[0] ?? "", [bees, harbour], lexicon);
    const ofBees = [...one.index.written()].filter(({ document }) => document.metadata.key === "bienen");
    let goOn: () => void = () => undefined;
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let hangs: () => void = () => undefined;
    const isHanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    const hanging = await ClusterWriter.open(
      parts(one, {
        ...one.connection,
        ask: async (request, schema) => {
          if (request.path === "/_bulk") {
            hangs();
            await mayGoOn;
          }
          return one.connection.ask(request, schema);
        },
      }),
    );
    const late = hanging.change([inventedDocument("andere", "Etwas anderes steht hier im Leuchtturm.")], ofBees);
    await isHanging;
    const next = await ClusterWriter.open(parts(one, one.connection));
    await next.change([lighthouse, mill], ofBees);
    goOn();
    await expect(late).rejects.toMatchObject({ code: "index-locked" });
    await one.connection.ask({ method: "POST", path: "/_refresh" }, anything);
    expect(await found(one)).toEqual(fresh);
  });

  it("does its work once where the answers to its requests are lost and they are sent again", async () => {
    const expected = await found(await written(cluster.urls[0] ?? "", [bees, mill], lexicon));
    const { connection } = await written(cluster.urls[0] ?? "", [harbour], lexicon);
    const twice = sentTwice(connection);
    const base = `twice-${process.pid}`;
    const claim = await claimWriting(twice, base);
    expect(claim).toBeDefined();
    expect(await claimWriting(twice, base)).toBeUndefined();
    const generation = await nextGeneration(twice, base);
    const writerParts = { connection: twice, generation, lexicon, settings: rankingSettings, pause: pauseWhenDue() };
    const writer = await ClusterWriter.create(writerParts, 1);
    await writer.change([bees], []);
    await writer.change([mill], []);
    await writer.settle();
    await activate(twice, generation);
    expect(await activeGeneration(connection, base)).toEqual(generation);
    const next = { base, number: generation.number + 1 };
    await ClusterWriter.create({ ...writerParts, generation: next }, 1);
    await activate(twice, next);
    expect(await activeGeneration(connection, base)).toEqual(next);
    await claim?.release();
    const index = await openOpenSearchIndex({ connection, generation, lexicon, texts: textsOf([bees, mill]) });
    expect(await found({ connection, writer, index })).toEqual(expected);
  });

  it.each([
    ["fails", () => Promise.reject(new AppError("search-unavailable", "It takes too long.", "Wait."))],
    ["never ends", () => new Promise<never>(() => undefined)],
  ])("answers although counting what is distinct %s", async (_, count) => {
    const one = await written(cluster.urls[0] ?? "", [bees, harbour], lexicon);
    const ask: ClusterConnection["ask"] = (request, schema) =>
      JSON.stringify(request.body ?? {}).includes("cardinality") ? count() : one.connection.ask(request, schema);
    const counting = { ...one, connection: { ...one.connection, ask } };
    expect(await found(counting)).toEqual(await found(one));
  });

  it("makes no new index of one that was removed while it wrote", async () => {
    const one = await written(cluster.urls[0] ?? "", [bees], lexicon);
    const writer = await ClusterWriter.open(parts(one, one.connection));
    const path = `/${indexName(one.index.generation, "passages")}`;
    await one.connection.ask({ method: "DELETE", path }, anything);
    await expect(writer.change([mill], [])).rejects.toMatchObject({ code: "search-unavailable" });
    const { status } = await one.connection.ask({ method: "GET", path, accepted: [404] }, anything);
    expect(status).toBe(404);
  });

  it("answers nothing where rows were lost since it was opened, and says what is missing", async () => {
    const one = await written(cluster.urls[0] ?? "", [bees, harbour], lexicon);
    const [lost] = one.index.passagesOf("bienen");
    const path = `/${indexName(one.index.generation, "passages")}/_doc/${lost}`;
    await one.connection.ask({ method: "DELETE", path, query: { refresh: true } }, anything);
    const followed = () =>
      one.index.follow().then(
        () => "whole",
        (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : "other"),
      );
    await expect
      .poll(followed, { timeout: 20_000 })
      .toMatch(/^index-damaged: .*of \d+ rows of passages there are \d+/u);
    await expect(one.index.prepare("Was tun die Bienen?", "de")).rejects.toMatchObject({ code: "search-unavailable" });
  });

  it("notices an index that was put back to an earlier state", async () => {
    const one = await written(cluster.urls[0] ?? "", [bees, harbour], lexicon, { batch: 1 });
    const state = { method: "GET", path: `/${indexName(one.index.generation, "documents")}/_doc/state` } as const;
    const { body } = await one.connection.ask(state, row);
    await one.connection.ask(
      {
        method: "PUT",
        path: state.path,
        query: { refresh: true },
        body: { state: { ...body?._source.state, revision: 1 } },
      },
      anything,
    );
    expect(await one.index.follow()).toBe("replaced");
    await expect(one.index.prepare("Was tun die Bienen?", "de")).rejects.toMatchObject({ code: "search-unavailable" });
  });
});

/** A connection that does all that changes something twice, and gives the second answer. */
function sentTwice(connection: ClusterConnection): ClusterConnection {
  const changes = ({ method }: ClusterRequest): boolean => method !== "GET";
  return {
    ...connection,
    ask: async (request, schema) => {
      if (changes(request)) await connection.ask({ ...request, accepted: [400, 404, 409] }, schema);
      return connection.ask(request, schema);
    },
  };
}
