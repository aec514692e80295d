import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../src/app.ts";
import { AppError } from "../src/errors.ts";
import type { IndexEvent } from "../src/search/index-event.ts";
import { temporaryFolder } from "./support/program.ts";

const folder = temporaryFolder();
const settings = { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index") };

afterAll(() => folder.remove());
beforeEach(() => {
  rmSync(settings.seedsFolder, { recursive: true, force: true });
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
    expect(changed.app.index).toBe("built");
    expect((await changed.app.fundstelle.ask("Wie hoch ist der Turm?")).passages[0]?.text).toContain("63 Meter");

    write("sources.json", JSON.stringify({ documents: [{ file: "tower.txt", key: "turm", title: "Der Turm" }] }));
    const listed = await open();
    expect(listed.app.index).toBe("built");
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

  it("never quotes a document that has changed since", async () => {
    const { app } = await open();
    write("bridge.txt", "Die Brücke über den Fluss wurde 1999 gebaut.\n");
    const failure: unknown = await app.fundstelle.ask("Wann wurde die Brücke gebaut?").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: "document-changed" });
    await expect(app.fundstelle.read("bridge")).rejects.toMatchObject({ code: "document-changed" });
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
