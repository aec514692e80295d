import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type ClusterConnection, connectCluster, withPatience } from "../../../src/search/cluster/connection.ts";
import { temporaryFolder } from "../../support/program.ts";

const servers: Server[] = [];
const connections: ClusterConnection[] = [];
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

/** A cluster that answers as it is told. */
const cluster = (answer: RequestListener): Promise<string> => listening(createServer(answer));

async function connect(url: string): Promise<ClusterConnection> {
  const connection = await connectCluster({ url, timeoutMs: 1_000 });
  connections.push(connection);
  return connection;
}

async function ask(url: string): Promise<unknown> {
  const connection = await connect(url);
  return (await connection.ask({ method: "GET", path: "/thing" }, z.object({ name: z.string() }))).body;
}

const json =
  (status: number, body: object): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

describe("the connection to a cluster", () => {
  it("gives whole answers", async () => {
    const at = await cluster(json(200, { name: "one" }));
    expect(await ask(`http://${at}`)).toEqual({ name: "one" });
  });

  it.each([
    ["a web page", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html></html>")],
    ["another program", json(200, { hello: "world" })],
  ] satisfies [string, RequestListener][])("names what is no cluster: %s", async (_, answer) => {
    const at = await cluster(answer);
    await expect(ask(`http://${at}`)).rejects.toMatchObject({
      code: "search-unavailable",
      message: expect.stringContaining("does not say what a cluster with this program's index says (GET /thing)"),
      remedy: expect.stringContaining("INDEX_URL names a cluster of OpenSearch"),
    });
  });

  it.each([401, 403])("says that it is not let in (%s), without the password", async (status) => {
    const at = await cluster(json(status, { error: "no" }));
    const failure = await ask(`http://somebody:s3cr3t-word@${at}`).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "settings-invalid", message: expect.stringContaining(`(${status})`) });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain("s3cr3t");
  });

  it("tells a cluster whose disk is full from one that does not let it in", async () => {
    const blocked = { error: { type: "cluster_block_exception", reason: "index read-only" } };
    const at = await cluster(json(403, blocked));
    await expect(ask(`http://${at}`)).rejects.toMatchObject({
      code: "search-unavailable",
      message: expect.stringContaining("index read-only"),
    });
  });

  it.each([429, 503])("asks again where it has too much to do (%s)", async (status) => {
    let asked = 0;
    const at = await cluster((request, response) => {
      asked++;
      json(asked < 3 ? status : 200, { name: "late" })(request, response);
    });
    expect(await ask(`http://${at}`)).toEqual({ name: "late" });
    expect(asked).toBe(3);
  });

  it("says that the search is not available where it never has time, breaks off or does not answer", async () => {
    const busy = await cluster(json(503, { error: "all shards failed" }));
    const broken = await cluster((_, response) => response.writeHead(200).destroy());
    const silent = await cluster(() => undefined);
    for (const at of [busy, broken, silent]) {
      await expect(ask(`http://${at}`)).rejects.toMatchObject({ code: "search-unavailable" });
    }
  });

  it("names the request that was not answered", async () => {
    const silent = await cluster(() => undefined);
    await expect(ask(`http://${silent}`)).rejects.toThrow("GET /thing: ");
  });

  it("waits longer where nobody waits for it, unless a request says how long", async () => {
    const late = await cluster((request, response) => {
      setTimeout(() => json(200, { name: "late" })(request, response), 1_500);
    });
    const request = { method: "GET", path: "/thing" } as const;
    const hasty = await connect(`http://${late}`);
    await expect(hasty.ask(request, z.unknown())).rejects.toThrow("timed out");
    const patient = withPatience(hasty, 20_000);
    expect((await patient.ask(request, z.unknown())).body).toEqual({ name: "late" });
    await expect(patient.ask({ ...request, timeoutMs: 100 }, z.unknown())).rejects.toThrow("timed out");
  });

  it("asks another node where one does not answer", async () => {
    const silent = await cluster(() => undefined);
    const other = await cluster(json(200, { name: "two" }));
    expect(await ask(`http://${silent},http://${other}`)).toEqual({ name: "two" });
    expect(await ask(`http://127.0.0.1:1,http://${other}`)).toEqual({ name: "two" });
  });

  it("takes the beginning of names from whichever address has a path", async () => {
    const prefix = async (url: string): Promise<string> => (await connect(url)).prefix;
    expect(await prefix("http://127.0.0.1:1")).toBe("fundstelle");
    expect(await prefix("http://127.0.0.1:1/town/,http://127.0.0.1:2")).toBe("town");
    expect(await prefix("http://127.0.0.1:1,http://127.0.0.1:2/town")).toBe("town");
    for (const url of [
      "http://127.0.0.1:1/one,http://127.0.0.1:2/two",
      "http://127.0.0.1:1/Town",
      "http://127.0.0.1:1/a/b",
    ]) {
      await expect(connect(url)).rejects.toMatchObject({ code: "settings-invalid" });
    }
  });

  it.skipIf(!hasOpenssl())("says of a certificate that nobody vouches for how to vouch for it", async () => {
    const folder = temporaryFolder();
    const key = path.join(folder.path, "key.pem");
    const certificate = path.join(folder.path, "certificate.pem");
    const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
    const made = [
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-keyout",
      key,
      "-out",
      certificate,
    ];
    execFileSync("openssl", ["req", "-x509", ...made, "-days", "2", ...subject], { stdio: "ignore" });
    const options = { key: readFileSync(key), cert: readFileSync(certificate) };
    folder.remove();
    const at = await listening(createSecureServer(options, json(200, { name: "one" })));
    await expect(ask(`https://${at}`)).rejects.toMatchObject({
      code: "settings-invalid",
      message: expect.stringContaining("self-signed certificate"),
      remedy: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    });
  });
});

function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
