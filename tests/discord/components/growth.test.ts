import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createApp } from "../../../src/app.ts";
import { slowdownOf } from "../../support/slowdown.ts";
import { openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

/** Four times as long in the larger document: between what is the same in both and what grows with them. */
const sameInBoth = 2;
const few = 2_000;

interface OpenDocument {
  readonly paragraphs: number;
  readonly scene: BotScene;
  close(): Promise<void>;
}

/** By the number of their paragraphs. */
const opened = new Map<number, OpenDocument>();
beforeAll(async () => {
  for (const paragraphs of [few, 4 * few]) opened.set(paragraphs, await openLong(paragraphs));
}, openingTimeoutMs);
afterAll(async () => {
  for (const one of opened.values()) await one.close();
});

/** A bot with one document of so many paragraphs, whose first page was shown. */
async function openLong(paragraphs: number): Promise<OpenDocument> {
  const folder = await mkdtemp(path.join(tmpdir(), "fundstelle-growth-"));
  const words = (at: number): string =>
    `Absatz ${at}: Der Fischer Nr${at % 97} flickt am Morgen das Netz${at} und fährt danach mit seinem Boot hinaus.`;
  await writeFile(path.join(folder, "lang.txt"), Array.from({ length: paragraphs }, (_, at) => words(at)).join("\n\n"));
  const app = await createApp(
    { seedsFolder: folder, indexFolder: path.join(folder, "index") },
    { lexicon: emptyLexicon() },
  );
  const scene = await openBotScene(app);
  const document: OpenDocument = {
    paragraphs,
    scene,
    async close() {
      await scene.close();
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
  await lookUp(document);
  return document;
}

/** What shows a part of a document and not all of it. */
async function lookUp({ paragraphs, scene: { anna, channel } }: OpenDocument): Promise<void> {
  let page = await anna.slash(channel, "source", { source: "lang" }).message();
  for (let turn = 0; turn < 8; turn++) page = await anna.click(page, "Weitere ▶").message();
  const form = await anna.click(page, "Seite …").modal();
  expect(renderForPerson(await anna.submitModal(form, { page: "3" }).message())).toContain("Seite 3 von");
  for (const number of [2, paragraphs / 2, paragraphs - 1]) {
    const reference = `lang:${number}`;
    const passage = await anna.slash(channel, "cite", { reference }).message();
    expect(renderForPerson(passage)).toContain(`Absatz ${number - 1}:`);
    await anna.autocomplete(channel, "cite", "reference", reference);
  }
}

it("clicks cost what they show, and not the size of the document", { timeout: openingTimeoutMs }, async () => {
  const work = async (paragraphs: number): Promise<void> => {
    const one = opened.get(paragraphs);
    if (one !== undefined) await lookUp(one);
  };
  expect(await slowdownOf(work, few, sameInBoth)).toBeLessThan(sameInBoth);
  expect([...opened.values()].flatMap(({ scene }) => scene.standIn.violations)).toEqual([]);
});
