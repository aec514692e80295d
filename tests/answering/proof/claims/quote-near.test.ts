import { describe, expect, it } from "vitest";
import { quotesNear } from "../../../../src/answering/proof/claims/quote-near.ts";
import { citedLine } from "./cited-line.ts";

function near(text: string, beginning = "") {
  const { lines, at, citations, isCitation } = citedLine(text, beginning);
  return quotesNear(lines, at, citations, isCitation);
}

const shown = (...readings: readonly string[]) => [[{ readings, compared: "shown" }]];

describe("the quote of a citation", () => {
  it("stands in quote marks beside it, or by its place beside the first one of a line", () => {
    expect(near("> X\n„A“ (d:1), „B“ (d:2)")).toEqual([...shown("A"), ...shown("B")]);
    expect(near("> X\nd:1, d:2")).toEqual([...shown("X"), []]);
    expect(near("> X\nd:1, d:2: „B“")).toEqual([...shown("X"), ...shown("B")]);
  });

  it.each(["Auch in d:1", "  Auch in d:1", "Auch in d:1-2, e:2b"])("is none by a list of other places: %j", (line) => {
    expect(near(`> A\n${line}\n> B`)[0]).toEqual([]);
  });
});

describe("a block quote above", () => {
  it.each([
    ["> A\nd:1", "A"],
    [">A\n > B\n>  C\nd:1", "A\nB\n C"],
    ["> X\n\n> A\nd:1", "A"],
    ["> A\n**Titel** · 2024\nS. 1 · d:1", "A"],
    ["> A\n\n— d:1", "A"],
    ["> A\n \n(d:1)", "A"],
    ["> A\n\n— d:1 —", "A"],
    ["> A\n\nd:1\n\n> B", "A"],
    ["> A\nd:1\n> B", "A"],
  ])("is the quote: %j", (text, quote) => {
    expect(near(text)).toEqual(shown(quote));
  });

  it.each([
    ["> A\n\nsiehe d:1 dort"],
    ["> A\nText\nd:1"],
    ["> A\nText **fett**\nd:1"],
    ["> A\n\n\nd:1"],
    ["> A\n\n**Titel**\nd:1"],
    ["A > B\nd:1"],
    ["d:1"],
    ["\nd:1"],
  ])("is none that belongs to something else: %j", (text) => {
    expect(near(text)).toEqual([[]]);
  });

  it("is not the one above where its own is below, right behind it", () => {
    expect(near("> A\n\nd:1\n> B")).toEqual(shown("B"));
  });

  it("is read as far as one line more than a quote may have", () => {
    const [[quote] = []] = near(`${"> A\n".repeat(500)}d:1`);
    expect(quote?.readings[0]?.split("\n")).toHaveLength(401);
    const [[whole] = []] = near(`x\n${"> A\n".repeat(400)}d:1`);
    expect(whole?.readings[0]?.split("\n")).toHaveLength(400);
  });
});

describe("indented lines below", () => {
  it.each([
    ["d:1\n    A", "A", "A"],
    ["d:1\n    A  \n      B\nC", "A B", "A B"],
    [
      "d:1\n    A\n    Wertung 1.2345\n    Woerter  0.1234 = 0.5 × 0.25\n    ┆ S. 1",
      "A",
      "A Wertung 1.2345 Woerter  0.1234 = 0.5 × 0.25 ┆ S. 1",
    ],
    ["d:1\n    A\n    Auch in e:2, f:3", "A", "A Auch in e:2, f:3"],
    ["d:1\n    A\n    wie e:2 sagt", "A", "A"],
    ["d:1\n    Wertung 1.2345", "Wertung 1.2345", "Wertung 1.2345"],
    ["d:1\n    A ┆ S. 1", "A ┆ S. 1", "A ┆ S. 1"],
    ["d:1\n    ┆S. 1", "┆S. 1", "┆S. 1"],
  ])("are the quote, with or without what a terminal prints around it: %j", (text, quote, whole) => {
    expect(near(text, "d:1")).toEqual(shown(quote, whole));
  });

  it.each(["d:1\n   A", "d:1\nx    A", "d:1\n    \n    A", "d:1\n\n    A"])("are none: %j", (text) => {
    expect(near(text)).toEqual([[]]);
  });

  it("may end with the sentence that answers", () => {
    const sentence = { readings: ["B c.", "B c."], compared: "part" };
    expect(near("d:1\n    Am 3. Mai.\n    Antwort: »B\n    c.«")).toEqual([
      [
        {
          readings: ["Am 3. Mai. Antwort: »B c.«", "Am 3. Mai. Antwort: »B c.«", "Am 3. Mai.", "Am 3. Mai."],
          compared: "shown",
        },
        sentence,
      ],
    ]);
    expect(near("d:1\n    Am 3. Mai.\n    Im 4. Jahr.\n    Wertung 1.2345\n    Antwort: »B c.«")).toEqual([
      [
        {
          readings: [
            "Am 3. Mai. Im 4. Jahr. Antwort: »B c.«",
            "Am 3. Mai. Im 4. Jahr. Wertung 1.2345 Antwort: »B c.«",
            "Am 3. Mai. Im 4. Jahr.",
            "Am 3. Mai. Im 4. Jahr. Wertung 1.2345",
          ],
          compared: "shown",
        },
        sentence,
      ],
    ]);
  });

  it("are read as far as one more than a quote may have", () => {
    const [[quote] = []] = near(`d:1${"\n    A".repeat(500)}`);
    expect(quote?.readings[0]?.split(" ")).toHaveLength(401);
  });
});

describe("block quotes below", () => {
  it.each([
    ["d:1 dort\n> A", ["A"]],
    ["d:1 dort\n\nText\n>A\n> B\nText\n> C", ["A\nB", "C"]],
    ["-# d:1 dort\n> A\n> B", ["A\nB"]],
    ["d:1 dort\n> A\n-# Absatz 2\n> B", ["A"]],
    ["d:1 dort\n-# Absatz 2\n> B\n> C\n-# Absatz 3\n> D", ["B\nC", "C", "D"]],
    ["d:1 dort\nx -# Absatz 2\n> B\n> C", ["B\nC"]],
    ["d:1 dort\n> A\nd:2 dort\n> B", ["A"]],
  ])("are the quote: %j", (text, readings) => {
    expect(near(text, text.startsWith("-#") ? "-#" : "d:1")).toEqual(shown(...readings));
  });

  it("are none of the citation that stands between, and none without a mark", () => {
    expect(near("d:1 dort\nd:2 dort\n> A", "d:1")).toEqual([[]]);
    expect(near("d:1 dort\nA > B")).toEqual([[]]);
  });

  it("of what stands around are none that is longer than a quote may be", () => {
    const [[quote] = []] = near(`d:1 dort\n-# Absatz 2${"\n> A".repeat(400)}`);
    expect(quote?.readings).toHaveLength(400);
    expect(near(`d:1 dort\n-# Absatz 2${"\n> A".repeat(401)}`)).toEqual([[]]);
  });
});

describe("a message that was copied as it is seen", () => {
  it.each([
    ["1 · Titel\nA\nB\nS. 1 · d:1", "A\nB"],
    ["123 · Titel\n\nA\n\nS. 1 · d:1", "A"],
    ["2 · e:2 x\n1 · Titel\nA\nS. 1 · d:1", "A"],
  ])("has its quote below the numbered line: %j", (text, quote) => {
    expect(near(text, "S.")).toEqual(shown(quote));
  });

  it.each([
    ["1 · Titel\nS. 1 · d:1"],
    ["1 · Titel\n\nS. 1 · d:1"],
    ["1234 · Titel\nA\nS. 1 · d:1"],
    ["x 1 · Titel\nA\nS. 1 · d:1"],
    ["Titel\nA\nS. 1 · d:1"],
    ["1 · Titel\nx e:2 x\nA\nS. 1 · d:1"],
    ["1 · Titel e:2 x\nA\nS. 1 · d:1"],
  ])("has none otherwise: %j", (text) => {
    expect(near(text, "S.")).toEqual([[]]);
  });
});
