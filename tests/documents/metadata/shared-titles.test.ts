import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCollection } from "../../../src/documents/read-collection.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fundstelle-titles-"));
});
afterEach(() => rm(folder, { recursive: true }));

const page = (title: string, headline: string, words: string) =>
  `<html lang="de"><head><title>${title}</title><meta property="og:title" content="${title}"></head>` +
  `<body><main>${headline}<p>${words} So steht es in der Satzung, und so war es schon immer an diesem Ort.</p></main></body></html>`;

async function titlesOf(pages: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await mkdir(path.join(folder, "site"));
  for (const [file, html] of Object.entries(pages)) await writeFile(path.join(folder, "site", file), html);
  const { documents } = await readCollection(folder, { detectLanguage: () => "de" });
  return documents.map(({ metadata }) => metadata.title);
}

it("names pages by their headings where all pages of a site have one title", async () => {
  const title = "Stadtwerke &amp; Bäder Musterstadt";
  expect(
    await titlesOf({
      "a.html": page(title, "<h2>Tarif für Gäste</h2>", "Er kostet 4 Euro."),
      "b.html": page(title, "<h1>Das Hallenbad</h1>", "Es öffnet um 9 Uhr."),
      "c.html": page(title, "", "Hier fehlt eine Überschrift."),
      "d.html": page("Anfahrt | Stadtwerke", "<h1>Anfahrt</h1>", "Der Bus hält davor."),
    }),
  ).toEqual(["Tarif für Gäste", "Das Hallenbad", "Stadtwerke & Bäder Musterstadt", "Anfahrt"]);
}, 60_000);

it("leaves titles alone that two pages have by chance", async () => {
  expect(
    await titlesOf({
      "a.html": page("Protokoll", "<h2>Mai</h2>", "Es waren vier da."),
      "b.html": page("Protokoll", "<h2>Juni</h2>", "Es waren fünf da."),
    }),
  ).toEqual(["Protokoll", "Protokoll"]);
}, 60_000);
