import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingForOpenSearch } from "../../../opensearch-in-tests/class-path.ts";
import { startCluster, type TestCluster } from "../../../opensearch-in-tests/cluster.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { parseCitation } from "../../../src/answering/citing/citation.ts";
import { type App, type AppOptions, createApp } from "../../../src/app.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";
import { temporaryFolder } from "../../support/program.ts";

const missing = await missingForOpenSearch();

describe.skipIf(missing !== undefined)(`the program${missing === undefined ? "" : `, skipped: ${missing}`}`, () => {
  const folder = temporaryFolder();
  const seedsFolder = path.join(folder.path, "seeds");
  let cluster: TestCluster;
  const apps: App[] = [];

  beforeAll(async () => {
    cluster = await startCluster();
    mkdirSync(seedsFolder);
    write("bridge.txt", "Die Brücke über den Fluss wurde 1893 gebaut.\n");
    write("tower.txt", "Der Turm am Markt ist 62 Meter hoch.\n");
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await cluster.stop();
    folder.remove();
  });

  function write(file: string, text: string | Buffer): void {
    writeFileSync(path.join(seedsFolder, file), text);
  }

  /** Another process, on another machine: it shares the documents and the cluster and nothing else. */
  async function open(options: AppOptions = {}): Promise<{ app: App; events: IndexEvent[] }> {
    const events: IndexEvent[] = [];
    const app = await createApp(
      {
        seedsFolder,
        indexFolder: path.join(folder.path, `index-${apps.length}`),
        cluster: { url: `${cluster.urls[0]}/town`, shards: 1 },
      },
      { lexicon: emptyLexicon(), onEvent: (event) => events.push(event), ...options },
    );
    apps.push(app);
    return { app, events };
  }

  async function best({ fundstelle }: App, question: string): Promise<string> {
    return (await fundstelle.ask(question)).passages[0]?.text ?? "";
  }

  it("builds an index once for several processes, which follow what one of them changes", async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect([first.app.index, second.app.index].sort()).toEqual(["built", "loaded"]);
    for (const { app } of [first, second]) {
      expect(await best(app, "Wie hoch ist der Turm?")).toBe("Der Turm am Markt ist 62 Meter hoch.");
    }
    write("tower.txt", "Der Turm am Markt ist 63 Meter hoch.\n");
    // The file is no longer what was indexed: nobody gets the old words, and the first who asks brings in the new ones.
    expect(await best(first.app, "Wie hoch ist der Turm?")).toBe("Der Turm am Markt ist 63 Meter hoch.");
    expect(await best(second.app, "Wie hoch ist der Turm?")).toBe("Der Turm am Markt ist 63 Meter hoch.");
    rmSync(path.join(seedsFolder, "bridge.txt"));
    write("mill.txt", "Die Mühle mahlt Korn seit 1712.\n");
    const third = await open();
    expect(third.app.index).toBe("updated");
    expect(third.events).toContainEqual({ kind: "changed", added: ["mill.txt"], changed: [], removed: ["bridge.txt"] });
    await expect.poll(() => best(first.app, "Was mahlt die Mühle?"), { timeout: 10_000 }).toContain("Korn");
    expect(first.app.fundstelle.sources().map(({ file }) => file)).toEqual(["mill.txt", "tower.txt"]);
  });

  it("verifies its quotes against the files", async () => {
    const { app } = await open();
    const [passage] = (await app.fundstelle.ask("Wie hoch ist der Turm?")).passages;
    const citation = parseCitation(passage?.citation ?? "");
    if (citation === undefined) throw new Error("No passage is cited.");
    const found = await app.fundstelle.lookUp(citation);
    expect(found).toMatchObject({ text: "Der Turm am Markt ist 63 Meter hoch.", fingerprint: passage?.fingerprint });
  });

  it("replaces the index without a gap", async () => {
    const { app } = await open();
    let isBuilt = false;
    const building = open({ rebuild: true }).finally(() => {
      isBuilt = true;
    });
    let asked = 0;
    for (; !isBuilt || asked < 20; asked++) {
      expect(await best(app, "Was mahlt die Mühle?")).toBe("Die Mühle mahlt Korn seit 1712.");
    }
    expect((await building).app.index).toBe("built");
    expect((await open()).app.index).toBe("loaded");
  });

  it("keeps its index while the folder is empty, and answers again when the documents are back", async () => {
    const { app } = await open();
    const away = `${seedsFolder}.away`;
    renameSync(seedsFolder, away);
    mkdirSync(seedsFolder);
    await expect(app.fundstelle.ask("Was mahlt die Mühle?")).rejects.toMatchObject({ code: "folder-empty" });
    expect(app.fundstelle.sources()).toHaveLength(2);
    await expect(open({ rebuild: true })).rejects.toMatchObject({ code: "folder-empty" });
    expect(app.fundstelle.sources()).toHaveLength(2);
    rmSync(seedsFolder, { recursive: true });
    renameSync(away, seedsFolder);
    expect(await best(app, "Was mahlt die Mühle?")).toBe("Die Mühle mahlt Korn seit 1712.");
  });

  it("names a document that cannot be read once, takes it in when it can be read, and names it again", async () => {
    const { app, events } = await open({ watch: true });
    const binary = Buffer.from([0, 1, 2, 0, 255, 0, 3]);
    const named = () => events.flatMap((event) => (event.kind === "skipped" ? [event.file] : []));
    const unread = () => app.unreadFiles().refused.map(({ file }) => file);
    write("wall.txt", binary);
    await expect.poll(named, { timeout: 20_000 }).toEqual(["wall.txt"]);
    write("tower.txt", "Der Turm am Markt ist 64 Meter hoch.\n");
    expect(await best(app, "Wie hoch ist der Turm?")).toBe("Der Turm am Markt ist 64 Meter hoch.");
    expect([named(), unread()]).toEqual([["wall.txt"], ["wall.txt"]]);
    write("wall.txt", "Die Mauer ist vier Meter dick.\n");
    await expect.poll(() => best(app, "Wie dick ist die Mauer?"), { timeout: 20_000 }).toContain("vier Meter");
    expect(unread()).toEqual([]);
    write("wall.txt", binary);
    await expect.poll(named, { timeout: 20_000 }).toEqual(["wall.txt", "wall.txt"]);
    rmSync(path.join(seedsFolder, "wall.txt"));
  });

  it("says that the search is not available while the cluster is down", async () => {
    const { app, events } = await open();
    await cluster.kill(0);
    await expect(app.fundstelle.ask("Was mahlt das Mühlrad?")).rejects.toMatchObject({ code: "search-unavailable" });
    await expect.poll(() => events.at(-1)?.kind, { timeout: 20_000 }).toBe("not-updated");
    await cluster.start(0);
    await expect
      .poll(() => best(app, "Was mahlt die Mühle?").catch(() => "none"), { timeout: 30_000 })
      .toContain("Korn");
  });
});
