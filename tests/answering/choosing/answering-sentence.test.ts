import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../../src/app.ts";
import { createCollection } from "../collection.ts";

const collection = createCollection();
let app: App;

beforeAll(async () => {
  collection.write(
    "messung.txt",
    [
      "Neue Messung",
      "",
      "Die Gemeinde ließ die Hafenmauer neu vermessen. Sie ist 325 Meter lang, teilte der Bürgermeister mit. Im Hafen liegen Boote.",
      "",
      "Den Leuchtturm baute 1887 die Gemeinde. Der Leuchtturm der Insel leuchtet weit. Die Laterne wiegt 90 Kilogramm.",
    ].join("\n"),
  );
  collection.write(
    "fahrplan.md",
    [
      "# Fahrplan",
      "",
      "| Linie | Haltestelle | Erster Bus | Letzter Bus |",
      "| --- | --- | --- | --- |",
      "| 12 | Hafen | 5:40 | 23:10 |",
      "| 21 | Flughafen | 4:30 | 0:15 |",
    ].join("\n"),
  );
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

describe("the sentence that answers", () => {
  it.each([
    ["Wie lang ist die Hafenmauer?", "Sie ist 325 Meter lang, teilte der Bürgermeister mit."],
    ["How long is the harbour wall?", "Sie ist 325 Meter lang, teilte der Bürgermeister mit."],
    ["Wer ließ die Hafenmauer vermessen?", "Die Gemeinde ließ die Hafenmauer neu vermessen."],
    ["Wann fährt der letzte Bus der Linie 21 zum Flughafen?", "| 21 | Flughafen | 4:30 | 0:15 |"],
    ["Erster Bus der Linie 12?", "| 12 | Hafen | 5:40 | 23:10 |"],
    ["Was steht unter Erster Bus?", "| Linie | Haltestelle | Erster Bus | Letzter Bus |"],
    ["Wann wurde der Leuchtturm der Insel gebaut?", "Den Leuchtturm baute 1887 die Gemeinde."],
  ])("%s: %s", async (question, sentence) => {
    const [best] = (await app.fundstelle.ask(question)).passages;
    const offset = best?.passage.range.start ?? 0;
    expect(best?.text.slice(best.highlight.start - offset, best.highlight.end - offset)).toBe(sentence);
  });
});
