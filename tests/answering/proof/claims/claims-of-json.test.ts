import { describe, expect, it } from "vitest";
import { claimsOfJson } from "../../../../src/answering/proof/claims/claims-of-json.ts";

const reference = { documentKey: "turm", paragraph: 4 };
const turm = { label: "turm:4", reference, quotes: [] };
const lookUp = { ...turm, isLookUp: true };

const claimsOf = (value: unknown) => claimsOfJson(JSON.stringify(value));

describe("a text", () => {
  it.each([
    "turm:4",
    '"turm:4"',
    '"turm []"',
    "12",
    "[1]",
    "[1] Der Turm",
    '{"citation": "turm:4"',
    '{"citation": "turm:4"}\nund mehr',
    "{und so weiter}",
    "",
  ])("is no JSON, or none that could be meant: %j", (text) => {
    expect(claimsOfJson(text)).toBeUndefined();
  });

  it.each(['["turm:4"]', '[\n  "turm:4"\n]', '\uFEFF \n["turm:4"]\n', '[["turm:4"]]', '["turm:4"]\n[]'])(
    "is JSON as a whole: %j",
    (text) => {
      expect(claimsOfJson(text)).toEqual([lookUp]);
    },
  );

  it("is JSON line by line, whatever is blank between them", () => {
    const lines = ['{"citation":"turm:4"}', "", "  ", '{"passages":[{"citation":"turm:4"}]}', '["turm:4"]', "[]", "{}"];
    const own = { ...turm, stated: {} };
    expect(claimsOfJson(lines.join("\n"))).toEqual([own, own, lookUp, { label: "{}", quotes: [] }]);
  });
});

describe("a passage in JSON", () => {
  it("claims all that it states", () => {
    const stated = {
      title: "Der Turm",
      date: "1911",
      paragraph: 4,
      section: "Fall",
      page: 3,
      anchor: "fall",
      link: "https://example.org",
    };
    const found = {
      score: 1,
      lastParagraph: 5,
      lastPage: 4,
      readerLink: "",
      signals: [],
      snippet: "",
      highlights: [],
    };
    expect(
      claimsOf({
        citation: "turm:4",
        fingerprint: "0123ABCD",
        document: "turm.md",
        start: 0,
        end: 10,
        text: "Er fiel.",
        highlight: [2, 8],
        fileSha256: "AB".repeat(32),
        ...stated,
        ...found,
        mood: "gut",
        weather: "kalt",
      }),
    ).toEqual([
      {
        label: "turm:4",
        reference: { ...reference, fingerprint: "0123abcd" },
        quotes: [{ readings: ["Er fiel."], compared: "exact" }],
        file: "turm.md",
        range: { start: 0, end: 10 },
        highlight: { start: 2, end: 8 },
        fileSha256: "ab".repeat(32),
        stated,
        unchecked: ["mood", "weather"],
      },
    ]);
  });

  it("claims nothing that it does not state, a range without an end included", () => {
    const own = { ...turm, stated: {} };
    expect(claimsOf({ citation: "turm:4" })).toStrictEqual([own]);
    expect(claimsOf({ citation: "turm:4", start: 3 })).toStrictEqual([own]);
    expect(claimsOf({ citation: "turm:4", end: 3 })).toStrictEqual([own]);
    expect(claimsOf({ citation: "turm:4", score: 3 })).toStrictEqual([own]);
    const pinned = { ...reference, fingerprint: "0123abcd" };
    expect(claimsOf({ citation: "turm:4@0123abcd" })).toStrictEqual([
      { ...own, label: "turm:4@0123abcd", reference: pinned },
    ]);
  });

  it("claims the same words of the places that it says hold them, and looks up those of similar ones", () => {
    const others = { citation: "turm:4", alsoIn: ["kirche:2"], similarIn: ["markt:3", "nichts"] };
    const kirche = { label: "kirche:2", reference: { documentKey: "kirche", paragraph: 2 } };
    const markt = { label: "markt:3", reference: { documentKey: "markt", paragraph: 3 }, quotes: [], isLookUp: true };
    const nothing = { label: "nichts", quotes: [], isLookUp: true };
    expect(claimsOf({ ...others, text: "Er fiel." })).toStrictEqual([
      { ...turm, quotes: [{ readings: ["Er fiel."], compared: "exact" }], stated: {} },
      { ...kirche, quotes: [{ readings: ["Er fiel."], compared: "shown" }], isLookUp: false },
      markt,
      nothing,
    ]);
    expect(claimsOf(others)).toStrictEqual([
      { ...turm, stated: {} },
      { ...kirche, quotes: [], isLookUp: true },
      markt,
      nothing,
    ]);
  });

  it("is a claim that fails where it is none, and names what was given", () => {
    const long = { text: "x".repeat(100) };
    expect(claimsOf([{ citation: 4 }, null, 12, long, { citation: "nichts", text: "Er fiel." }])).toStrictEqual([
      { label: '{"citation":4}', quotes: [] },
      { label: "null", quotes: [] },
      { label: "12", quotes: [] },
      { label: JSON.stringify(long).slice(0, 80), quotes: [] },
      { label: "nichts", quotes: [] },
    ]);
    expect(claimsOf({ passages: [12, "turm:4"] })).toStrictEqual([
      { label: "12", quotes: [] },
      { label: '"turm:4"', quotes: [] },
    ]);
  });
});
