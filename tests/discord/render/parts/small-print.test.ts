import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../src/discord/render/parts/day.ts";
import { smallPrint } from "../../../../src/discord/render/parts/small-print.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";

describe("small print", () => {
  it("is a line for each that is above a quote, escaped and cut", () => {
    const around = { leadIns: ["Es *geschah*:", "x".repeat(200)], question: "Was\ngeschah?" };
    expect(smallPrint({ file: "turm.txt", around })).toEqual([
      "-# Was geschah?",
      "-# Es \\*geschah\\*:",
      `-# ${"x".repeat(159)}…`,
    ]);
    expect(smallPrint({ file: "turm.txt", around: { leadIns: [] } })).toEqual([]);
  });
});

describe("a day", () => {
  it("is told in the language of whoever reads it, in the time of Greenwich", () => {
    const time = Date.UTC(2024, 1, 29, 23, 59);
    expect(dayOf(time, messagesFor("de"))).toBe("29. Februar 2024");
    expect(dayOf(time, messagesFor("en"))).toBe("29 February 2024");
  });
});
