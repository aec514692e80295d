import { describe, expect, it } from "vitest";
import { readClaims } from "../../../../src/answering/proof/claims/read-claims.ts";

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
