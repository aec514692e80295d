import { once } from "node:events";
import type { Server } from "node:net";
import { AppError, describeError } from "./errors.ts";

/** Where a server listens. @property port 0 for any free one */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends connections too, and resolves when all are closed. */
  close(): Promise<void>;
}

/**
 * Lets a server listen.
 * @param name what the settings of the address begin with: `READER` for `READER_HOST` and `READER_PORT`
 * @param remedy what helps where it cannot
 * @throws AppError `settings-invalid` where the address is taken or none of this computer's
 */
export async function listen(
  server: Server & { closeAllConnections?(): void },
  { host, port }: ListenAddress,
  name: string,
  remedy: string,
): Promise<Listening> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "settings-invalid",
      `${name}_HOST and ${name}_PORT cannot be listened on: ${describeError(cause)}.`,
      remedy,
      { cause },
    );
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections?.();
      await closed;
    },
  };
}
