import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type HealthServer, startHealthServer } from "../../src/observability/health.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { createWatchdog } from "../../src/observability/watchdog.ts";

let server: HealthServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(isReady: () => boolean = () => true) {
  const metrics = createMetrics();
  server = await startHealthServer({ host: "127.0.0.1", port: 0, metrics, isReady });
  const { port } = server;
  return {
    metrics,
    port,
    async get(path: string, method = "GET") {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
      return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
    },
  };
}

describe("the health server", () => {
  it("tells that the process is there, and whether it is ready", async () => {
    let isReady = false;
    const { get } = await start(() => isReady);
    expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
    expect((await get("/readyz")).status).toBe(503);
    isReady = true;
    expect((await get("/readyz?now")).status).toBe(200);
  });

  it("answers while sixty connections say nothing, or less than a request", async () => {
    const { get, port } = await start();
    const slow = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => undefined);
        await once(socket, "connect");
        if (at % 2 === 0) socket.write("GET /metrics HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        return socket;
      }),
    );
    expect(await get("/healthz")).toMatchObject({ status: 200 });
    expect(await get("/readyz")).toMatchObject({ status: 200 });
    // Their own time was not up yet, so nobody waited for them.
    expect(slow.some(({ closed }) => !closed)).toBe(true);
    for (const socket of slow) socket.destroy();
  });

  it("works on one request of a connection, however many are sent ahead", async () => {
    let reads = 0;
    const metrics = { contentType: "text/plain", read: async () => `${++reads}` };
    server = await startHealthServer({ host: "127.0.0.1", port: 0, metrics, isReady: () => true });
    const { port } = server;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    socket.write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(10_000));
    await once(socket, "close");
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(reads).toBe(1);
  });

  it("knows nothing else, and lets nothing be changed", async () => {
    const { get } = await start();
    for (const path of ["/", "/.env", "/../../etc/passwd", "/metrics/.."])
      expect([404, 404]).toContain((await get(path)).status);
    expect((await get("/healthz", "POST")).status).toBe(405);
    expect((await get("/healthz", "DELETE")).status).toBe(405);
  });

  it("survives requests that are none", async () => {
    const { get, port } = await start();
    await new Promise<void>((resolve) => {
      const odd = request({ port, host: "127.0.0.1", path: "//[", method: "GET" }, (response) => {
        response.resume().on("end", () => resolve());
      });
      odd.on("error", () => resolve());
      odd.end();
    });
    expect((await get("/healthz")).status).toBe(200);
  });

  it("shows the figures in the format of Prometheus", async () => {
    const { get, metrics } = await start();
    metrics.observe({ index: () => ({ documents: 4, passages: 12 }), isConnected: () => true, waiting: () => 2 });
    metrics.question({ trigger: "command", latencyMs: 20, abstention: undefined });
    metrics.question({ trigger: "mention", latencyMs: 700, abstention: "nothing-found" });
    metrics.error("busy");
    metrics.reconnect();
    const { text, type } = await get("/metrics");
    expect(type).toContain("text/plain; version=0.0.4");
    for (const line of [
      'fundstelle_questions_total{trigger="command"} 1',
      'fundstelle_abstentions_total{reason="nothing-found"} 1',
      'fundstelle_errors_total{code="busy"} 1',
      "fundstelle_gateway_reconnects_total 1",
      'fundstelle_answer_seconds_bucket{le="0.025"} 1',
      "fundstelle_answer_seconds_count 2",
      "fundstelle_index_documents 4",
      "fundstelle_index_passages 12",
      "fundstelle_connected 1",
      "fundstelle_waiting 2",
    ])
      expect(text).toContain(line);
  });

  it("says what to do where its port is taken", async () => {
    const { port, metrics } = await start();
    await expect(startHealthServer({ host: "127.0.0.1", port, metrics, isReady: () => true })).rejects.toMatchObject({
      code: "settings-invalid",
    });
  });
});

describe("the watchdog", () => {
  function watch() {
    const state = { now: 0, sign: 0 };
    const watchdog = createWatchdog({ silentMs: 20_000, sign: () => state.sign, now: () => state.now });
    let hasBarked = false;
    void watchdog.silent.then(() => {
      hasBarked = true;
    });
    const pass = async (seconds: number, step = 1) => {
      for (let passed = 0; passed < seconds; passed += step) {
        state.now += step * 1000;
        watchdog.check();
      }
      await Promise.resolve();
      return hasBarked;
    };
    return { state, watchdog, pass };
  }

  it("barks after a silence", async () => {
    const { watchdog, pass } = watch();
    expect(await pass(19)).toBe(false);
    expect(await pass(2)).toBe(true);
    watchdog.stop();
  });

  it("is quiet as long as something is heard now and then", async () => {
    const { state, watchdog, pass } = watch();
    for (let round = 0; round < 10; round++) {
      expect(await pass(15)).toBe(false);
      state.sign++;
      expect(await pass(1)).toBe(false);
    }
    watchdog.stop();
  });

  it("does not count what the clock leaps over", async () => {
    const { watchdog, pass } = watch();
    expect(await pass(3600, 3600)).toBe(false);
    expect(await pass(10)).toBe(false);
    watchdog.stop();
  });

  it("goes by a clock that nobody sets", async () => {
    const realNow = Date.now;
    const watchdog = createWatchdog({ silentMs: 60_000, sign: () => 0 });
    let hasBarked = false;
    void watchdog.silent.then(() => {
      hasBarked = true;
    });
    try {
      for (const hours of [24, -24, 0]) {
        Date.now = () => realNow() + hours * 3600_000;
        for (let look = 0; look < 100; look++) watchdog.check();
      }
      await Promise.resolve();
      expect(hasBarked).toBe(false);
    } finally {
      Date.now = realNow;
      watchdog.stop();
    }
  });

  it("barks all the same where a clock went backwards for a moment", async () => {
    const { state, watchdog, pass } = watch();
    expect(await pass(10)).toBe(false);
    state.now -= 3600_000;
    watchdog.check();
    expect(await pass(11)).toBe(true);
    watchdog.stop();
  });
});
