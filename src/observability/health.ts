import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { type ListenAddress, type Listening, listen } from "../listening.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthOptions extends ListenAddress {
  readonly metrics: Pick<Metrics, "read" | "contentType">;
  /** Whether questions can be answered: there is an index, and the connection is up. */
  readonly isReady: () => boolean;
}

export type HealthServer = Listening;

/** So many connections may be there that have not asked yet. */
const mostIdle = 40;

interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/**
 * Serves `/healthz` (the process is there), `/readyz` (200 or 503) and `/metrics` over HTTP.
 * @throws AppError `settings-invalid` where the address is taken or none of this computer's
 */
export function startHealthServer({ metrics, isReady, ...address }: HealthOptions): Promise<HealthServer> {
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
        response.writeHead(status, { "content-type": type, "cache-control": "no-store", connection: "close" });
        response.end(request.method === "HEAD" ? undefined : text);
      });
  });
  // Requests that were sent ahead of an answer would be worked on as they come.
  server.maxRequestsPerSocket = 1;
  makeRoom(server);
  return listen(
    server,
    address,
    "HEALTH",
    "Correct HEALTH_HOST, choose another HEALTH_PORT, or leave HEALTH_PORT out.",
  );
}

/** Whoever comes last is let in: where there are too many connections, the oldest one that waits for nothing goes. */
function makeRoom(server: Server): void {
  const idle = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    idle.add(socket);
    socket.once("close", () => idle.delete(socket));
    const [oldest] = idle;
    if (idle.size > mostIdle) oldest?.destroy();
  });
  server.on("request", ({ socket }) => idle.delete(socket));
}
