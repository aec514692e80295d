import { describe, expect, it } from "vitest";
import { codeBlock } from "../../../../src/discord/render/text/code-block.ts";

const block = (body: string) => `\`\`\`\n${body}\n\`\`\``;
const family = "👩‍👩‍👧";

describe("a block of code", () => {
  it.each([
    ["abc", 20, "abc"],
    ["a*b\nc", 20, "a*b\nc"],
    ["a\u202Eb", 20, "ab"],
    ["a```b", 20, "a'''b"],
    ["a`", 20, "a'"],
    ["`a", 20, "`a"],
    ["abcde", 13, "abcde"],
    ["abcdef", 13, "abcd…"],
    ["abc", 9, "…"],
    ["abc", 5, "…"],
    [`ab${family}`, 18, `ab${family}`],
    [`ab${family}c`, 18, "ab…"],
    [`ab${family}`, 14, "ab…"],
    [`ab${family}`, 15, "ab…"],
  ])("%j in at most %i characters", (text, most, body) => {
    expect(codeBlock(text, most)).toBe(block(body));
  });
});
