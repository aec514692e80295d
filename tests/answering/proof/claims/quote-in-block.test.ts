import { describe, expect, it } from "vitest";
import { quoteInBlock } from "../../../../src/answering/proof/claims/quote-in-block.ts";
import { readClaims } from "../../../../src/answering/proof/claims/read-claims.ts";
import { mostQuoteLines } from "../../../../src/answering/proof/near-lines.ts";

const quotesOf = (text: string) =>
  readClaims(text, (key) => key === "hafen").map(({ quotes }) => quotes.map(({ readings }) => readings.join(" / ")));

describe("a quote apart from its citation", () => {
  it.each([
    "„Der Hafen ist alt.“\nhafen:7",
    "»Der Hafen ist alt.«\nQuelle: hafen:7",
    "„Der Hafen ist alt.“\n\n— hafen:7",
    '"Der Hafen ist alt."\nhafen:7',
    '„Der Hafen ist alt."\nhafen:7',
    "„Der Hafen ist alt.“ Das steht in hafen:7.",
    "„Der Hafen ist alt.“ (siehe hafen:7)",
    "Laut hafen:7 ist es so: „Der Hafen ist alt.“",
    "hafen:7\n„Der Hafen ist alt.“",
    "Vorher.\n\n„Der Hafen ist alt.“ steht da,\nund zwar in hafen:7.\n\nNachher „ja, so ist es.“",
  ])("is the one of its block: %j", (text) => {
    expect(quotesOf(text)).toEqual([["Der Hafen ist alt."]]);
  });

  it.each([
    ["of several nobody knows which", "„Der eine ist alt.“ und „Der andere ist neu.“ stehen in hafen:7."],
    ["a word is none", "Das „Tor“ ist zu, sagt hafen:7."],
    [
      "nor is what a reference calls by its title",
      "Bote. 2021. “The old harbour.” May 4. Para. 3.\nIt is old.\nhafen:3",
    ],
    ["nor is a title", "In „Der alte Hafen“ steht es, und zwar in hafen:7."],
    ["a mark that nothing closes is in doubt", "„Der Hafen ist alt. Das steht in hafen:7."],
    ["another block has its own", "„Der Hafen ist alt.“\n\nDas steht irgendwo, etwa in hafen:7."],
    ["a block quote further up is another's", "> „Der Hafen ist alt.“\n\nVon heute\n\nUnd: hafen:7"],
  ])("is not guessed: %s", (_, text) => {
    expect(quotesOf(text)).toEqual([[]]);
  });

  it("belongs to the citation of its own block alone", () => {
    expect(quotesOf("„Der Hafen ist alt.“ Das steht in hafen:7.\nMehr in hafen:8.")).toEqual([[], []]);
    expect(quotesOf("„Der Hafen ist alt.“ Das steht in hafen:7 oder hafen:8.")).toEqual([[], []]);
    expect(quotesOf("„Der Hafen ist alt.“\nhafen:7\n\nhafen:8")).toEqual([["Der Hafen ist alt."], []]);
  });
});

describe("the block of a line with a citation", () => {
  const quote = "„Der Hafen ist alt.“";
  /** The quote that belongs to the one line that names a citation. */
  const found = (...lines: string[]): string | undefined => {
    const at = lines.findIndex((line) => line.includes("hafen:7"));
    return quoteInBlock(lines, at, (line) => /hafen:\d/u.test(lines[line] ?? ""));
  };

  it.each([
    [[quote, "So ist es.", "hafen:7"]],
    [["hafen:7", "So ist es.", quote]],
    [[quote, "", "hafen:7"]],
    [[quote, "So ist es.", "", "hafen:7"]],
    [[quote, " \t", "  — Quelle:  (hafen:7)."]],
    [[` ${quote} Es gilt    a > b, x\ty -# z`, "hafen:7"]],
    [["« Der Hafen ist alt. »", "hafen:7"]],
  ])("has it: %j", (lines) => {
    expect(found(...lines)).toBe("Der Hafen ist alt.");
  });

  it.each([
    [["hafen:7"]],
    [["", "hafen:7"]],
    [[quote, "", "hafen:7", "Mehr dazu."]],
    [[quote, "", "siehe hafen:7"]],
    [[quote, "", "", "hafen:7"]],
    [[quote, "> Zitat", "hafen:7"]],
    [[quote, "  ", "So ist es:", "hafen:7"]],
    [[`    ${quote}`, "hafen:7"]],
    [[`\t${quote}`, "hafen:7"]],
    [[`> ${quote}`, "hafen:7"]],
    [[`  > ${quote}`, "hafen:7"]],
    [[`-# ${quote}`, "hafen:7"]],
    [['“Der Hafen ist alt."', "hafen:7"]],
    [[quote, "hafen:8", "hafen:7"]],
  ])("has none: %j", (lines) => {
    expect(found(...lines)).toBeUndefined();
  });

  it("ends where a quote would be too far away", () => {
    const filler = (count: number): string[] => Array(count).fill("So ist es.");
    const words = "Der Hafen ist alt.";
    expect(found(quote, ...filler(mostQuoteLines - 1), "hafen:7")).toBe(words);
    expect(found(quote, ...filler(mostQuoteLines), "hafen:7")).toBeUndefined();
    expect(found("hafen:7", ...filler(mostQuoteLines - 2), quote)).toBe(words);
    expect(found("hafen:7", ...filler(mostQuoteLines - 1), quote)).toBeUndefined();
    expect(found(...Array(200).fill(""), "hafen:7", ...filler(250), quote)).toBe(words);
    expect(found(quote, ...filler(mostQuoteLines - 2), "", "hafen:7")).toBe(words);
    expect(found(quote, ...filler(mostQuoteLines - 1), "", "hafen:7")).toBeUndefined();
  });
});
