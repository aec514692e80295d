import fc from "fast-check";
import { expect, it } from "vitest";
import { graphemes } from "../../../../src/discord/render/text/graphemes.ts";

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
