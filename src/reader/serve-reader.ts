import { createAdaptorServer } from "@hono/node-server";
import { type ListenAddress, type Listening, listen } from "../listening.ts";
import { createReaderApp } from "./reader-app.ts";
import type { ReaderServices } from "./reader-services.ts";

/** Idle connections are closed after this time. */
const idleMs = 10_000;
const mostConnections = 200;

/**
 * Serves the pages over HTTP.
 * @throws AppError `settings-invalid` where the address is taken or none of this computer's
 */
export function serveReader(services: ReaderServices, address: ListenAddress): Promise<Listening> {
  const { fetch } = createReaderApp(services);
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: idleMs, headersTimeout: idleMs, keepAliveTimeout: idleMs },
  });
  if ("maxConnections" in server) server.maxConnections = mostConnections;
  return listen(server, address, "READER", "Correct READER_HOST, or choose another READER_PORT.");
}
