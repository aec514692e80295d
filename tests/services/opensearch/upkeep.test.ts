import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { type Run, runFundstelle, temporaryFolder } from "../../support/program.ts";

const missing = await missingForOpenSearch();
const rows = z.object({ hits: z.object({ hits: z.array(z.object({ _index: z.string(), _id: z.string() })) }) });
const wholeAgain = "checked the index byte by byte: 2 documents, 2 passages, 0 stored texts.\n";
const password = "Geheim/wort@1";

describe.skipIf(missing !== undefined)(`upkeep${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  const folder = temporaryFolder();
  const seeds = path.join(folder.path, "seeds");
  let cluster: TestCluster;
  let guard: Server;
  let guarded = "";

  beforeAll(async () => {
    mkdirSync(seeds);
    writeFileSync(path.join(seeds, "bridge.txt"), "Die Brücke über den Fluss wurde 1893 gebaut.\n\nSie ist rot.\n");
    writeFileSync(path.join(seeds, "tower.txt"), "Der Turm am Markt ist 62 Meter hoch.\n");
    cluster = await startCluster();
    // A cluster that asks for a name and a password.
    guard = createServer((request, response) => {
      const expected = `Basic ${Buffer.from(`reader:${password}`).toString("base64")}`;
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (request.headers.authorization !== expected) {
          response.writeHead(401).end("Unauthorized");
          return;
        }
        const body = Buffer.concat(chunks);
        const type = request.headers["content-type"] ?? "application/json";
        fetch(`${cluster.urls[0]}${request.url}`, {
          method: request.method ?? "GET",
          headers: { "content-type": type },
          ...(body.length === 0 ? {} : { body }),
        }).then(
          async (answer) => {
            response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? type });
            response.end(Buffer.from(await answer.arrayBuffer()));
          },
          () => response.writeHead(502).end(),
        );
      });
    }).listen(0, "127.0.0.1");
    await once(guard, "listening");
    const address = guard.address();
    guarded = `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  });
  afterAll(async () => {
    guard.closeAllConnections();
    guard.close();
    await cluster.stop();
    folder.remove();
  });

  const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Run> =>
    runFundstelle(args, {
      environment: {
        SEEDS_DIR: seeds,
        INDEX_DIR: path.join(folder.path, "index"),
        INDEX_URL: `${cluster.urls[0]}/town`,
        LOCALE: "en",
        ...environment,
      },
    });

  async function send(method: string, route: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${cluster.urls[0]}${route}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.ok).toBe(true);
    return answer.json();
  }

  /** The first row of a kind that matches, by the field that it is found by. */
  async function rowOf(kind: string, field: string, value: string): Promise<string> {
    const query = { query: { term: { [field]: value } } };
    const [row] = rows.parse(await send("POST", `/town-*-${kind}/_search`, query)).hits.hits;
    return `/${row?._index}/_doc/${row?._id}`;
  }

  async function change(row: string, fields: object): Promise<void> {
    await send("POST", `${row.replace("/_doc/", "/_update/")}?refresh=true`, { doc: fields });
  }

  it("says how the cluster is before there is an index, and after", async () => {
    const before = await run(["doctor"]);
    expect(before.exitCode).toBe(0);
    expect(before.stdout).toMatch(
      /✓ Cluster: OpenSearch 2\.19\.\d+ on http:\/\/127\.0\.0\.1:\d+, 1 node, health: green/u,
    );
    expect(before.stdout).toContain("✓ Index in the cluster: is built at the next start");
    expect((await run(["index"])).exitCode).toBe(0);
    await send("PUT", "/town-v1-0123abcd-documents-000001", { aliases: { "town-v1-0123abcd-documents": {} } });
    const after = await run(["doctor"]);
    expect(after.exitCode).toBe(0);
    expect(after.stdout).toContain("✓ Index in the cluster: is there, 2 passages, of this program's form and analysis");
    expect(after.stdout).toMatch(/→ Indices of other versions .*: town-v1-0123abcd\n/u);
    expect((await run(["doctor"], { LOCALE: "de" })).stdout).toContain("✓ Index im Cluster: ist da, 2 Textstellen");
    await send("DELETE", "/town-v1-0123abcd-documents-000001");
  });

  it("finds nothing wrong with an index that is whole", async () => {
    const { stdout, exitCode } = await run(["check"]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(wholeAgain);
  });

  it.each([
    {
      what: "a passage and a count that are others",
      damage: async () => {
        await change(await rowOf("passages", "file", "tower.txt"), { passage: { text: "0 0 0" } });
        await change(await rowOf("terms", "term", "turm"), { stems: 900 });
      },
      told: [
        "what the cluster has of tower.txt is not as it was written.\n",
        "what the cluster knows of how often words stand is not as it was written.\n",
      ],
    },
    {
      what: "terms that are found elsewhere than they stand, and a passage in the place of another one",
      damage: async () => {
        const bridge = await rowOf("passages", "file", "bridge.txt");
        await change(bridge, { stems: { leuchtturm: 1 } });
        await send("DELETE", await rowOf("passages", "file", "tower.txt"));
        const [index = ""] = bridge.split("/_doc/");
        await send("PUT", `${index}/_doc/extra?refresh=true`, { document: 0, revision: 1, file: "bridge.txt" });
      },
      told: [
        "what the cluster has of bridge.txt is not as it was written.\n",
        "in the cluster 1 passage of tower.txt is missing.\n",
      ],
    },
  ])("finds $what, and repairs it", async ({ damage, told }) => {
    await damage();
    const { stdout, exitCode } = await run(["check"]);
    for (const line of told) expect(stdout).toContain(line);
    expect(stdout).toContain("the index was built anew");
    expect(exitCode).toBe(0);
    expect(await run(["check"])).toMatchObject({ exitCode: 0, stdout: wholeAgain });
  });

  it.each([
    { kind: "passages", row: () => rowOf("passages", "file", "tower.txt") },
    { kind: "terms", row: () => rowOf("terms", "term", "turm") },
  ])("says what is missing of $kind at the start, and builds it anew", async ({ kind, row }) => {
    await send("DELETE", `${await row()}?refresh=true`);
    const { stdout, stderr, exitCode } = await run(["check"]);
    expect(stderr).toMatch(new RegExp(`of \\d+ rows of ${kind} there are \\d+`, "u"));
    expect({ stdout, exitCode }).toEqual({ stdout: wholeAgain, exitCode: 0 });
  });

  it("says which part is lost, and what to do", async () => {
    const [index = ""] = (await rowOf("passages", "file", "tower.txt")).slice(1).split("/_doc/");
    const extra = index.replace("-passages-", "-extra-");
    // It asks for a node that is not there.
    await send("PUT", `/${extra}?wait_for_active_shards=0`, {
      settings: { "index.routing.allocation.require._name": "nowhere" },
    });
    const { stdout, exitCode } = await run(["doctor"]);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/✗ Cluster: .*health: red\n {2}→ Parts of it are lost/u);
    await send("DELETE", `/${extra}`);
  });

  it("says what answers where that is no cluster", async () => {
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<html>Willkommen</html>");
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const examined = await run(["doctor"], { INDEX_URL: url });
    const asked = await run(["ask", "Wie hoch ist der Turm?"], { INDEX_URL: url });
    other.close();
    expect(examined.exitCode).toBe(2);
    expect(examined.stdout).toMatch(/✗ .*(does not say what a cluster|search is not available)/isu);
    expect(asked.exitCode).toBe(1);
    expect(asked.stderr).toContain("The search is not available");
    const nobody = await run(["doctor"], { INDEX_URL: "http://127.0.0.1:1" });
    expect([nobody.exitCode, nobody.stdout]).toEqual([2, expect.stringContaining("ECONNREFUSED")]);
  });

  it("signs in with the name and the password of the address, and tells nobody what they are", async () => {
    const right = { INDEX_URL: `http://reader:${encodeURIComponent(password)}@${guarded}/town`, LOG_LEVEL: "trace" };
    const answered = await run(["ask", "Wie hoch ist der Turm?"], right);
    expect([answered.exitCode, answered.stdout]).toEqual([0, expect.stringContaining("62 Meter")]);
    const wrong = { INDEX_URL: `http://reader:Falsches%2FWort@${guarded}/town` };
    const refused = await run(["ask", "Wie hoch ist der Turm?"], wrong);
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringContaining("does not let the program in (401)"),
    ]);
    const examined = [await run(["doctor"], right), await run(["doctor"], wrong)];
    expect(examined.map(({ exitCode }) => exitCode)).toEqual([0, 2]);
    const written = [answered, refused, ...examined].flatMap(({ stdout, stderr }) => [stdout, stderr]).join("\n");
    for (const secret of [password, encodeURIComponent(password), "Falsches", "reader"]) {
      expect(written).not.toContain(secret);
    }
  });
});
