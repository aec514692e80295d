import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anySignal } from "../src/any-signal.ts";
import { createRequests } from "../src/discord/connection/requests.ts";
import { freePort } from "./support/free-port.ts";

describe("one signal of several", () => {
  it("aborts with the first that does, for its reason", () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const either = anySignal(first.signal, second.signal);
    expect(either.aborted).toBe(false);
    second.abort("the second");
    first.abort("the first");
    expect([either.aborted, either.reason]).toEqual([true, "the second"]);
  });

  it("is aborted where one of them is already", () => {
    const either = anySignal(new AbortController().signal, AbortSignal.abort("before"), AbortSignal.abort("after"));
    expect([either.aborted, either.reason]).toEqual([true, "before"]);
  });
});

describe("a request that gets no answer, while the garbage collector runs", () => {
  let server: Server;
  let port: number;
  let collecting: NodeJS.Timeout;

  beforeAll(async () => {
    port = await freePort();
    server = createServer(() => undefined).listen(port, "127.0.0.1");
    await once(server, "listening");
    setFlagsFromString("--expose-gc");
    const collect: unknown = runInNewContext("gc");
    if (typeof collect !== "function") throw new Error("No garbage collector to call");
    collecting = setInterval(() => collect(), 50);
  });
  afterAll(() => {
    clearInterval(collecting);
    server.closeAllConnections();
    server.close();
  });

  it("ends in time at Discord", async () => {
    const url = `http://127.0.0.1:${port}/api/v10/webhooks/1/token`;
    const { signal } = new AbortController();
    const sent = createRequests(undefined, 300)(url, { method: "POST", body: "{}", signal });
    await expect(sent).rejects.toThrow("aborted due to timeout");
  });
});
