import { describe, expect, it } from "vitest";
import { findNames } from "../../../src/analysis/exact/names.ts";

const keys = (text: string): string[] => findNames(text).map(({ key }) => key);

describe("names with marks and figures", () => {
  it.each([
    ["Q-7, Q7, Q 7 und (q-7)", ["q7", "q7", "q7", "q7"]],
    ["BX-2041-07 und BX-204107", ["bx2041-07", "bx204107"]],
    ["Papier B5, 6G-Netz, Eris-21-Test", ["b5", "6g", "eris21"]],
    ["D++, D#? `D++` .ORG B+.", ["d++", "d#", "d++", ".org", "b+"]],
    ["R&D, Müller+Co", ["r&d", "muller+co"]],
    ["v1931.2.4 ist 1931.2.4.", ["1931.2.4", "1931.2.4"]],
    ["v2.10, 3.0-rc1", ["2.10", "3.0-rc1"]],
    ["-x, -X, --no-wait=5", ["-x", "-X", "--no-wait"]],
    ["/srv/ost/a.toml und D:\\Ost\\b", ["/srv/ost/a.toml", "d:/ost/b"]],
    ["@ost/web, paket.json; run_all_now", ["@ost/web", "paket.json", "run_all_now"]],
    ["(Anna.Ott@ost.example)", ["anna.ott@ost.example"]],
    ["https://ost.example/a/", ["https://ost.example/a"]],
    ["§ 7b, §7b, Paragraph 7b, Art. 9", ["§7b", "§7b", "§7b", "art9"]],
    ["a <=> b, `!!` und =>>?", ["<=>", "!!", "=>>"]],
    ["🎻🎻 ❤️ 👍🏽", ["🎻", "🎻", "❤", "👍"]],
    ["`q` sagt", ["q"]],
    ["14 000 Euro", ["14000"]],
    ["5 $ und €7", ["$", "€"]],
    ["§ 7 b, Section 7 b)", ["§7b", "§7b"]],
    ["eine A- und eine A+.", ["a-", "a+"]],
    ["QX_12 ist QX-12", ["qx12", "qx12"]],
    ["a === b || c ~= d, e := f", ["===", "||", "~=", ":="]],
  ])("of %s", (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it.each([
    ["+49 40 7654321", "040/7654321", "(040) 765-4321", "7654321"],
    ["555-0199", "555 0199", "555.0199"],
    ["978-3-16-148410-0", "978 - 3-16-148410-0".replace(" - ", "-")],
  ])("a number of several groups is one, however it is grouped: %s", (...written) => {
    expect(new Set(written.flatMap(keys)).size).toBe(1);
  });

  it.each([
    "Der Zug kommt um 9.30 Uhr – oder 19:30.",
    "1990er, der 3rd, 20-jährige, 3-Zimmer-Wohnung",
    "am 19.06.2024, 2024-06-19 und 1999-2003",
    "Nord- und Südkorea; Schüler*innen, Bürger:innen",
    "Was??? … Ja! - & / *",
    "1.234.567 Euro und 12.000,50 EUR",
    "z.B. e.V. U.S.",
    "10g, 1.5kg, 25m, 200 W, 230V, 16GB und 3 km",
    "Das war's ... - -- *** | --- |",
  ])("there are none in %s", (text) => {
    expect(keys(text)).toEqual([]);
  });

  it("stand where they are found", () => {
    const text = "Die „C++“-Pumpe Q-7, siehe `run_all`.";
    for (const { key, start, end } of findNames(text))
      expect(text.slice(start, end).toLowerCase().replace("-", "")).toBe(key);
  });
});
