import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Token, TokenKind } from "../../../src/analysis/tokens/token.ts";
import { maxWordChars, tokenize } from "../../../src/analysis/tokens/tokenizer.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";
import { tokenizeByPatterns } from "./tokenizer-reference.ts";

/** Tokens of one kind, as their texts. */
function texts(text: string, ...kinds: TokenKind[]): string[] {
  return tokenize(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map((token) => token.text);
}

describe("words", () => {
  it.each([
    ["Der Zug kommt.", ["Der", "Zug", "kommt"]],
    ["Straße, Ämter und Öl", ["Straße", "Ämter", "und", "Öl"]],
    ["Ende.Anfang", ["Ende", "Anfang"]],
    ["Nord- und Südkorea", ["Nord", "und", "Südkorea"]],
    ["G7 und CO2", ["G7", "und", "CO2"]],
    ["die 1990er", ["die", "1990er"]],
    ["rock 'n' roll", ["rock", "n", "roll"]],
    ["Москва Пхеньян", ["Москва", "Пхеньян"]],
    ["f&uuml;r G&Auml;STE, Stra&szlig;e, caf&eacute;\nzu", ["für", "GÄSTE", "Straße", "café", "zu"]],
    ["Gr&#246;&#xDF;e &amp; Ma&nbsp;e", ["Größe", "amp", "Ma", "nbsp", "e"]],
    ["", []],
    [" \n\t…—!?", []],
  ])("of %j", (text, expected) => {
    expect(texts(text, "word")).toEqual(expected);
  });

  it.each([
    ["Putin's plan", "Putin"],
    ["Putin’s plan", "Putin"],
    ["Hans' Haus", "Hans"],
    ["O'Brien", "O'Brien"],
    ["L’Aquila", "L’Aquila"],
  ])("lose the possessive of %j and keep other apostrophes", (text, expected) => {
    expect(texts(text, "word")[0]).toBe(expected);
  });

  it.each([
    ["die Kanarienvo-\ngelzucht im", "Kanarienvogelzucht", "Kanarienvo-\ngelzucht"],
    ["> die Liefe-\r\n> rungen", "Lieferungen", "Liefe-\r\n> rungen"],
    ["Schif\u00ad\n  fahrt", "Schiffahrt", "Schif\u00ad\n  fahrt"],
    ["die E-Mail-\nadresse", "EMailadresse", "E-Mail-\nadresse"],
  ])("are whole where a line ends within them: %j", (text, word, written) => {
    const joined = tokenize(text).find(({ kind }) => kind === "joined");
    expect(joined?.text).toBe(word);
    expect(text.slice(joined?.start, joined?.end)).toBe(written);
  });

  it.each(["Ein-\nund Ausgang", "vor-\nor nachher", "Nord-\nSüd", "10-\n20", "Ein-\n\nleben"])(
    "are not put together in %j",
    (text) => {
      expect(texts(text, "joined").join()).not.toMatch(/und|or|Süd|leben/);
    },
  );

  it.each([
    ["游泳馆位于城市的南部。", ["游泳", "位于", "城市", "南部"]],
    ["図書館は東京にあります。", ["図書館", "東京"]],
    ["Der Ort 東京 liegt", ["Der", "東京", "liegt"]],
  ])("are found in scripts without spaces: %j", (text, expected) => {
    const tokens = tokenize(text);
    expect(tokens.map((token) => token.text)).toEqual(expect.arrayContaining([...expected]));
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it("are whole where they may be broken, and keep their place", () => {
    expect(tokenize("die Förder\u00adschnecke, Bi\u200benen\u00adstock-Deckel")).toEqual([
      { text: "die", kind: "word", start: 0, end: 3 },
      { text: "Förderschnecke", kind: "word", start: 4, end: 19 },
      { text: "Bienenstock", kind: "word", start: 21, end: 34 },
      { text: "BienenstockDeckel", kind: "joined", start: 21, end: 41 },
      { text: "Deckel", kind: "word", start: 35, end: 41 },
    ]);
  });

  it.each([
    ["z. B.", "zB"],
    ["z.B.", "zB"],
    ["z.\u00a0B.", "zB"],
    ["U.S.", "US"],
    ["d. h.", "dh"],
    ["e.V.", "eV"],
  ])("hold the dotted abbreviation %j together", (text, expected) => {
    expect(tokenize(`so ${text} auch`).map((token) => token.text)).toEqual(["so", expected, "auch"]);
  });

  it.each([
    ["US-Präsident", ["US", "Präsident"], "USPräsident"],
    ["1990er-Jahre", ["1990er", "Jahre"], "1990erJahre"],
    ["deutsch‑französisch", ["deutsch", "französisch"], "deutschfranzösisch"],
    ["Moskau–Peking", ["Moskau", "Peking"], "MoskauPeking"],
  ])("of the hyphenated %s are its parts, and the whole as one", (text, parts, joined) => {
    expect(texts(text, "word")).toEqual(parts);
    expect(texts(text, "joined")).toEqual([joined]);
  });

  it("of no language are cut, without halving a character", () => {
    const [plain] = tokenize("x".repeat(1000));
    expect(plain?.text).toBe("x".repeat(maxWordChars));
    expect(plain?.end).toBe(1000);
    const [astral] = tokenize(`x${"𝔘".repeat(100)}`);
    expect(astral?.text.isWellFormed()).toBe(true);
  });
});

describe("numbers", () => {
  it.each([
    ["10.000", "10000"],
    ["1.234.567", "1234567"],
    ["1,000,000", "1000000"],
    ["1.250,50", "1250.50"],
    ["1,250.50", "1250.50"],
    ["1’250.50", "1250.50"],
    ["1.234.567,8", "1234567.8"],
    ["1250,50", "1250.50"],
    ["3,5", "3.5"],
    ["3.5", "3.5"],
    ["10:30", "10:30"],
    ["2024", "2024"],
    ["50 %", "50"],
  ])("are normalised: %s", (text, expected) => {
    expect(texts(text, "number")).toEqual([expected]);
  });

  it("with letters behind them are words", () => {
    expect(texts("die 20er, am 3rd", "word")).toEqual(["die", "20er", "am", "3rd"]);
  });
});

describe("dates", () => {
  it.each([
    "19. Juni 2024",
    "19.06.2024",
    "19. 6. 2024",
    "19.6.2024",
    "June 19, 2024",
    "June 19th, 2024",
    "19 June 2024",
    "19th of June 2024",
    "2024-06-19",
    "19. JUNI 2024",
  ])("%s is one and the same day", (text) => {
    const [date] = tokenize(`Am ${text} geschah es`).filter(({ kind }) => kind === "date");
    expect(date).toEqual({ kind: "date", text: "2024-06-19", start: 3, end: 3 + text.length });
  });

  it.each(["1. März 2023", "1. Maerz 2023", "March 1, 2023", "1.3.2023"])("%s is the first of March", (text) => {
    expect(texts(text, "date")).toEqual(["2023-03-01"]);
  });

  it.each([
    "32.01.2024",
    "19.13.2024",
    "31. Februar 2024",
    "30.02.2023",
    "31.4.2024",
    "Juni 2024",
    "1.2.3.2024",
    "0.5.2024",
  ])("%s is none", (text) => {
    expect(texts(text, "date")).toEqual([]);
  });

  it("know leap years", () => {
    expect(texts("29.02.2024, 29.02.2023, 29.02.1900, 29.02.2000", "date")).toEqual(["2024-02-29", "2000-02-29"]);
  });
});

/** Hostile and ordinary pieces of text, mixed. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "19. Juni 2024",
        "10.000",
        "z. B.",
        "US-Präsident",
        "Putin’s",
        "\ud83d",
        "\udc00",
        "e\u0301\u0302\u0303",
        "-",
        "–",
        "'",
        "1990er-",
        "1.250,50",
        "Förder\u00adschnecke",
        "\u202f",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What stands in the text, brought to the documented form of the token's kind. */
function isWhatStands(text: string, token: Token): boolean {
  const slice = text.slice(token.start, token.end).replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+/gu, "");
  if (token.kind === "date") return /\d/.test(slice);
  if (token.kind === "number")
    return (
      token.text === slice.replace(",", ".") || token.text.replaceAll(".", "") === slice.replace(/[.,\u202f'’]/g, "")
    );
  if (token.kind === "name") return /\S/.test(slice);
  if (token.kind === "joined") return slice.replace(/[-‐‑–]/g, "").startsWith(token.text);
  return slice.startsWith(token.text) || slice.replace(/[^\p{L}]/gu, "") === token.text;
}

describe("every text", () => {
  it("gives tokens whose offsets hold what they say", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(0);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.text).not.toBe("");
          expect(isWhatStands(text, token), JSON.stringify({ text, token })).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives words and numbers in its order, none overlapping another", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const simple = tokenize(text).filter(({ kind }) => kind === "word" || kind === "number");
        simple.forEach((token, index) => {
          expect(token.start).toBeGreaterThanOrEqual(simple[index - 1]?.end ?? 0);
        });
      }),
    );
  });

  it("gives the same tokens wherever it stands", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const moved = tokenize(`… ${text} …`).map((token) => ({
          ...token,
          start: token.start - 2,
          end: token.end - 2,
        }));
        expect(moved).toEqual(tokenize(`${text} …`));
      }),
    );
  });

  it.each([
    ["a word", "x", ""],
    ["a number", "1", ""],
    ["a number with a letter at its end", "1", "x"],
    ["digits and dots", "1.", ""],
    ["hyphens between letters", "a-", ""],
    ["apostrophes between letters", "a'", ""],
    ["letters and dots", "a.", ""],
    ["combining marks", "\u0301", "e"],
    ["places where a word may be broken", "\u00ad", "x"],
    ["lone surrogates", "\ud800", ""],
    ["days without an end", "19. Juni ", ""],
    ["spaces", " ", ""],
  ])("takes time in proportion to its length: %s", async (_what, unit, end) => {
    const work = (repeats: number) => tokenize(end + unit.repeat(repeats) + end);
    expect(await slowdownOf(work, Math.ceil(100_000 / unit.length))).toBeLessThan(proportional);
  });
});

describe("scanning", () => {
  const piece = fc.constantFrom(
    ..."abzÄß09 .,-–’':;!?\n„”…»éя中²\u00ad\u200b\u0301\u202f½@",
    ...[
      "z. B.",
      "19. Juni 2023",
      "2023-06-19",
      "U.S.",
      "1.000",
      "Nord-Süd",
      "Karls-19. Mai 2020",
      "Straße",
      "x".repeat(70),
      "\ud83d\ude00",
    ],
  );

  it("agrees with the patterns, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        expect(tokenize(text)).toEqual(tokenizeByPatterns(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("agrees with the patterns on texts of all kinds of characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(tokenize(text)).toEqual(tokenizeByPatterns(text));
      }),
      { numRuns: 1000 },
    );
  });
});
