import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../src/app.ts";
import type { IndexEvent } from "../src/search/index-event.ts";
import { temporaryFolder } from "./support/program.ts";

const folder = temporaryFolder();
const settings = { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index") };

afterAll(() => folder.remove());
beforeEach(() => {
  for (const name of readdirSync(folder.path)) rmSync(path.join(folder.path, name), { recursive: true, force: true });
  mkdirSync(settings.seedsFolder);
  write("bridge.txt", "Die Brücke über den Fluss wurde 1893 gebaut.\n");
  write("tower.txt", "Der Turm am Markt ist 62 Meter hoch.\n");
});

function write(file: string, text: string | Buffer): void {
  writeFileSync(path.join(settings.seedsFolder, file), text);
}

async function open(indexFolder = settings.indexFolder): Promise<{ app: App; events: IndexEvent[] }> {
  const events: IndexEvent[] = [];
  const app = await createApp(
    { ...settings, indexFolder },
    { onEvent: (event) => events.push(event), lexicon: emptyLexicon() },
  );
  return { app, events };
}

/** Names of files with what they hold. */
function filesIn(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory).map((file) => [file, readFileSync(path.join(directory, file)).toString("base64")]),
  );
}

async function bestFile({ fundstelle }: App, question: string): Promise<string | undefined> {
  return (await fundstelle.ask(question)).passages[0]?.file;
}

describe("opening a collection", () => {
  it("builds the index once, and again only when something has changed", async () => {
    const first = await open();
    expect(first.app.index).toBe("built");
    expect(first.events.at(-1)).toEqual({ kind: "built", passages: 2 });
    expect(await bestFile(first.app, "Wann wurde die Brücke gebaut?")).toBe("bridge.txt");

    const second = await open();
    expect(second.app.index).toBe("loaded");
    expect(second.events).toEqual([]);
    expect(await second.app.fundstelle.ask("Wie hoch ist der Turm?")).toEqual(
      await first.app.fundstelle.ask("Wie hoch ist der Turm?"),
    );

    write("tower.txt", "Der Turm am Markt ist 63 Meter hoch.\n");
    const changed = await open();
    expect(changed.app.index).toBe("updated");
    expect(changed.events).toEqual([{ kind: "changed", added: [], changed: ["tower.txt"], removed: [] }]);
    expect((await changed.app.fundstelle.ask("Wie hoch ist der Turm?")).passages[0]?.text).toContain("63 Meter");

    write("sources.json", JSON.stringify({ documents: [{ file: "tower.txt", key: "turm", title: "Der Turm" }] }));
    const listed = await open();
    expect(listed.app.index).toBe("updated");
    expect(listed.app.fundstelle.sources().map(({ metadata }) => metadata.key)).toEqual(["bridge", "turm"]);
  });

  it("answers from memory where the index cannot be written", async () => {
    write("not-a-folder", "");
    const { app, events } = await open(path.join(settings.seedsFolder, "not-a-folder", "index"));
    expect(app.index).toBe("in-memory");
    const failure = events.find((event) => event.kind === "not-kept");
    expect(failure?.error.code).toBe("disk-failed");
    expect(await bestFile(app, "Wie hoch ist der Turm?")).toBe("tower.txt");
  });

  it("never quotes a document that has changed since, but what it says now", async () => {
    const { app, events } = await open();
    write("bridge.txt", "Die Brücke über den Fluss wurde 1999 gebaut.\n");
    const answer = await app.fundstelle.ask("Wann wurde die Brücke gebaut?");
    expect(answer.passages[0]?.text).toBe("Die Brücke über den Fluss wurde 1999 gebaut.");
    expect(events.at(-1)).toEqual({ kind: "changed", added: [], changed: ["bridge.txt"], removed: [] });

    write("bridge.txt", "Die Brücke über den Fluss wurde im Jahr 2001 abgerissen.\n");
    const page = await app.fundstelle.read("bridge");
    expect(page.paragraphs[0]?.text).toContain("2001");

    rmSync(path.join(settings.seedsFolder, "bridge.txt"));
    await expect(app.fundstelle.read("bridge")).rejects.toMatchObject({ code: "citation-unknown" });
    expect(events.at(-1)).toEqual({ kind: "changed", added: [], changed: [], removed: ["bridge.txt"] });
    expect(await bestFile(app, "Wie hoch ist der Turm?")).toBe("tower.txt");
  });

  it("keeps its index while the folder is away, and answers again when it is back", async () => {
    const { app, events } = await open();
    const away = `${settings.seedsFolder}.away`;
    renameSync(settings.seedsFolder, away);
    for (let time = 0; time < 2; time++) {
      await expect(app.fundstelle.ask("Wie hoch ist der Turm?")).rejects.toMatchObject({ code: "folder-missing" });
    }
    expect(events.filter(({ kind }) => kind === "not-updated")).toHaveLength(1);
    mkdirSync(settings.seedsFolder);
    await expect(app.fundstelle.ask("Wie hoch ist der Turm?")).rejects.toMatchObject({ code: "folder-empty" });
    rmSync(settings.seedsFolder, { recursive: true });
    renameSync(away, settings.seedsFolder);
    expect(await bestFile(app, "Wie hoch ist der Turm?")).toBe("tower.txt");
  });

  it("leaves an index that was brought in step as if it had just been built, where asked", async () => {
    const { app } = await open();
    await app.close();
    write("new.txt", "Der Brunnen am Rathaus stammt von 1702.\n");
    write("bridge.txt", "Die Brücke über den Fluss wurde 1999 gebaut.\n");
    rmSync(path.join(settings.seedsFolder, "tower.txt"));
    const updated = await createApp(settings, { compact: true, lexicon: emptyLexicon() });
    expect(updated.index).toBe("updated");
    await updated.close();
    const fresh = path.join(folder.path, "fresh");
    await (await open(fresh)).app.close();
    expect(filesIn(settings.indexFolder)).toEqual(filesIn(fresh));
  });

  it("names a document that cannot be read once, and takes it in when it can be read", async () => {
    write("binary.txt", Buffer.from([0, 1, 2, 0, 255, 0, 3]));
    const { app, events } = await open();
    write("bridge.txt", "Die Brücke über den Fluss wurde 1999 gebaut.\n");
    await app.fundstelle.ask("Wann wurde die Brücke gebaut?");
    expect(events.flatMap((event) => (event.kind === "skipped" ? [event.file] : []))).toEqual(["binary.txt"]);
    await app.close();
    write("binary.txt", "Der Brunnen am Rathaus stammt von 1702.\n");
    const next = await open();
    expect(next.events).toEqual([{ kind: "changed", added: ["binary.txt"], changed: [], removed: [] }]);
    expect(await bestFile(next.app, "Woher stammt der Brunnen?")).toBe("binary.txt");
  });

  it("reads extracted texts again where nobody has kept them", async () => {
    const page =
      "<article><h1>Der Brunnen</h1><p>Der Brunnen am Rathaus stammt von 1702 und ist aus Granit.</p></article>";
    write("well.html", `<!doctype html><html lang="de"><body>${page}</body></html>`);
    const { app } = await open();
    const texts = path.join(settings.indexFolder, "texts");
    expect(readdirSync(texts)).toHaveLength(1);
    rmSync(texts, { recursive: true });
    expect(await bestFile(app, "Woher stammt der Brunnen?")).toBe("well.html");
    expect(readdirSync(texts)).toHaveLength(1);
  });

  it("lists what rules hide, with the rule", async () => {
    const words = "Der Turm am Markt ist 62 Meter hoch und wurde nach dem Brand neu gebaut.";
    write("tower.txt", `${words}\n\nWeiterlesen nach der Anzeige\n\n${words.replace("Turm", "Brunnen")}\n`);
    const { app } = await open();
    const hidden = [];
    for await (const paragraph of app.hiddenParagraphs()) hidden.push(paragraph);
    expect(hidden).toEqual([
      { documentKey: "tower", paragraph: 2, rule: expect.stringMatching(/./), text: "Weiterlesen nach der Anzeige" },
    ]);
  });
});
