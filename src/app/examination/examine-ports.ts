import { once } from "node:events";
import { createServer } from "node:net";
import type { Settings } from "../../config/settings.ts";

/** Whether the configured ports are free; a program that is already running uses them. */
export async function examinePorts({ health, reader }: Settings) {
  const wanted = [
    { setting: "HEALTH_PORT", ...health },
    { setting: "READER_PORT", ...reader },
  ] as const;
  const findings = [];
  for (const { setting, port, host } of wanted) {
    if (port === undefined || port === 0) continue;
    findings.push({ kind: "port", setting, port, isFree: await isFree(port, host) } as const);
  }
  return findings;
}

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
    return true;
  } catch {
    // Whatever the reason, the program could not listen there either way.
    return false;
  } finally {
    server.close();
  }
}
