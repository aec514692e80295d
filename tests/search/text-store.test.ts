import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.ts";

describe("the text of passages", () => {
  let folder: string;
  let app: App;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fundstelle-text-"));
    const words =
      "Der Eintritt ins Museum kostet zwölf €, sagt die Leiterin: „Kinder zahlen nichts“ – seit dem Frühjahr.";
    const bytes = Buffer.from(
      [...words].map((char) => ({ "€": 0x80, "„": 0x84, "“": 0x93, "–": 0x96 })[char] ?? char.charCodeAt(0)),
    );
    await writeFile(join(folder, "museum.txt"), bytes);
    app = await createApp({ seedsFolder: folder, indexFolder: join(folder, ".index") });
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it("is read from the file as it was indexed, in windows-1252 too", async () => {
    const answer = await app.fundstelle.ask("Was kostet der Eintritt ins Museum?");
    expect(answer.passages[0]?.text).toContain("zwölf €, sagt die Leiterin: „Kinder zahlen nichts“ – seit");
  });
});
