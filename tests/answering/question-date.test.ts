import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { createCollection } from "./collection.ts";

const collection = createCollection();
let app: App;

beforeAll(async () => {
  const report =
    "Der Leuchtturm von Sandersoog bleibt wegen Bauarbeiten bis zum Herbst geschlossen, teilte die Gemeinde mit.";
  collection.write("alt.txt", `Am Turm\n\n${report} Die Laterne wird erneuert.`);
  collection.write("neu.txt", `Am Turm\n\n${report} Das Dach wird gedeckt.`);
  collection.write("undatiert.txt", `Am Turm\n\n${report} Die Treppe wird gestrichen.`);
  collection.write(
    "sources.json",
    JSON.stringify({
      documents: [
        { file: "alt.txt", published: "2019-05" },
        { file: "neu.txt", published: "2023-09-12" },
      ],
    }),
  );
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

async function firstFor(question: string): Promise<string | undefined> {
  return (await app.fundstelle.ask(question)).passages[0]?.file;
}

describe("a year or a day in a question", () => {
  it.each([
    ["Warum war der Leuchtturm 2019 geschlossen?", "alt.txt"],
    ["Warum war der Leuchtturm im Jahr 2023 geschlossen?", "neu.txt"],
    ["Warum war der Leuchtturm am 12. September 2023 geschlossen?", "neu.txt"],
  ])("%s is met by the date of the document", async (question, file) => {
    expect(await firstFor(question)).toBe(file);
  });

  it("is not met by a document of another time", async () => {
    const answer = await app.fundstelle.ask("Warum war der Leuchtturm 2021 geschlossen?");
    expect(answer.missing).toContain("2021");
  });
});
