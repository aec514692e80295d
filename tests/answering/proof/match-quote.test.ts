import { describe, expect, it } from "vitest";
import type { QuoteClaim } from "../../../src/answering/proof/claims/claim.ts";
import { isQuoteOf } from "../../../src/answering/proof/match-quote.ts";
import { shownText } from "../../../src/answering/shown/shown-text.ts";

/** Whether something is a quote of a passage that consists of some sentences. */
function isQuote(
  quote: string | readonly string[],
  { of, compared, file = "turm.md" }: { of: readonly string[]; compared: QuoteClaim["compared"]; file?: string },
): boolean {
  const text = of.join(" ");
  const sentences = of.map((_, at) => ({
    start: of.slice(0, at).join(" ").length + (at === 0 ? 0 : 1),
    end: at === of.length - 1 ? text.length : of.slice(0, at + 1).join(" ").length + 1,
  }));
  const readings = typeof quote === "string" ? [quote] : quote;
  return isQuoteOf(
    { readings, compared },
    { text, sentences },
    (words) => shownText({ file, kind: "text", text: words, start: 0 }).text,
  );
}

const tower = ["Der **Turm** fiel.", "Wann genau?", "1911", "—", "Ja"];
const bells = ["The **tower** fell.", "In which year?", "1911", "—", "Yes"];

describe("a quote of which every character counts", () => {
  it.each([
    [tower.join(" "), true],
    ["Der Turm fiel. Wann genau? 1911 — Ja", true],
    ["Der **Turm** fiel.", true],
    ["Der **Turm** fiel. Wann genau?", true],
    ["Wann genau? 1911", true],
    ["1911", true],
    [" Ja ", true],
    ["Der **Turm**  fiel.", false],
    ["„Der **Turm** fiel.“", false],
    ["… fiel.", false],
    ["Turm", false],
    ["Der **Turm** fiel. 1911", false],
    ["Ja und mehr", false],
    ["—", false],
    ["", false],
  ])("is the passage or sentences of it in a row, not so anything else: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: tower, compared: "exact" })).toBe(isOne);
  });

  it("is one if one of its readings is", () => {
    expect(isQuote(["Nein", "Ja"], { of: tower, compared: "exact" })).toBe(true);
    expect(isQuote(["Nein", "Wann genau? 1911 — Ja"], { of: tower, compared: "exact" })).toBe(true);
    expect(isQuote(["No", bells.join(" ")], { of: bells, compared: "exact" })).toBe(true);
    expect(isQuote(["No", "Nobody"], { of: bells, compared: "exact" })).toBe(false);
  });
});

describe("a quote as it is shown", () => {
  it.each([
    ["The tower fell.", true],
    ["The tower fell. In which year? 1911", true],
    ["The **tower** fell.", true],
    ["In **which** year?", true],
    ["**Yes**", true],
    ["1911", true],
    ["The steeple fell.", false],
    ["tower fell.", false],
    ["The tower fell. 1911", false],
    ["Yes and no", false],
    ["—", false],
    ["**", false],
  ])("is sentences of the passage in a row, in bold or not: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: bells, compared: "shown" })).toBe(isOne);
  });

  it.each([
    ["Der Turm fiel. Er steht wieder.", true],
    ["Der **Turm** fiel. Er **steht** wieder.", true],
    ["Der Turm fiel. Er steht nicht wieder.", false],
  ])("is the whole passage where its markup goes on over sentences: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: ["**Der Turm fiel.", "Er steht wieder.**"], compared: "shown" })).toBe(isOne);
  });

  it.each([
    ["… tower …", true],
    ["\u200b … tower … \ufeff", true],
    ["… tower fell. In [...]", true],
    ["[…] 1911 ...", true],
    ["… steeple …", false],
    ["… — …", false],
    ["…", false],
    ["… …", false],
  ])("is a part of the passage where it is cut: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: bells, compared: "shown" })).toBe(isOne);
  });

  it.each([
    ["»Die Mühle steht.«", true],
    ["«Die Mühle steht.»", true],
    ["„Die Mühle steht.“", true],
    ["„Die Mühle steht.”", true],
    ["“Die Mühle steht.”", true],
    ['"Die Mühle steht."', true],
    ["‚Die Mühle steht.‘", true],
    ["‘Die Mühle steht.’", true],
    [" »Die Mühle steht.« ", true],
    ["»… Mühle …«", true],
    ["(Die Mühle steht.)", false],
    ["(Die Mühle steht.«", false],
    ["»Die Mühle steht.)", false],
    ['(Die Mühle steht."', false],
    ['"Die Mühle steht.)', false],
    ["»Die Mühle steht.“", false],
    ["»Die Mühle fällt.«", false],
    ["»«", false],
    ['"', false],
  ])("may stand in quote marks that belong together: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: ["Die Mühle steht."], compared: "shown" })).toBe(isOne);
  });

  it.each([
    ["Die **Note** \\** gilt \\*heute\\*.", true],
    ["Die Note \\*\\* gilt \\*heute\\*.", true],
    ["Die Note ** gilt *heute*.", true],
    ["Die **Note** gilt \\*heute\\*.", false],
  ])("is read without its escapes, of which none is a mark: %j", (quote, isOne) => {
    const of = ["Die Note ** gilt *heute*.", "Oder nicht."];
    expect(isQuote(quote, { of, compared: "shown", file: "note.txt" })).toBe(isOne);
  });

  it.each([
    ["Die \u200b Mühle\u2028steht.", true],
    ["\u200b Die Mühle steht. \ufeff", true],
    ["Die \t Mu\u0308hle\n\nsteht.", true],
    ["DieMühle steht.", false],
    ["Die Muhle steht.", false],
  ])("may have lost or gained what nobody sees: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: ["Die Mühle steht.", "Noch."], compared: "shown" })).toBe(isOne);
    expect(isQuote(quote, { of: ["Die Mühle steht."], compared: "shown" })).toBe(isOne);
  });
});

describe("a quote that may be a part without saying so", () => {
  it.each([
    ["tower", true],
    ["fell. In which", true],
    ["1911", true],
    ["steeple", false],
    ["—", false],
    ["", false],
  ])("is whatever stands in the passage: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: bells, compared: "part" })).toBe(isOne);
    expect(isQuote(quote, { of: bells, compared: "shown" })).toBe(quote === "1911");
  });
});

describe("an item of a list", () => {
  const items = ["- Der Turm fiel.\n", "- „Ja“, sagte er.\n", "- 5 Grad waren es.\n", "1. Oktober war es."];
  it.each([
    ["Der Turm fiel.", true],
    ["„Ja“, sagte er.", true],
    ["Der Turm fiel. „Ja“, sagte er.", true],
    ["- Der Turm fiel.", true],
    ["5 Grad waren es.", false],
    ["Oktober war es.", false],
  ])("may be quoted without the sign before it, and with its figures alone: %j", (quote, isOne) => {
    expect(isQuote(quote, { of: items, compared: "shown" })).toBe(isOne);
  });
});
