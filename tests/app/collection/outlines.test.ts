import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { renderReadingJson } from "../../../src/answering/json/reading-json.ts";
import { type App, createApp } from "../../../src/app.ts";
import type { IndexEvent } from "../../../src/search/index-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../../support/program.ts";

const sentence = "Der Fährmann Jürgen übt für die große Überfahrt am Morgen vor dem Frühstück.";
const blocks = Array.from({ length: 1500 }, (_, at) => (at % 50 === 0 ? `Kapitel ${at}` : `Absatz ${at}: ${sentence}`));
const asMarkdown = blocks.map((block) => (block.startsWith("Kapitel") ? `# ${block}` : block)).join("\n\n");
const asHtml = `<html><title>Lang</title><body>${blocks
  .map((block) => (block.startsWith("Kapitel") ? `<h2 id="k${block.length}">${block}</h2>` : `<p>${block}</p>`))
  .join("\n")}</body></html>`;
const documents: Readonly<Record<string, Buffer>> = {
  "lang.md": Buffer.from(asMarkdown),
  "lang.html": Buffer.from(asHtml),
  "alt.txt": Buffer.from(blocks.join("\r\n\r\n"), "latin1"),
  "breit.txt": Buffer.from(`\ufeff${blocks.join("\n\n")}`, "utf16le"),
  "mit-marke.txt": Buffer.from(`\ufeff${blocks.join("\n\n")}`),
  "kurz.txt": Buffer.from("Ein kurzer Text über den Hafen.\n\nUnd noch ein Absatz dazu."),
};

let folder: TemporaryFolder;
let app: App | undefined;
const events: IndexEvent[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, "seeds"));
  for (const [file, bytes] of Object.entries(documents)) writeFileSync(join(folder.path, "seeds", file), bytes);
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  events.length = 0;
  folder.remove();
});

async function open(options: Parameters<typeof createApp>[1] = {}): Promise<App> {
  await app?.close();
  const settings = { seedsFolder: join(folder.path, "seeds"), indexFolder: join(folder.path, "index") };
  app = await createApp(settings, { lexicon: emptyLexicon(), onEvent: (event) => events.push(event), ...options });
  return app;
}

const outlines = (): string => join(folder.path, "index", "outlines");
const stored = (): string[] => readdirSync(outlines()).sort();

/** Some pages of every document, first those nobody has opened before. */
async function pagesOf({ fundstelle }: App): Promise<string[]> {
  const shown: unknown[] = [];
  for (const { file } of fundstelle.sources()) {
    const first = await fundstelle.read(file);
    const pages = [first, await fundstelle.read(file, { showsHidden: true, charsPerPage: 700 })];
    for (const page of [Math.ceil(first.pages / 2), first.pages]) pages.push(await fundstelle.read(file, { page }));
    for (const page of pages) {
      const headings = page.paragraphs.map(({ paragraph }) => [
        paragraph.headingPath,
        paragraph.anchor,
        paragraph.rule,
      ]);
      shown.push(renderReadingJson(page), JSON.stringify(headings));
    }
  }
  return shown.map(String);
}

function flipBit(): void {
  const path = join(outlines(), stored()[0] ?? "");
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

it("show every page of long documents as the documents themselves do, whatever their format and encoding", async () => {
  const byOutline = await pagesOf(await open());
  expect(stored()).toHaveLength(5);
  const opened = await open();
  rmSync(outlines(), { recursive: true });
  expect(await pagesOf(opened)).toEqual(byOutline);
  expect(byOutline.join("")).toContain("Der Fährmann Jürgen übt für die große Überfahrt");
  // Who opened them kept them again.
  expect(stored()).toHaveLength(5);
}, 60_000);

it("hurt nobody when damaged, and are whole again after a check", async () => {
  const whole = await pagesOf(await open());
  const before = stored().map((name) => readFileSync(join(outlines(), name), "utf8"));
  flipBit();
  const again = await open();
  const states: string[] = [];
  for await (const { state } of again.checkTexts()) states.push(state);
  expect(states.filter((state) => state === "repaired")).toHaveLength(1);
  expect(states).not.toContain("damaged");
  expect(stored().map((name) => readFileSync(join(outlines(), name), "utf8"))).toEqual(before);
  flipBit();
  expect(await pagesOf(await open())).toEqual(whole);
}, 60_000);

it("never show what a document does not say any more", async () => {
  const { fundstelle } = await open();
  await fundstelle.read("alt.txt");
  const path = join(folder.path, "seeds", "alt.txt");
  const changed = readFileSync(path, "latin1").replaceAll("Absatz 7:", "Absatz S:");
  writeFileSync(path, changed, "latin1");
  utimesSync(path, new Date(), new Date());
  const reopened = await open({ answersMeanwhile: true });
  const page = await reopened.fundstelle.read("alt.txt");
  const text = page.paragraphs.map((paragraph) => paragraph.text).join("\n");
  expect(text).toContain("Absatz S:");
  expect(text).not.toContain("Absatz 7:");
});

it("go with their documents", async () => {
  await open();
  const before = stored();
  rmSync(join(folder.path, "seeds", "lang.md"));
  await open({ compact: true });
  await expect.poll(stored, { timeout: 10_000 }).toHaveLength(before.length - 1);
});
