import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { download, isKeptByDiscord } from "../../../src/discord/connection/download.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Where a server listens that answers so. */
async function listening(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const limits = { mostBytes: 10, timeoutMs: 10_000 };

async function textOf(url: string, apiUrl: string | undefined, others: { size?: number; timeoutMs?: number } = {}) {
  const { size = 4, timeoutMs = limits.timeoutMs } = others;
  const bytes = await download({ url, size }, { ...limits, timeoutMs, apiUrl });
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}

describe("a file that somebody has sent", () => {
  it("is fetched from where Discord keeps it, in as many pieces as it comes", async () => {
    const address = await listening((_, response) => {
      response.write("Der ");
      setImmediate(() => response.end("Turm"));
    });
    expect(await textOf(`${address}/a.txt`, `${address}/api`)).toBe("Der Turm");
    expect(await textOf(`${address}/a.txt`, `${address}/api`, { size: 10 })).toBe("Der Turm");
  });

  it("is not fetched from anywhere else, nor where it is too large", async () => {
    let requests = 0;
    const address = await listening((_, response) => {
      requests++;
      response.end("Turm");
    });
    const api = `${address}/api`;
    expect(await textOf(`${address}/a.txt`, undefined)).toBeUndefined();
    expect(await textOf(`${address}/a.txt`, "https://discord.example/api")).toBeUndefined();
    expect(await textOf(`${address}/a.txt`.replace("//", "//me:x@"), api)).toBeUndefined();
    expect(await textOf("a.txt", api)).toBeUndefined();
    expect(await textOf(`${address}/a.txt`, api, { size: 11 })).toBeUndefined();
    expect(requests).toBe(0);
  });

  it.each<[string, RequestListener]>([
    ["is larger than was said", (_, response) => response.end("Der alte Turm")],
    ["is not there", (_, response) => response.writeHead(404).end("Turm")],
    [
      "is said to be elsewhere",
      ({ url }, response) => {
        if (url === "/b") response.end("Turm");
        else response.writeHead(302, { location: "/b" }).end();
      },
    ],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "8" });
        response.write("Der ", () => response.destroy());
      },
    ],
  ])("is not had where it %s", async (_what, answer) => {
    const address = await listening(answer);
    expect(await textOf(`${address}/a`, address)).toBeUndefined();
  });

  it("is not waited for longer than is allowed", async () => {
    const address = await listening(() => undefined);
    expect(await textOf(`${address}/a`, address, { timeoutMs: 20 })).toBeUndefined();
  });

  it("may have exactly as many bytes as are allowed, and none", async () => {
    let text = "Turm u. Tor".slice(0, 10);
    const address = await listening((_, response) => response.end(text));
    expect(await textOf(`${address}/a`, address)).toBe(text);
    text = "";
    expect(await textOf(`${address}/a`, address)).toBe("");
  });
});

describe("where Discord keeps files", () => {
  const api = "https://discord.example:8443/api/v10";

  it.each([
    ["https://cdn.discordapp.com/attachments/1/2/a.txt", undefined],
    ["https://media.discordapp.net/a.txt?ex=1", undefined],
    ["https://CDN.discordapp.com/a.txt", api],
    ["https://discord.example:8443/a.txt", api],
  ])("is %s", (address, apiUrl) => {
    expect(isKeptByDiscord(address, apiUrl)).toBe(true);
  });

  it.each([
    ["http://cdn.discordapp.com/a.txt", undefined],
    ["https://cdn.discordapp.com:8443/a.txt", undefined],
    ["https://cdn.discordapp.com.example/a.txt", undefined],
    ["https://a.cdn.discordapp.com/a.txt", undefined],
    ["https://me@cdn.discordapp.com/a.txt", undefined],
    ["https://:x@cdn.discordapp.com/a.txt", undefined],
    ["ftp://cdn.discordapp.com/a.txt", undefined],
    ["https://169.254.169.254/a.txt", api],
    ["https://discord.example/a.txt", api],
    ["http://discord.example:8443/a.txt", api],
    ["https://me:x@discord.example:8443/a.txt", api],
    ["cdn.discordapp.com/a.txt", undefined],
    ["", api],
  ])("is not %j", (address, apiUrl) => {
    expect(isKeptByDiscord(address, apiUrl)).toBe(false);
  });
});
