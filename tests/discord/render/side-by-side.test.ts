import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { type App, createApp } from "../../../src/app.ts";
import { openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

let folder: string;
let app: App;
let scene: BotScene;

const counts = [
  ["2021", "Im September kamen 4000 Gäste zum Leuchtturm von Sandersoog, wie das Buch des Wärters sagt."],
  ["2023", "Im September kamen 5200 Gäste zum Leuchtturm von Sandersoog, wie das Buch des Wärters sagt."],
] as const;
const lantern =
  "Die Laterne des Leuchtturms leuchtet so hell, dass die Schiffe sie noch von Helgoland aus sehen können.";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fundstelle-side-"));
  for (const [year, count] of counts)
    await writeFile(join(folder, `z${year}.txt`), `Zählung\n\n${count}\n\n${lantern}\n`);
  const documents = counts.map(([year]) => ({
    file: `z${year}.txt`,
    key: `zaehlung-${year}`,
    title: `Zählung ${year}`,
    titleSource: "stated",
    language: "de",
    published: `${year}-03-01`,
  }));
  await writeFile(join(folder, "sources.json"), JSON.stringify({ documents }));
  app = await createApp({ seedsFolder: folder, indexFolder: join(folder, ".index") });
  scene = await openBotScene(app);
}, openingTimeoutMs);
afterAll(async () => {
  expect(scene.standIn.violations).toEqual([]);
  await scene.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

it("shows documents that say different things beside each other, the newest first, each with its sentence in bold", async () => {
  const question = "Wie viele Gäste kamen im September zum Leuchtturm?";
  const seen = renderForPerson(await scene.anna.slash(scene.channel, "ask", { question }).message());
  expect(seen).toContain("Die Dokumente nennen Verschiedenes, die neuesten zuerst.");
  expect(seen).toMatch(/1 · \*\*Zählung 2023\*\*[\s\S]*2 · \*\*Zählung 2021\*\*/);
  for (const [, count] of counts) expect(seen).toContain(`> **${count}**`);
});

it("names the other documents that have the same words", async () => {
  const question = "Wie hell leuchtet die Laterne des Leuchtturms?";
  const seen = renderForPerson(await scene.anna.slash(scene.channel, "ask", { question }).message());
  expect(seen).not.toContain("Verschiedenes");
  expect(seen).toMatch(/zaehlung-202\d:3@[0-9a-f]{12}` · Ebenso in zaehlung-202\d:3/);
});

it("answers each question of a message by itself, below the question", async () => {
  const question = "Wie viele Gäste kamen im September zum Leuchtturm? Wie hell leuchtet die Laterne des Leuchtturms?";
  const seen = renderForPerson(await scene.anna.slash(scene.channel, "ask", { question }).message());
  expect(seen).toMatch(
    /\*\*1\. Wie viele Gäste kamen[^\n]*\*\*[\s\S]*Gäste zum Leuchtturm von[\s\S]*\*\*2\. Wie hell leuchtet[^\n]*\*\*[\s\S]*noch von Helgoland/,
  );
});
