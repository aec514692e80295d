import path from "node:path";
import { describe, expect, it } from "vitest";
import { readForEvaluation } from "../../../scripts/evaluation/evaluation-setup.ts";
import { createFundstelle } from "../../../src/answering/create-fundstelle.ts";
import { indexed } from "../../support/indexed.ts";
import { root } from "../../support/program.ts";

const { documents, lexicon } = await readForEvaluation(path.join(root, "tests", "fixtures", "workshop", "documents"));
const { index } = indexed(documents, lexicon);
const refuse = async (): Promise<never> => {
  throw new Error("no file is read here");
};
const fundstelle = createFundstelle({
  index: () => index,
  lexicon,
  catalogue: { open: refuse, paged: refuse, reread: refuse, lineEnds: refuse },
});

describe("broad questions", () => {
  it.each(["Worum geht es hier?", "What is this about?"])("shows each document with its lead: %s", async (question) => {
    const answer = await fundstelle.ask(question);
    expect(answer).toMatchObject({ question, kind: "answered", certainty: "sure", missing: [] });
    expect(answer.passages.map(({ file }) => file).sort()).toEqual(["holzwerkstatt.md", "metal-workshop.md"]);
    for (const { text, passage, highlight } of answer.passages) {
      expect(text.length).toBeGreaterThan(60);
      expect(highlight.start).toBeGreaterThanOrEqual(passage.range.start);
      expect(highlight.end).toBeLessThanOrEqual(passage.range.end);
    }
  });

  it("shows nothing of documents that the person may not see", async () => {
    const answer = await fundstelle.ask("Worum geht es hier?", { filter: { keys: ["holzwerkstatt"] } });
    expect(answer.passages.map(({ file }) => file)).toEqual(["holzwerkstatt.md"]);
    expect((await fundstelle.ask("Worum geht es hier?", { filter: { keys: [] } })).passages).toEqual([]);
  });

  it("shows one passage of each document that speaks of a topic", async () => {
    const answer = await fundstelle.ask("Which documents are about the lathe?");
    expect(answer.passages.map(({ file }) => file)).toEqual(["metal-workshop.md"]);
    expect(answer.question).toBe("Which documents are about the lathe?");
  });

  it("answers several questions of one message one by one", async () => {
    const answer = await fundstelle.ask(
      "Wie hoch ist die Kaution für den Schlüssel? Und wie lange gilt die Einweisung in der Holzwerkstatt?",
    );
    const [first, second] = answer.passages;
    expect(first?.text).toContain("40 Euro");
    expect(second?.text).toContain("drei Jahre");
    expect(answer.parts?.map(({ question }) => question)).toEqual([
      "Wie hoch ist die Kaution für den Schlüssel?",
      "Und wie lange gilt die Einweisung in der Holzwerkstatt?",
    ]);
    expect(answer.parts?.[0]?.passages[0]?.text).toContain("40 Euro");
    expect(answer.parts?.[1]?.passages[0]?.text).toContain("drei Jahre");
  });

  it("answers the one of two questions that has an answer", async () => {
    const answer = await fundstelle.ask(
      "Wie hoch ist die Kaution für den Schlüssel? Welche Vulkane gibt es auf Island?",
    );
    expect(answer).toMatchObject({ kind: "answered", certainty: "uncertain" });
    expect(answer.passages[0]?.text).toContain("40 Euro");
    expect(answer.parts?.map(({ kind }) => kind)).toEqual(["answered", "abstained"]);
  });

  it("takes a list of questions for several", async () => {
    const answer = await fundstelle.ask(
      "1. Wie hoch ist die Kaution für den Schlüssel?\n2. Wie lange gilt die Einweisung in der Holzwerkstatt?",
    );
    expect(answer.parts?.map(({ question }) => question)).toEqual([
      "Wie hoch ist die Kaution für den Schlüssel?",
      "Wie lange gilt die Einweisung in der Holzwerkstatt?",
    ]);
  });

  it("takes a question that goes on from the one before it for a part of it", async () => {
    const answer = await fundstelle.ask(
      "Wie hoch ist die Kaution für den Schlüssel der Werkstatt in der Holzwerkstatt? Und wo?",
    );
    expect(answer.passages[0]?.text).toContain("40 Euro");
  });
});
