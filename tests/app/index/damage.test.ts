import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { type App, type AppOptions, createApp } from "../../../src/app.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

const page = (title: string, text: string) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p>${text.toUpperCase()}</p></body></html>`;

let folder: TemporaryFolder;
let app: App | undefined;
let events: IndexEvent[] = [];
const texts = () => join(folder.path, "index", "texts");

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, "seeds"));
  writeFileSync(
    join(folder.path, "seeds", "hafen.html"),
    page("Der Hafen", "Ein Liegeplatz im Hafen kostet neun Taler am Tag."),
  );
  writeFileSync(
    join(folder.path, "seeds", "turm.html"),
    page("Der Turm", "Der Turm am Markt ist zweiundsechzig Meter hoch."),
  );
  events = [];
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  folder.remove();
});

async function open(options: AppOptions = {}): Promise<App> {
  await app?.close();
  app = await createApp(
    { seedsFolder: join(folder.path, "seeds"), indexFolder: join(folder.path, "index") },
    { lexicon: emptyLexicon(), onEvent: (event) => events.push(event), ...options },
  );
  return app;
}

/** Changes one bit of the stored text that holds some words. @returns its path and what it was */
function flipBit(words: string): { path: string; whole: string } {
  for (const name of readdirSync(texts())) {
    const path = join(texts(), name);
    const whole = readFileSync(path, "utf8");
    const at = whole.indexOf(words);
    if (at < 0) continue;
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    return { path, whole };
  }
  throw new Error(`No stored text holds ${words}`);
}

describe("an extracted text with a flipped bit", () => {
  it("is extracted again by the question that meets it, which is answered word for word", async () => {
    await open();
    const { path, whole } = flipBit("Liegeplatz");
    const { fundstelle } = await open();
    const { passages } = await fundstelle.ask("Was kostet ein Liegeplatz im Hafen?");
    expect(passages[0]?.text).toContain("Ein Liegeplatz im Hafen kostet neun Taler am Tag.");
    expect(readFileSync(path, "utf8")).toBe(whole);
  });

  it("is whole again after the next start, although nobody asks", async () => {
    await open();
    const { path, whole } = flipBit("Turm am Markt");
    await open();
    await expect.poll(() => readFileSync(path, "utf8"), { timeout: 10_000 }).toBe(whole);
    await expect
      .poll(() => events, { timeout: 10_000 })
      .toContainEqual({ kind: "text-damaged", file: "turm.html", isRepaired: true });
  });

  it.each([
    ["flipped", () => flipBit("Taler").path],
    [
      "gone",
      () => {
        const { path } = flipBit("Taler");
        rmSync(path);
        return path;
      },
    ],
    [
      "shorter",
      () => {
        const { path } = flipBit("Taler");
        truncateSync(path, 10);
        return path;
      },
    ],
  ])("is found and repaired by a check, and by building anew: %s", async (_, damage) => {
    for (const isBuilt of [false, true]) {
      await open();
      const path = damage();
      const { checkTexts } = await open({ rebuild: isBuilt });
      const found: string[] = [];
      for await (const { file, state } of checkTexts()) found.push(`${file} ${state}`);
      expect(found).toEqual([`hafen.html ${isBuilt ? "whole" : "repaired"}`, "turm.html whole"]);
      expect(readFileSync(path, "utf8")).toContain("Liegeplatz im Hafen kostet neun Taler");
    }
  });

  it("is told where it cannot be made again", async () => {
    await open();
    const { path } = flipBit("Taler");
    const { checkTexts } = await open();
    writeFileSync(join(folder.path, "seeds", "hafen.html"), page("Der Hafen", "Alles neu."));
    const found: string[] = [];
    for await (const { file, state } of checkTexts()) found.push(`${file} ${state}`);
    expect(found).toEqual(["hafen.html damaged", "turm.html whole"]);
    expect(readFileSync(path, "utf8")).not.toContain("neun Taler");
  });
});

it("files in the index folder that are not its own stay", async () => {
  const index = join(folder.path, "index");
  mkdirSync(join(index, "texts"), { recursive: true });
  const own = [
    "notes.txt",
    "generation-old.bin",
    "journal-of-anna.bin",
    "letter.unfinished",
    "texts/readme.txt",
    "texts/a.unfinished",
  ];
  for (const name of own) writeFileSync(join(index, name), "mine");
  await open();
  await open({ rebuild: true });
  writeFileSync(join(folder.path, "seeds", "neu.html"), page("Neu", "Etwas Neues steht hier geschrieben."));
  await open({ compact: true });
  await app?.close();
  for (const name of own) expect(readFileSync(join(index, name), "utf8")).toBe("mine");
  expect(readdirSync(index).filter((name) => /^generation-[0-9a-f]{16}\.bin$/.test(name))).toHaveLength(1);
});
