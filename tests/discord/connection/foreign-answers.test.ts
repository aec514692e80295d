import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { parseSettings } from "../../../src/config.ts";
import { createClient } from "../../../src/discord/connection/client.ts";
import { connect } from "../../../src/discord/connection/connect.ts";
import { describeUnreachable } from "../../../src/discord/connection/foreign-answers.ts";
import { createLog } from "../../../src/observability/log.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What the bot logs when it meets a server that is not Discord. */
async function loggedAt(answer: Parameters<typeof createServer>[1]): Promise<{ reason: string; msg: string }> {
  server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { discord } = parseSettings({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: `http://127.0.0.1:${port}` });
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], isPretty: false, write: (line) => lines.push(line) });
  await connect(() => createClient(discord, {}), "a.b.c", {
    log,
    pause: async () => false,
    signal: new AbortController().signal,
  });
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "{}");
}

describe("what is not Discord", () => {
  it("is told in one line: a sign-in page", async () => {
    const { msg, reason } = await loggedAt((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end("<html>\nWillkommen im Hotel</html>");
    });
    expect(msg).toContain("cannot reach Discord");
    expect(reason).toContain("a web page");
    expect(reason).toContain("sign-in page");
    expect(reason).not.toContain("\n");
  });

  it("is told in one line: a way to a sign-in page", async () => {
    const { reason } = await loggedAt((_, response) => {
      response.writeHead(302, { location: "http://login.hotel.example/" });
      response.end();
    });
    expect(reason).toContain("http://login.hotel.example/");
  });

  it.each([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "CERT_HAS_EXPIRED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ])("is told in one line: a certificate that proves nothing (%s)", (code) => {
    const cause = Object.assign(new Error("certificate of\nhotel.example"), { code });
    const told = describeUnreachable(new TypeError("fetch failed", { cause }));
    expect(told).toContain(code);
    expect(told).toContain("clock");
    expect(told).not.toContain("\n");
  });
});
