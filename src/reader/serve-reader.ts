import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import { AppError, describeError } from "../errors.ts";
import { createReaderApp } from "./reader-app.ts";
import type { ReaderServices } from "./reader-services.ts";

/** Idle connections are closed after this time. */
const idleMs = 10_000;
const mostConnections = 200;

export interface ReaderServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the pages over HTTP.
 * @param where port 0 for any free one
 * @throws AppError `settings-invalid` where the address is taken or none of this computer's
 */
export async function serveReader(
  services: ReaderServices,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ReaderServer> {
  const { fetch } = createReaderApp(services);
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: idleMs, headersTimeout: idleMs, keepAliveTimeout: idleMs },
  });
  if ("maxConnections" in server) server.maxConnections = mostConnections;
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "settings-invalid",
      `READER_HOST and READER_PORT cannot be listened on: ${describeError(cause)}.`,
      "Correct READER_HOST, or choose another READER_PORT.",
      { cause },
    );
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}
