import { describe, expect, it } from "vitest";
import { severalQuestions } from "../../../src/answering/broad/several-questions.ts";

describe("several questions of one message", () => {
  it("are told from one another, without what stands around them", () => {
    const message = "Hallo zusammen! Was kostet der Kurs am Abend? Wo melde ich mich dafür an? Danke schon mal!";
    expect(severalQuestions(message).map(({ text }) => text)).toEqual([
      "Was kostet der Kurs am Abend?",
      "Wo melde ich mich dafür an?",
    ]);
  });

  it("go on from the one before where they need it", () => {
    expect(severalQuestions("How much is the deposit? When do they pay it back?")).toEqual([
      { text: "How much is the deposit?" },
      { text: "When do they pay it back?", previous: "How much is the deposit?" },
    ]);
  });

  it.each([
    "Was kostet der Kurs? Und wann?",
    "Was kostet der Kurs am Abend, und wo melde ich mich an?",
    "Der Kurs beginnt am Abend. Was kostet er?",
    "Really?? What does the course cost?",
  ])("are one where they are: %s", (message) => {
    expect(severalQuestions(message)).toEqual([]);
  });
});
