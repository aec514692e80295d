import { describe, expect, it } from "vitest";
import { tellingOf } from "../../../src/answering/judging/comparing/telling.ts";
import { index } from "../island.ts";

/** What each word tells beside one that says what it says. */
function told(question: string, language: "de" | "en"): Record<string, number> {
  const query = index.prepare(question, language);
  const shares = tellingOf(
    query,
    query.concepts.map(() => 1),
  );
  return Object.fromEntries(query.concepts.map(({ text }, at) => [text.toLowerCase(), shares[at] ?? 0]));
}

describe("what words of a question tell", () => {
  it("is little of words that ask", () => {
    const { lange, leuchtturm } = told("Wie lange leuchtet der Leuchtturm?", "de");
    expect(lange).toBeLessThan(0.5);
    expect(leuchtturm).toBe(1);
  });

  it("is less of everyday verbs, in any form, than of things", () => {
    const { kriegt, laterne } = told("Wann kriegt Wiebke eine Laterne?", "de");
    expect(kriegt).toBeLessThan(1);
    expect(laterne).toBe(1);
    const { get, people } = told("When does Wiebke get people?", "en");
    expect(get).toBeLessThan(1);
    expect(people).toBe(1);
  });
});
