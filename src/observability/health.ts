import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { AppError, describeError } from "../errors.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "read" | "contentType">;
  /** Whether questions can be answered: there is an index, and the connection is up. */
  readonly isReady: () => boolean;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/**
 * Serves `/healthz` (the process is there), `/readyz` (200 or 503) and `/metrics` over HTTP.
 * @throws AppError `settings-invalid` where the address is taken or none of this computer's
 */
export async function startHealthServer({ host, port, metrics, isReady }: HealthOptions): Promise<HealthServer> {
  const pageOf = async (path: string): Promise<Page> => {
    switch (path) {
      case "/healthz":
        return { status: 200, text: "ok\n" };
      case "/readyz":
        return isReady() ? { status: 200, text: "ready\n" } : { status: 503, text: "not ready\n" };
      case "/metrics":
        return { status: 200, text: await metrics.read(), type: metrics.contentType };
      default:
        return { status: 404, text: "not found\n" };
    }
  };
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    const isReading = request.method === "GET" || request.method === "HEAD";
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const page = isReading ? pageOf(path) : Promise.resolve({ status: 405, text: "GET only\n" });
    page
      .catch((): Page => ({ status: 500, text: "failed\n" }))
      .then(({ status, text, type = "text/plain; charset=utf-8" }: Page) => {
        response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
        response.end(request.method === "HEAD" ? undefined : text);
      });
  });
  server.maxConnections = 50;
  await listen(server, host, port);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "settings-invalid",
      `HEALTH_HOST and HEALTH_PORT cannot be listened on: ${describeError(cause)}.`,
      "Correct HEALTH_HOST, choose another HEALTH_PORT, or leave HEALTH_PORT out.",
      { cause },
    );
  }
}
