import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Fundstelle } from "../answering/service.ts";
import { createMcpServer } from "./mcp-server.ts";

/**
 * Speaks the protocol on standard input and output until the input ends; nothing else may be written there meanwhile.
 * @param onFailure called with errors that belong to no answer
 */
export async function runMcp(
  fundstelle: Fundstelle,
  version: string,
  onFailure: (error: unknown) => void,
): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  const connection = serveStdio(() => createMcpServer(fundstelle, version), { onerror: onFailure });
  await ended;
  await connection.close();
}
