import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { parseSettings } from "../../../src/config.ts";
import { createClient } from "../../../src/discord/connection/client.ts";
import { connect } from "../../../src/discord/connection/connect.ts";
import { describeUnreachable, ForeignAnswer, requireDiscord } from "../../../src/discord/connection/foreign-answers.ts";
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

describe("an answer", () => {
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });
  const html = { "content-type": "Text/HTML; charset=utf-8" };

  it.each([
    [300, {}, "nowhere"],
    [302, { location: "http://a.example/" }, "http://a.example/"],
    [399, html, "nowhere"],
    [200, html, "a web page"],
    [299, html, "a web page"],
  ])("of %d with %j is not Discord's", (status, headers, told) => {
    expect(() => requireDiscord(answer(status, headers))).toThrow(ForeignAnswer);
    expect(() => requireDiscord(answer(status, headers))).toThrow(told);
  });

  it.each([
    [200, { "content-type": "application/json" }],
    [200, { "content-type": "application/x; of=text/html" }],
    [200, { "content-type": "text/html5" }],
    [204, {}],
    [400, html],
    [502, html],
  ])("of %d with %j may be", (status, headers) => {
    expect(() => requireDiscord(answer(status, headers))).not.toThrow();
  });
});

describe("why Discord cannot be reached", () => {
  it("is what the error says, on one line", () => {
    expect(describeUnreachable(new Error("Das\n  ging nicht"))).toBe("Das ging nicht");
    const coded = Object.assign(new Error("Nein"), { code: 7 });
    expect(describeUnreachable(coded)).toBe("Nein");
    expect(describeUnreachable(Object.assign(new Error("Nein"), { code: "ECONNREFUSED" }))).not.toContain("prove");
  });

  it("is the certificate, told by its first line", () => {
    const error = Object.assign(new Error("certificate of hotel \nand more"), { code: "CERT_HAS_EXPIRED" });
    expect(describeUnreachable(error)).toContain("(CERT_HAS_EXPIRED: certificate of hotel): a proxy");
  });
});
