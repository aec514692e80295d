import fc from "fast-check";
import { expect, it } from "vitest";
import { graphemes } from "../../../../src/discord/render/text/graphemes.ts";
import { proportional, slowdownOf } from "../../../support/slowdown.ts";

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => text.replaceAll("\r", "\n")),
  fc
    .array(
      fc.constantFrom(
        "a",
        "é",
        "e\u0301",
        "\u0600",
        "1",
        "\n",
        " ",
        "👩‍👩‍👧",
        "🇩🇪",
        "\u200d",
        "ß",
        "_",
        "\ud800",
        "각",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join("")),
);

it("are what the standard says", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const expected = Array.from(new Intl.Segmenter("und").segment(text), ({ segment }) => segment);
      expect([...graphemes(text)]).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

it.each(["👨‍👩‍👧", "🇩🇪", "क्ष", "aé", "\t", "\u0301", "😀"])(
  "takes time in proportion to the text: %j",
  async (piece) => {
    const read = (repeats: number) => [...graphemes(piece.repeat(repeats))].length;
    expect(await slowdownOf(read, 8_000)).toBeLessThan(proportional);
  },
);

it("cuts long texts where one window ends as it cuts short ones", () => {
  for (const piece of ["👨‍👩‍👧", "🇩🇪", "क्ष", "é", "👍🏽", "\u{10000}", "\u{103ff}"]) {
    for (const lead of ["", "é", "x́", "🇩🇪"]) {
      expect([...graphemes(lead + piece.repeat(300))].slice(-300)).toEqual(Array.from({ length: 300 }, () => piece));
    }
  }
  expect([...graphemes(`a${"\u0301".repeat(5_000)}b`)].join("")).toBe(`a${"\u0301".repeat(5_000)}b`);
});

it("come in parts where they have more marks than people take for one", () => {
  const lengths = (marks: number) => [...graphemes(`a${"\u0301".repeat(marks)}b`)].map(({ length }) => length);
  expect(lengths(1_000)).toEqual([1_001, 1]);
  expect(lengths(5_000)).toEqual([1_024, 1_024, 1_024, 1_024, 905, 1]);
});
