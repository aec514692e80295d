import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passagesAsShown } from "../../../src/answering/choosing/several-sources.ts";
import type { App } from "../../../src/app.ts";
import { createCollection } from "../collection.ts";

const collection = createCollection();
let app: App;

beforeAll(async () => {
  for (const [year, guests] of [
    [2021, 4000],
    [2023, 5200],
  ]) {
    collection.write(
      `zaehlung-${year}.md`,
      [
        `---\ntitle: Zählung\ndate: ${year}-03-01\n---`,
        `Im September kamen ${guests} Gäste zum Leuchtturm von Sandersoog.`,
        ...(year === 2021 ? ["Die Laterne leuchtet 34 Kilometer weit auf das Meer hinaus."] : []),
      ].join("\n\n"),
    );
  }
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

describe("several sources", () => {
  it("are told apart where they name different figures, newest first", async () => {
    const answer = await app.fundstelle.ask("Wie viele Gäste kamen im September zum Leuchtturm?");
    expect(answer.saysDifferentThings).toBe(true);
    expect(passagesAsShown(answer).map(({ citation }) => citation.split(":")[0])).toEqual([
      "zaehlung-2023",
      "zaehlung-2021",
    ]);
  });

  it("are not where one alone speaks of what is asked", async () => {
    const answer = await app.fundstelle.ask("Wie weit leuchtet die Laterne?");
    expect(answer.passages[0]?.text).toContain("34 Kilometer");
    expect(answer.saysDifferentThings).toBe(false);
  });
});
