import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { createCollection } from "./collection.ts";

const collection = createCollection();
let app: App;

beforeAll(async () => {
  collection.write(
    "insel.txt",
    [
      "Der Leuchtturm von Sandersoog",
      "",
      "Der Leuchtturm wurde im Jahr 1887 gebaut. Seine Laterne leuchtet weit auf das Meer hinaus.",
      "",
      "Heute besuchen im August rund 9000 Gäste den Leuchtturm. Im September sind es noch 4000.",
      "",
      "Der Anleger der Insel ist aus Holz. Den alten Anleger riss 1962 eine Sturmflut fort.",
    ].join("\n"),
  );
  collection.write(
    "bees.txt",
    [
      "The honey of Bramley",
      "",
      "The first harvest of honey in June gives about 700 jars. The second one, in August, gives 300.",
      "",
      "A disease killed half of the bees of Bramley in 2019.",
    ].join("\n"),
  );
  collection.write(
    "zaehlung.txt",
    "Zählung am Leuchtturm\n\nIm September besuchten 5200 Gäste den Leuchtturm von Sandersoog, mehr als im Vorjahr.",
  );
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

async function markedSentence(question: string, previousQuestion: string): Promise<string> {
  const source = previousQuestion.startsWith("How") ? "bees" : "insel";
  const answer = await app.fundstelle.ask(question, { previousQuestion, filter: { audience: {}, keys: [source] } });
  const [best] = answer.passages;
  if (best === undefined) return "";
  const { start } = best.passage.range;
  return best.text.slice(best.highlight.start - start, best.highlight.end - start);
}

describe("a follow-up question", () => {
  it.each([
    ["und im September?", "Wie viele Gäste besuchen im August den Leuchtturm?", "Im September sind es noch 4000."],
    ["and in August?", "How many jars does the first harvest in June give?", "The second one, in August, gives 300."],
    ["und seine Laterne?", "Wann wurde der Leuchtturm gebaut?", "Seine Laterne leuchtet weit auf das Meer hinaus."],
  ])("%s marks the sentence with the words of its own", async (question, before, sentence) => {
    expect(await markedSentence(question, before)).toBe(sentence);
  });

  it("goes on asking for the same kind of thing", async () => {
    expect(await markedSentence("und der Anleger?", "In welchem Jahr wurde der Leuchtturm gebaut?")).toContain("1962");
  });

  it("tells when documents name different figures, as the question before would", async () => {
    const answer = await app.fundstelle.ask("und im September?", {
      previousQuestion: "Wie viele Gäste besuchen im August den Leuchtturm?",
    });
    expect(answer.saysDifferentThings).toBe(true);
  });
});
