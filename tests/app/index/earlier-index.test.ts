import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../../../src/app.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";
import { formatVersion, oldestFormat } from "../../../src/search/storage/encoding/index-sections.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { lockIndex } from "../../../src/search/storage/writer-lock.ts";
import { programCommand, root, type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

/** Documents, and indexes of them as earlier versions of the program left them, `steg.txt` in the journal. */
const fixture = path.join(root, "tests", "fixtures", "earlier-index");
const earlierFormats = [2, 3, 4, 5];

let folder: TemporaryFolder;
let settings: { seedsFolder: string; indexFolder: string };
let apps: App[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  settings = { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index") };
  cpSync(path.join(fixture, "seeds"), settings.seedsFolder, { recursive: true });
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  folder.remove();
});

function useIndexOf(format: number): void {
  cpSync(path.join(fixture, `format-${format}`), settings.indexFolder, { recursive: true });
}

function formatOnDisk(): unknown {
  return JSON.parse(readFileSync(path.join(settings.indexFolder, "manifest.json"), "utf8")).format;
}

/** Opens the collection as the bot does; a new index cannot be kept before `release`. */
async function openHeldUp() {
  const locking = await lockIndex(settings.indexFolder, createFileWriter());
  if (locking.kind !== "locked") throw locking.reason;
  const events: IndexEvent[] = [];
  let tell = (): void => undefined;
  const app = await createApp(settings, {
    lexicon: emptyLexicon(),
    answersMeanwhile: true,
    onEvent: (event) => {
      events.push(event);
      tell();
    },
  });
  apps.push(app);
  const replaced = new Promise<void>((resolve) => {
    tell = () => events.some(({ kind }) => kind === "replaced") && resolve();
  });
  return { app, events, replaced, release: () => locking.lock.release() };
}

async function found(app: App, terms: string): Promise<string[]> {
  const { hits } = await app.fundstelle.search(terms);
  return hits.map(({ text }) => text);
}

describe("an index of an earlier version", () => {
  it("is known of every format that is still read", () => {
    for (let format = oldestFormat; format < formatVersion; format++) {
      expect(existsSync(path.join(fixture, `format-${format}`)), `an index of format ${format}`).toBe(true);
    }
  });

  it.each(earlierFormats)("answers until a new one is there: format %i", async (format) => {
    useIndexOf(format);
    const { app, events, replaced, release } = await openHeldUp();
    expect(app.index).toBe("outdated");
    expect(events).toContainEqual({ kind: "outdated", leftOut: 0 });
    expect(await found(app, "Liegeplatz Monat")).toContainEqual(expect.stringContaining("80 Euro"));
    // From a page, whose text was extracted, and from the journal.
    expect(await found(app, "Rumpf Frühjahr")).toContainEqual(expect.stringContaining("zwölf Euro je Quadratmeter"));
    expect(await found(app, "Motorboote Südufer")).toHaveLength(1);
    expect(formatOnDisk()).toBe(format);
    await release();
    await replaced;
    expect(await found(app, "Liegeplatz Monat")).toContainEqual(expect.stringContaining("80 Euro"));
    expect(await found(app, "Mast richten")).toContainEqual(expect.stringContaining("130 Euro"));
    expect(formatOnDisk()).toBe(formatVersion);
  });

  it("says nothing of documents that changed or went since, and has them when the new one is there", async () => {
    useIndexOf(3);
    rmSync(path.join(settings.seedsFolder, "werft.html"));
    writeFileSync(path.join(settings.seedsFolder, "steg.txt"), "Der Steg am Nordufer ist seit Mai gesperrt.\n");
    const { app, events, replaced, release } = await openHeldUp();
    expect(events).toContainEqual({ kind: "outdated", leftOut: 2 });
    expect(await found(app, "Rumpf Frühjahr")).toEqual([]);
    expect(await found(app, "Steg Nordufer")).toEqual([]);
    await release();
    await replaced;
    expect(await found(app, "Steg Nordufer")).toEqual(["Der Steg am Nordufer ist seit Mai gesperrt."]);
  });

  it("says nothing of a document that changes meanwhile, and follows it afterwards", async () => {
    useIndexOf(3);
    const { app, replaced, release } = await openHeldUp();
    writeFileSync(path.join(settings.seedsFolder, "steg.txt"), "Gesperrt: Der Steg am Nordufer und seine Treppe.\n");
    expect(await found(app, "Motorboote Südufer")).toEqual([]);
    await release();
    await replaced;
    expect(await found(app, "Treppe")).toEqual(["Gesperrt: Der Steg am Nordufer und seine Treppe."]);
  });

  it("is waited for by what answers once", async () => {
    useIndexOf(2);
    const app = await createApp(settings, { lexicon: emptyLexicon() });
    apps.push(app);
    expect(app.index).toBe("built");
    expect(formatOnDisk()).toBe(formatVersion);
  });

  it("is whole after the program was killed while it built the new one", { timeout: 90_000 }, async () => {
    useIndexOf(2);
    const sentence = "Die Lieferung kam am Montag in den Hafen und wurde dort von zwölf Leuten gelöscht.";
    const paragraphs = Array.from({ length: 16_000 }, (_, i) => `${sentence} Sie trug die Nummer ${i}.`);
    writeFileSync(path.join(settings.seedsFolder, "lieferungen.txt"), paragraphs.join("\n\n"));
    const first = await startProgram();
    expect(await first.ask("Was kostet ein Liegeplatz im Monat?")).toContain("80 Euro");
    expect(formatOnDisk()).toBe(2);
    process.kill(first.pid, "SIGKILL");
    await first.client.close();
    expect(formatOnDisk()).toBe(2);
    const second = await startProgram();
    expect(await second.ask("Was kostet ein Liegeplatz im Monat?")).toContain("80 Euro");
    await second.replaced;
    expect(formatOnDisk()).toBe(formatVersion);
    expect(await second.ask("Was kostet ein Liegeplatz im Monat?")).toContain("80 Euro");
    await second.client.close();
  });
});

/** The real program, with the collection offered to other programs. */
async function startProgram() {
  const { seedsFolder, indexFolder } = settings;
  const [command, ...args] = programCommand(["mcp", "--seeds", seedsFolder, "--index", indexFolder]);
  const transport = new StdioClientTransport({ command, args, stderr: "pipe" });
  const client = new Client({ name: "tests", version: "1.0.0" });
  const replaced = new Promise<void>((resolve) => {
    transport.stderr?.on("data", (said: Buffer) => {
      if (/The new index answers|Der neue Index antwortet/u.test(said.toString())) resolve();
    });
  });
  await client.connect(transport);
  const { pid } = transport;
  if (pid === null) throw new Error("The program has not started.");
  const ask = async (question: string): Promise<string> => {
    const { content } = await client.callTool({ name: "ask", arguments: { question } });
    return JSON.stringify(content);
  };
  return { pid, client, replaced, ask };
}
