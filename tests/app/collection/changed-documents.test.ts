import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../../../src/app.ts";
import { watchFolder } from "../../../src/documents/watch-folder.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

let folder: TemporaryFolder;
let app: App | undefined;
const seeds = () => join(folder.path, "seeds");
const write = (file: string, text: string) => writeFileSync(join(seeds(), file), text);

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(seeds());
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  folder.remove();
});

describe("documents that changed while nobody watched", () => {
  const harbours = Array.from({ length: 6 }, (_, at) => `hafen${at}.txt`);
  const question = "Was kostet ein Liegeplatz im Hafen?";

  it("are all read again by the first question that meets them, which is answered", async () => {
    for (const [at, file] of harbours.entries())
      write(file, `Der Hafen ${at}\n\nEin Liegeplatz im Hafen kostet ${at} Taler.`);
    const events: IndexEvent[] = [];
    app = await createApp(
      { seedsFolder: seeds(), indexFolder: join(folder.path, "index") },
      { lexicon: emptyLexicon(), onEvent: (event) => events.push(event) },
    );
    for (const [at, file] of harbours.entries())
      write(file, `Der Hafen ${at}\n\nEin Liegeplatz im Hafen kostet nun ${at}0 Taler.`);
    const { passages } = await app.fundstelle.ask(question, { limit: 6 });
    expect(passages.map(({ text }) => text).sort()).toEqual(
      harbours.map((_, at) => `Ein Liegeplatz im Hafen kostet nun ${at}0 Taler.`),
    );
    // Not one after the other.
    expect(events.filter(({ kind }) => kind === "changed")).toHaveLength(1);
  });
});

describe("watching a folder", () => {
  it("tells of a new document within ten seconds, although another one never stops changing", async () => {
    write("tagebuch.txt", "Der Tag begann.");
    const told: string[] = [];
    const watch = await watchFolder(seeds(), {
      onChange: async (touched) => {
        if (touched !== "anything") told.push(...touched);
      },
      onProblem: (reason) => told.push(reason),
    });
    const busy = setInterval(() => appendFileSync(join(seeds(), "tagebuch.txt"), " Und noch ein Satz."), 50);
    try {
      write("neu.txt", "Ein neues Dokument.");
      await expect.poll(() => told, { timeout: 9_000, interval: 50 }).toContain("neu.txt");
    } finally {
      clearInterval(busy);
      await watch.close();
    }
  }, 20_000);

  it("tells of documents and of sources.json, and of no other file", async () => {
    mkdirSync(join(seeds(), "_entwurf"));
    const told = new Set<string>();
    const watch = await watchFolder(seeds(), {
      onChange: async (touched) => {
        for (const file of touched === "anything" ? ["anything"] : touched) told.add(file);
      },
      onProblem: (reason) => told.add(reason),
    });
    try {
      for (const file of ["lauf.log", "bild.png", ".versteckt.txt", "_entwurf/a.txt", "_fragment.md"]) write(file, "x");
      for (const file of ["_index.md", "sources.json", "text.txt"]) write(file, "x");
      await expect.poll(() => [...told].sort(), { timeout: 9_000 }).toEqual(["_index.md", "sources.json", "text.txt"]);
    } finally {
      await watch.close();
    }
  }, 20_000);
});
