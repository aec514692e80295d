import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { type App, createApp } from "../../../src/app.ts";
import { temporaryFolder } from "../../support/program.ts";
import { slowdownOf, timeOf } from "../../support/slowdown.ts";

const paragraphs = 500;
const sentence =
  "Der Fischer flickt am Morgen sein Netz und fährt mit dem Boot aus dem Hafen hinaus auf die ruhige See.";
/** Some 300 KB for each thousand paragraphs; the largest has 2.4 MB. */
const textOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Absatz ${at}. ${sentence} ${sentence} ${sentence}`).join("\n\n");

const folder = temporaryFolder();
const seeds = join(folder.path, "seeds");
const settings = { seedsFolder: seeds, indexFolder: join(folder.path, "index") };
let app: App;
let fundstelle: Fundstelle;
beforeAll(async () => {
  mkdirSync(seeds);
  for (const factor of [1, 4, 16])
    writeFileSync(join(seeds, `d${factor * paragraphs}.txt`), textOf(factor * paragraphs));
  app = await createApp(settings, { lexicon: emptyLexicon() });
  fundstelle = app.fundstelle;
}, 120_000);
afterAll(async () => {
  await app.close();
  folder.remove();
});

/** What a click does, for the document of so many paragraphs. */
const clicks: readonly [string, (count: number) => Promise<unknown>][] = [
  ["looking a passage up", (count) => fundstelle.lookUp({ documentKey: `d${count}`, paragraph: count - 5 })],
  ["a reference to a passage", (count) => fundstelle.reference({ documentKey: `d${count}`, paragraph: count - 5 })],
  ["turning a page", (count) => fundstelle.read(`d${count}`, { page: 3 })],
];

describe("a long document", () => {
  it.each(clicks)("costs a click what it shows: %s", async (_, click) => {
    const several = async (count: number) => {
      for (let times = 0; times < 5; times++) await click(count);
    };
    await several(16 * paragraphs);
    // Four times as large, and four times more: it would be 4 where each click read the whole document.
    expect(await slowdownOf(several, 4 * paragraphs, 2.5)).toBeLessThan(2.5);
  });

  it("shows its first page to the first who asks without reading the others", async () => {
    const firstPage = (count: number) => async (): Promise<number> => {
      const fresh = await createApp(settings, { lexicon: emptyLexicon() });
      const time = await timeOf(() => fresh.fundstelle.read(`d${count}`));
      await fresh.close();
      return time;
    };
    const least = async (measure: () => Promise<number>): Promise<number> => {
      let time = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 6; attempt++) time = Math.min(time, await measure());
      return time;
    };
    // Reading and parsing it took a hundred times as long.
    expect(await least(firstPage(16 * paragraphs))).toBeLessThan(
      2.5 * Math.max(10, await least(firstPage(paragraphs))),
    );
  }, 60_000);

  it("is opened once by many who read it at the same time, and again when it has changed", async () => {
    const pages = await Promise.all(
      Array.from({ length: 30 }, (_, at) => fundstelle.read(`d${16 * paragraphs}`, { page: 1 + (at % 7) })),
    );
    expect(new Set(pages.map(({ pages: count }) => count)).size).toBe(1);
    appendFileSync(join(seeds, `d${paragraphs}.txt`), "\n\nEin neuer letzter Absatz, der gestern noch nicht da war.");
    const { pages: last } = await fundstelle.read(`d${paragraphs}`);
    const page = await fundstelle.read(`d${paragraphs}`, { page: last });
    expect(page.paragraphs.at(-1)?.text).toContain("Ein neuer letzter Absatz");
  });
});
