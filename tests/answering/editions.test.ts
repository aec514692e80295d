import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderAnswerJson } from "../../src/answering/json/answer-json.ts";
import type { App } from "../../src/app.ts";
import { messagesFor } from "../../src/locales/choose-messages.ts";
import { createCollection } from "./collection.ts";

const collection = createCollection();
let app: App;

beforeAll(async () => {
  collection.write(
    "hausordnung-2019.md",
    "# Hausordnung 2019\n\n## § 1 Ruhe\nDie Nachtruhe beginnt um 22 Uhr.\n\n## § 2 Fahrräder\nFahrräder stehen im Hof unter dem Dach.\n\n## § 3 Beginn\nDiese Hausordnung tritt am 1. Januar 2019 in Kraft.\n",
  );
  collection.write(
    "hausordnung-2024.md",
    "---\ntitle: Hausordnung 2024\nvalidFrom: 2024-07-01\nsupersedes: hausordnung-2019\n---\n\n## § 1 Ruhe\nDie Nachtruhe beginnt um 23 Uhr.\n\n## § 2 Haustiere (aufgehoben mit Wirkung vom 1. Januar 2025, ersetzt durch § 4)\nHunde dürfen nur mit Erlaubnis des Vorstands gehalten werden.\n\n## § 4 Tiere\nHunde dürfen ohne Erlaubnis gehalten werden.\n",
  );
  collection.write(
    "hausordnung-2031.md",
    "---\ntitle: Hausordnung 2031\ngültig_ab: 2031-01-01\nersetzt: [Hausordnung 2024]\n---\n\n## § 1 Ruhe\nDie Nachtruhe beginnt um 21 Uhr.\n",
  );
  collection.write(
    "fees.txt",
    "Fee rules\n\nThe fee for the boathouse is 40 euros a year.\n\nThese rules come into force on 1 March 2020 and replace the fee rules of 3 May 2012.\n",
  );
  collection.write(
    "fees-old.txt",
    "Fee rules\n\nThe fee for the boathouse is 25 euros a year. Honorary members pay nothing.\n",
  );
  collection.write("sources.json", JSON.stringify({ documents: [{ file: "fees-old.txt", published: "2012-05-03" }] }));
  app = await collection.open();
}, 60_000);

afterAll(async () => {
  await app.close();
  collection.remove();
});

const today = "2026-05-01";
const firstOf = async (question: string, day = today) => {
  const answer = await app.fundstelle.ask(question, { today: day });
  const [first] = answer.passages;
  return { answer, citation: first?.citation ?? "", standing: first?.standing };
};

describe("editions", () => {
  it("finds what is in force, and leaves out what is not", async () => {
    const { answer, citation, standing } = await firstOf("Wann beginnt die Nachtruhe?");
    expect(citation).toBe("hausordnung-2024:3");
    expect(standing).toBeUndefined();
    expect(answer.passages.filter((passage) => passage.standing !== undefined)).toEqual([]);
    expect(answer.editionsLeftOut).toBe(2);
    expect((await firstOf("What is the fee for the boathouse?")).citation).toBe("fees:2-3");
  });

  it.each([
    "Wann begann die Nachtruhe in der alten Fassung?",
    "Wann begann die Nachtruhe früher?",
    "Wann begann die Nachtruhe 2021?",
    "When did the night's rest begin in the old version?",
  ])("finds the old edition where it is asked for: %s", async (question) => {
    const { answer, citation, standing } = await firstOf(question);
    expect(citation).toBe("hausordnung-2019:3");
    expect(answer.kind).toBe("answered");
    expect(standing).toMatchObject({ kind: "former", replacedBy: [{ key: "hausordnung-2024" }] });
  });

  it("finds the edition of a time, whatever it is called", async () => {
    expect((await firstOf("What was the fee for the boathouse in 2015?")).citation).toBe("fees-old:2");
    expect((await firstOf("Wann beginnt die Nachtruhe 2032?")).citation).toBe("hausordnung-2031:3");
  });

  it("finds what nothing newer answers, marked with what replaced it", async () => {
    const { citation, standing } = await firstOf("Wo stehen die Fahrräder?");
    expect(citation).toBe("hausordnung-2019:5");
    if (standing === undefined) throw new Error("it is not marked");
    expect(messagesFor("de").answer.standing(standing)).toBe(
      "gilt nicht mehr seit 1. Juli 2024, ersetzt durch: Hausordnung 2024 (hausordnung-2024)",
    );
    expect(messagesFor("en").answer.standing(standing)).toContain("no longer in force since 1 July 2024");
    expect((await firstOf("Do honorary members pay?")).standing?.replacedBy).toEqual([
      { title: "Fee rules", key: "fees" },
    ]);
  });

  it("leaves out a repealed section, and says what stands in its place where it is shown", async () => {
    expect((await firstOf("Dürfen Hunde gehalten werden?")).citation).toBe("hausordnung-2024:7");
    const { citation, standing } = await firstOf("Wer gibt die Erlaubnis, der Vorstand?");
    expect(citation).toBe("hausordnung-2024:5");
    expect(standing).toMatchObject({ kind: "former", since: { from: "2025-01-01" }, replacedBy: [{ title: "§ 4" }] });
  });

  it("goes by the day", async () => {
    expect((await firstOf("Wann beginnt die Nachtruhe?", "2020-01-01")).citation).toBe("hausordnung-2019:3");
    expect((await firstOf("Wann beginnt die Nachtruhe?", "2031-06-01")).citation).toBe("hausordnung-2031:3");
  });

  it("keeps an edition that a search is limited to, and marks it", async () => {
    const filter = { keys: ["hausordnung-2019"] };
    const answer = await app.fundstelle.ask("Wann beginnt die Nachtruhe?", { filter, today });
    expect(answer.passages[0]).toMatchObject({ citation: "hausordnung-2019:3", standing: { kind: "former" } });
  });

  it("marks them wherever they are shown", async () => {
    const { answer } = await firstOf("Wo stehen die Fahrräder?");
    expect(JSON.parse(renderAnswerJson(answer)).passages[0].standing).toEqual({
      kind: "former",
      since: "2024-07-01",
      replacedBy: [{ title: "Hausordnung 2024", key: "hausordnung-2024" }],
    });
    const page = await app.fundstelle.search("Nachtruhe");
    expect(page.hits.map(({ citation, standing }) => [citation, standing?.kind])).toEqual([
      ["hausordnung-2024:3", undefined],
      ["hausordnung-2031:3", "coming"],
      ["hausordnung-2019:3", "former"],
    ]);
    for (const { score, signals } of page.hits) {
      expect(signals.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(score, 9);
    }
    const { standing } = await app.fundstelle.lookUp({ documentKey: "hausordnung-2019", paragraph: 3 });
    expect(standing?.kind).toBe("former");
    expect((await app.fundstelle.read("hausordnung-2019")).standing?.kind).toBe("former");
    expect(app.fundstelle.sources().filter((source) => source.standing?.kind === "former")).toHaveLength(2);
  });
});
