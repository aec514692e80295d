import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../../../src/app.ts";
import type { ChangedFiles, IndexEvent } from "../../../src/search/index-event.ts";
import { generatedDocuments } from "../../search/storage/generated.ts";
import { programCommand, root, type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

let folder: TemporaryFolder;
let settings: { seedsFolder: string; indexFolder: string };
let open: App[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  settings = { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index") };
  mkdirSync(settings.seedsFolder);
  write("bridge.txt", "Die Brücke über den Fluss wurde 1893 gebaut.\n");
  write("tower.txt", "Der Turm am Markt ist 62 Meter hoch.\n");
});
afterEach(async () => {
  for (const app of open) await app.close();
  open = [];
  folder.remove();
});

function write(file: string, text: string): void {
  writeFileSync(path.join(settings.seedsFolder, file), text);
}

/** Events as they come, and a way to wait for the next that fits. */
class Events {
  readonly all: IndexEvent[] = [];
  #waiting: (() => void)[] = [];

  readonly take = (event: IndexEvent): void => {
    this.all.push(event);
    for (const resume of this.#waiting.splice(0)) resume();
  };

  async until(holds: (events: readonly IndexEvent[]) => boolean): Promise<void> {
    while (!holds(this.all)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Waits until all changes together name these files. */
  async changes(expected: Partial<ChangedFiles>): Promise<void> {
    await this.until((events) =>
      (["added", "changed", "removed"] as const).every((kind) =>
        (expected[kind] ?? []).every((file) =>
          events.some((event) => event.kind === "changed" && event[kind].includes(file)),
        ),
      ),
    );
  }
}

async function watched(): Promise<{ app: App; events: Events }> {
  const events = new Events();
  const app = await createApp(settings, { onEvent: events.take, lexicon: emptyLexicon(), watch: true });
  open.push(app);
  return { app, events };
}

/** Appends to a file for a second, in pieces that end anywhere. */
const appending = `
  const { appendFileSync } = require("node:fs");
  const [file, lines] = process.argv.slice(1);
  let rest = "";
  for (let line = 0; line < Number(lines); line++) {
    rest += "Der Pegel am Wehr stand in Stunde " + line + " bei " + line * 7 + " Zentimetern über Null.\\n\\n";
    appendFileSync(file, rest.slice(0, 50));
    rest = rest.slice(50);
    if (line % 40 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  appendFileSync(file, rest);
`;

async function bestText({ fundstelle }: App, question: string): Promise<string | undefined> {
  return (await fundstelle.ask(question)).passages[0]?.text;
}

describe("a watched folder", () => {
  it("brings new, changed and removed documents into the index and onto the disk", async () => {
    const { app, events } = await watched();
    mkdirSync(path.join(settings.seedsFolder, "below"));
    write("below/well.md", "Der Brunnen am Rathaus stammt von 1702.\n");
    write("bridge.txt", "Die Brücke über den Fluss wurde 1999 gebaut.\n");
    rmSync(path.join(settings.seedsFolder, "tower.txt"));
    await events.changes({ added: ["below/well.md"], changed: ["bridge.txt"], removed: ["tower.txt"] });
    expect(await bestText(app, "Woher stammt der Brunnen?")).toContain("1702");
    expect(await bestText(app, "Wann wurde die Brücke gebaut?")).toContain("1999");
    expect(app.fundstelle.sources().map(({ file }) => file)).toEqual(["below/well.md", "bridge.txt"]);
    await app.close();
    const next = await createApp(settings, { lexicon: emptyLexicon() });
    open.push(next);
    expect(next.index).toBe("loaded");
    expect(await bestText(next, "Woher stammt der Brunnen?")).toContain("1702");
  });

  it("follows sources.json, and keeps what it has while that is wrong", async () => {
    const { app, events } = await watched();
    write("sources.json", JSON.stringify({ documents: [{ file: "tower.txt", key: "turm", title: "Der Turm" }] }));
    await events.changes({ changed: ["tower.txt"] });
    const keys = () => app.fundstelle.sources().map(({ metadata }) => metadata.key);
    expect(keys()).toEqual(["bridge", "turm"]);
    write("sources.json", "{");
    await events.until((all) => all.some((event) => event.kind === "not-updated"));
    expect(keys()).toEqual(["bridge", "turm"]);
    expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("62 Meter");
  });

  it("reads a document that grows when it has stopped growing", async () => {
    const { app, events } = await watched();
    const file = path.join(settings.seedsFolder, "log.txt");
    for (let line = 0; line < 20; line++) {
      appendFileSync(file, `Der Pegel am Wehr stand in Stunde ${line} bei ${line * 7} Zentimetern.\n\n`);
      expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("62 Meter");
    }
    await events.changes({ added: ["log.txt"] });
    await events.until(() =>
      app.fundstelle.sources().some(({ file: name, paragraphs }) => name === "log.txt" && paragraphs === 20),
    );
    expect(await bestText(app, "Wie stand der Pegel in Stunde 19?")).toContain("133 Zentimetern");
  });

  it("reads a document while another process writes it, quotes nothing that is not in it, and has all of it in the end", async () => {
    const file = path.join(settings.seedsFolder, "log.txt");
    const lines = 4000;
    const writing = spawn(process.execPath, ["-e", appending, file, String(lines)], { stdio: "ignore" });
    const ended = once(writing, "close");
    const asked = "Wie stand der Pegel am Wehr in Stunde 7?";
    const { app, events } = await watched();
    while (writing.exitCode === null) {
      for (const { text } of (await app.fundstelle.ask(asked)).passages)
        expect(text).toMatch(/^Der (?:Pegel|Turm)|^Die Brücke/);
      expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("62 Meter");
    }
    expect(await ended).toEqual([0, null]);
    await events.until(() =>
      app.fundstelle.sources().some(({ file: name, paragraphs }) => name === "log.txt" && paragraphs === lines),
    );
    expect(await bestText(app, `Wie stand der Pegel in Stunde ${lines - 1}?`)).toContain(`Stunde ${lines - 1} `);
    const written = readFileSync(file, "utf8");
    for (const { text } of (await app.fundstelle.ask(asked)).passages)
      expect(text.startsWith("Der Pegel") ? written.includes(text) : true).toBe(true);
  }, 60_000);

  it("looks behind no link that leads out of it or round in circles", async () => {
    const outside = path.join(folder.path, "outside");
    mkdirSync(outside);
    symlinkSync(outside, path.join(settings.seedsFolder, "out"));
    symlinkSync(settings.seedsFolder, path.join(settings.seedsFolder, "round"));
    symlinkSync("/proc", path.join(settings.seedsFolder, "system"));
    const { app, events } = await watched();
    writeFileSync(path.join(outside, "secret.txt"), "Der Brunnen am Rathaus stammt von 1702.\n");
    write("well.txt", "Der Brunnen am Markt stammt von 1703.\n");
    await events.changes({ added: ["well.txt"] });
    expect(await bestText(app, "Woher stammt der Brunnen?")).toContain("1703");
    expect(app.fundstelle.sources().map(({ file }) => file)).toEqual(["bridge.txt", "tower.txt", "well.txt"]);
    expect(events.all.filter(({ kind }) => kind === "not-updated")).toEqual([]);
  });

  it("may be a link itself", async () => {
    const real = path.join(folder.path, "real");
    renameSync(settings.seedsFolder, real);
    symlinkSync(real, settings.seedsFolder);
    const { app, events } = await watched();
    write("tower.txt", "Der Turm am Markt ist 70 Meter hoch.\n");
    await events.changes({ changed: ["tower.txt"] });
    expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("70 Meter");
  });

  it("follows a folder that is replaced by another one", async () => {
    const { app, events } = await watched();
    const next = path.join(folder.path, "next");
    cpSync(settings.seedsFolder, next, { recursive: true });
    writeFileSync(path.join(next, "well.txt"), "Der Brunnen am Rathaus stammt von 1702.\n");
    renameSync(settings.seedsFolder, path.join(folder.path, "old"));
    renameSync(next, settings.seedsFolder);
    await events.changes({ added: ["well.txt"] });
    expect(await bestText(app, "Woher stammt der Brunnen?")).toContain("1702");
    write("tower.txt", "Der Turm am Markt ist 70 Meter hoch.\n");
    await events.changes({ changed: ["tower.txt"] });
    expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("70 Meter");
  });
});

describe("a large collection", () => {
  function writeMany(): void {
    for (const { document } of generatedDocuments(250, 10)) write(document.file, document.canonicalText);
  }

  it("is built in a thread of its own, which leaves the index that a build in steps leaves in memory", async () => {
    writeMany();
    const events = new Events();
    const app = await createApp(settings, { onEvent: events.take, lexicon: emptyLexicon() });
    open.push(app);
    expect(app.index).toBe("built");
    expect(events.all.at(-1)).toMatchObject({ kind: "built", passages: 2_502 });
    write("not-a-folder", "");
    const blocked = { ...settings, indexFolder: path.join(settings.seedsFolder, "not-a-folder", "index") };
    const inMemory = await createApp(blocked, { lexicon: emptyLexicon() });
    open.push(inMemory);
    expect(inMemory.index).toBe("in-memory");
    for (const question of ["Wie hoch ist der Turm?", "Wann wurde die Brücke gebaut?"]) {
      expect(await inMemory.fundstelle.ask(question)).toEqual(await app.fundstelle.ask(question));
    }
  }, 120_000);

  it("can be ended by SIGTERM while it is built, and is built at the next start", async () => {
    writeMany();
    const folders = ["--seeds", settings.seedsFolder, "--index", settings.indexFolder];
    const [command, ...args] = programCommand(["index", ...folders]);
    const child: ChildProcessWithoutNullStreams = spawn(command, args, { cwd: root });
    const ended = once(child, "close");
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 3_000));
    child.kill("SIGTERM");
    await ended;
    const events = new Events();
    const app = await createApp(settings, { onEvent: events.take, lexicon: emptyLexicon() });
    open.push(app);
    expect(events.all.filter(({ kind }) => kind === "damaged")).toEqual([]);
    expect(await bestText(app, "Wie hoch ist der Turm?")).toContain("62 Meter");
  }, 120_000);
});
