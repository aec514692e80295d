import { describe, expect, it } from "vitest";
import {
  fitsMessage,
  previousOf,
  showQuestion,
  toQuestion,
} from "../../../../src/discord/messages/text/question-text.ts";

describe("a question", () => {
  it("is its words on one line, shown with nothing but its spoilers alive", () => {
    const question = toQuestion(" Wo ist\n**der** ||*rote* Turm||? ");
    expect(question).toBe("Wo ist der ||rote Turm||?");
    expect(showQuestion(toQuestion("Wo ist @everyone ||a_b_c||?"))).toBe("Wo ist \\@everyone ||a\\_b\\_c||?");
  });

  it("fits where it has 1200 characters at most, with those that escape others", () => {
    expect(fitsMessage("x".repeat(1200))).toBe(true);
    expect(fitsMessage("x".repeat(1201))).toBe(false);
    expect(fitsMessage("*".repeat(600))).toBe(true);
    expect(fitsMessage("*".repeat(601))).toBe(false);
  });

  it("is remembered with the one before it while there is room", () => {
    expect(previousOf("Und wann?", "")).toBe("Und wann?");
    expect(previousOf("Und wann?", "Wo ist der Turm?")).toBe("Wo ist der Turm? Und wann?");
    const [long, longer] = ["x".repeat(399), "x".repeat(401)];
    expect(previousOf("Wann?", long)).toBe("Wann?");
    expect(previousOf("x".repeat(200), "y".repeat(199))).toBe(`${"y".repeat(199)} ${"x".repeat(200)}`);
    expect(previousOf("x".repeat(200), "y".repeat(200))).toBe("x".repeat(200));
    expect(previousOf(longer, "Wo?")).toBe("Wo?");
    expect(previousOf("*".repeat(201), "Wo?")).toBe("Wo?");
    expect(previousOf(longer, "")).toBe("");
    expect(previousOf(longer, longer)).toBe("");
  });
});
