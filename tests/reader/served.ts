import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createQueue } from "../../src/answering/queue.ts";
import type { Fundstelle } from "../../src/answering/service.ts";
import { createApp } from "../../src/app.ts";
import { parseSettings } from "../../src/config.ts";
import { createReaderLinks } from "../../src/reader/access/sign-links.ts";
import { type RunningReader, startReader } from "../../src/reader/start.ts";
import { temporaryFolder } from "../support/program.ts";

export const guild = "123456789012345678";
export const key = "only-for-tests-only-for-tests-only-for-tests";

/** A reader over some documents, served on this computer. */
export interface Served extends RunningReader {
  readonly base: string;
  readonly fundstelle: Fundstelle;
  readonly failures: unknown[];
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  /** The text of a page, and its status. */
  page(address: string, headers?: Record<string, string>): Promise<{ status: number; html: string }>;
  signed: ReturnType<typeof createReaderLinks>;
  close(): Promise<void>;
}

const files: Readonly<Record<string, string>> = {
  "bridge.md": `# Die Brücke

Die Brücke über den Fluss wurde **1893** gebaut. Sie ist 62 Meter lang.

## Maße

| Teil | Länge | Stoff |
| --- | --- | --- |
| Bogen | 40 m | Stein |
| Geländer | 62 m | Eisen |

Zum Bau gehörten:

- zwei Pfeiler
- ein Bogen
  - aus rotem Stein
- ein Geländer

\`\`\`
brücke --länge 62
\`\`\`
`,
  "hostile.md": `# <script>alert(1)</script>

Ein <img src=x onerror=alert(2)> steht in der Zeile, und "Anführung" & Zeichen.
`,
  "secret.txt": "Der Tresor steht im Keller hinter dem Regal.\n\nDas Kennwort des Tresors lautet Kolibri.\n",
  "sources.json": JSON.stringify({
    documents: [{ file: "secret.txt", key: "secret", title: "Geheim", guilds: [guild] }],
  }),
};

export async function serve(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = temporaryFolder();
  const seeds = path.join(folder.path, "seeds");
  mkdirSync(seeds);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(seeds, name), text);
  const settings = {
    ...parseSettings({ READER_PORT: "0", READER_KEY: key, ...environment }),
    seedsFolder: seeds,
    indexFolder: path.join(folder.path, "index"),
  };
  const app = await createApp(settings);
  const failures: unknown[] = [];
  const queue = createQueue(settings.queue);
  const running = await startReader(app, settings, queue, (error) => failures.push(error));
  const base = `http://127.0.0.1:${running.server.port}`;
  const get: Served["get"] = (address, headers = {}) => fetch(new URL(address, base), { headers, redirect: "manual" });
  return {
    ...running,
    base,
    fundstelle: app.fundstelle,
    failures,
    get,
    async page(address, headers) {
      const response = await get(address, headers);
      return { status: response.status, html: await response.text() };
    },
    signed: createReaderLinks(running.links),
    async close() {
      await running.server.close();
      await app.close();
      folder.remove();
    },
  };
}

/** The path and the parameters of an address, without its host and its fragment. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
