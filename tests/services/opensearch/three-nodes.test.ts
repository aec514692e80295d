import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { AppError } from "../../../src/errors.ts";
import { connectCluster } from "../../../src/search/cluster/connection.ts";
import { type OpenSearchIndex, openOpenSearchIndex } from "../../../src/search/cluster/opensearch-index.ts";
import { search } from "../../../src/search/search.ts";
import { inventedCollection, inventedQuestions } from "../../search/storage/invented.ts";
import { textsOf } from "../../support/indexed.ts";
import { written } from "./written.ts";

const missing = await missingForOpenSearch();
const lexicon = createLexicon(emptyLexicon());

/** What came of questions that were asked without a break: how many answers were right, and which errors came instead. */
interface Asked {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly errors: ReadonlySet<string>;
  readonly slowestMs: number;
}

describe.skipIf(missing !== undefined)(`three nodes${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  let cluster: TestCluster;
  let index: OpenSearchIndex;
  let expected: ReadonlyMap<string, string>;
  beforeAll(async () => {
    cluster = await startCluster({ nodes: 3, heapMb: 256 });
    const { index: first } = await written(cluster.urls.join(","), inventedCollection, lexicon, { shards: 3 });
    const connection = await connectCluster({ url: cluster.urls.join(","), timeoutMs: 1_500 });
    const texts = textsOf(inventedCollection);
    index = await openOpenSearchIndex({ connection, generation: first.generation, lexicon, texts });
    expected = new Map(
      await Promise.all(inventedQuestions.map(async (asked) => [asked, await answerTo(asked)] as const)),
    );
  }, 180_000);
  afterAll(async () => {
    await cluster.stop();
  });

  async function answerTo(question: string): Promise<string> {
    const query = await index.prepare(question, "de");
    const { hits } = await search(index, query, { limit: 50 });
    const fetched = await index.fetch(hits.slice(0, 3).map(({ id }) => id));
    return JSON.stringify(fetched.map(({ text, document }) => [document.metadata.key, text]));
  }

  async function askUntil(done: Promise<unknown>): Promise<Asked> {
    let isDone = false;
    const ended = done.finally(() => {
      isDone = true;
    });
    const [wrong, errors] = [[] as string[], new Set<string>()];
    let [right, slowestMs] = [0, 0];
    for (let at = 0; !isDone; at++) {
      const question = inventedQuestions[at % inventedQuestions.length] ?? "";
      const start = performance.now();
      try {
        const answer = await answerTo(question);
        if (answer === expected.get(question)) right++;
        else wrong.push(question);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        errors.add(error.code);
      }
      slowestMs = Math.max(slowestMs, performance.now() - start);
    }
    await ended;
    return { right, wrong, errors, slowestMs };
  }

  it("answers as before while a node is lost and comes back, or says that the search is not available", async () => {
    const asked = await askUntil(
      (async () => {
        await cluster.kill(1);
        await pause(4_000);
        await cluster.start(1);
        await pause(1_000);
      })(),
    );
    expect(asked.wrong).toEqual([]);
    expect([...asked.errors].filter((code) => code !== "search-unavailable")).toEqual([]);
    expect(asked.right).toBeGreaterThan(10);
    for (const question of inventedQuestions) expect(await answerTo(question)).toBe(expected.get(question));
  });

  it("does not wait for a node that hangs", async () => {
    const asked = await askUntil(
      (async () => {
        cluster.pause(2);
        await pause(5_000);
        cluster.resume(2);
      })(),
    );
    expect(asked.wrong).toEqual([]);
    expect([...asked.errors].filter((code) => code !== "search-unavailable")).toEqual([]);
    expect(asked.right).toBeGreaterThan(0);
  });

  it("says that the search is not available where parts of the index are lost", async () => {
    await cluster.kill(0);
    await cluster.kill(1);
    const asked = await askUntil(pause(2_000));
    expect(asked.wrong).toEqual([]);
    expect([...asked.errors].filter((code) => code !== "search-unavailable")).toEqual([]);
    await Promise.all([cluster.start(0), cluster.start(1)]);
    await expect
      .poll(() => answerTo(inventedQuestions[0] ?? ""), { timeout: 30_000 })
      .toBe(expected.get(inventedQuestions[0] ?? ""));
  });
});
