import { describe, expect, it } from "vitest";
import { cutEscaped, cutLine, cutPlain } from "../../../../src/discord/render/text/cut.ts";

const family = "👩‍👩‍👧";
const tower = `e${"\u0301".repeat(10)}`;

describe("an escaped text", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    ["a*b", 4, "a\\*b"],
    ["a*b", 3, "a…"],
    ["abc def", 5, "abc…"],
    ["Ende. Und", 6, "Ende…"],
    ["a,;:. b", 6, "a…"],
    ["a.b c", 4, "a.b…"],
    [`ab${family}`, 9, "ab…"],
    [`ab${family}`, 10, `ab${family}`],
    ["a", 1, "a"],
    ["ab", 1, "…"],
    ["ab", 0, ""],
    ["ab", -3, ""],
    [tower, 5, `e${"\u0301".repeat(3)}…`],
    [`a${tower}`, 5, "a…"],
    ["*\u0301\u0301\u0301", 2, "…"],
    ["*\u0301\u0301\u0301", 3, "\\*…"],
    ["a".repeat(100), 10, `${"a".repeat(9)}…`],
    [`${"\u200E".repeat(70)}abc`, 10, "abc"],
    ["", 5, ""],
  ])("%j has at most %i characters", (text, most, cut) => {
    expect(cutEscaped(text, most)).toBe(cut);
  });

  it("begins a list only where it does not begin a line", () => {
    expect(cutEscaped("- a", 10)).toBe("\\- a");
    expect(cutEscaped("- a", 10, false)).toBe("- a");
    expect(cutLine("- a\n- b*", 10)).toBe("- a - b\\*");
    expect(cutLine("abc\ndef", 5)).toBe("abc…");
  });
});

describe("a line without Markdown", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    ["a*b\n c", 10, "a*b c"],
    ["ab. cd", 4, "ab…"],
    ["abc def", 5, "abc…"],
    [`${family}b`, 9, `${family}b`],
    [`${family}bc`, 9, `${family}…`],
    [`${family}b`, 8, "…"],
    ["ab", 1, "…"],
  ])("%j has at most %i characters", (text, most, cut) => {
    expect(cutPlain(text, most)).toBe(cut);
  });
});
