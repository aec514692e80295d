import { describe, expect, it } from "vitest";
import { languageByCode } from "../../../src/analysis/languages.ts";
import { compileLexicon } from "../../../src/analysis/lexicon/building/compile.ts";
import { formatCompiled, parseCompiled } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";

const { lexicon: compiled, problems } = compileLexicon([
  { path: "de/opposites.txt", content: "groß <> klein, winzig\nvor <> nach\n" },
  { path: "de/broader.txt", content: "Obst > Apfel, Birne\n" },
  { path: "de/kinds.txt", content: "time: Montag, heute\nplace: Stadt\nperson: Stadt\n" },
  { path: "en/opposites.txt", content: "big <> small\n" },
]);
const stem = (word: string): string => languageByCode("de").stem(languageByCode("de").fold(word));
const invented = createLexicon(parseCompiled(formatCompiled(compiled)));

describe("opposites", () => {
  it("hold in both directions, and not among the words of one side", () => {
    expect(problems).toEqual([]);
    expect(invented.opposites("de", stem("groß"))).toEqual([stem("klein"), stem("winzig")]);
    expect(invented.opposites("de", stem("klein"))).toEqual([stem("groß")]);
    expect(invented.opposites("de", "nach")).toEqual(["vor"]);
    expect(invented.opposites("en", "small")).toEqual(["big"]);
    expect(invented.opposites("en", stem("groß"))).toEqual([]);
  });

  it("are no relations", () => {
    expect(invented.relations("de", stem("groß"))).toEqual([]);
  });

  it("are several hundred pairs in each language", () => {
    const { groups } = readLexicon();
    for (const code of ["de", "en"] as const) {
      const pairs = groups[code]?.flatMap(({ kind, members }) => (kind === "opposite" ? members.slice(1) : []));
      expect(pairs?.length).toBeGreaterThan(500);
    }
  });
});

describe("sisters", () => {
  it("stand under the same broader term", () => {
    expect(invented.sisters("de", stem("Apfel"))).toEqual([stem("Birne")]);
    expect(invented.sisters("de", stem("Obst"))).toEqual([]);
  });
});

describe("kinds", () => {
  it("are told by stems, several of one word", () => {
    expect(invented.kindsOf("de", stem("Stadt"))).toEqual(["place", "person"]);
    expect(invented.kindsOf("de", stem("Wort"))).toEqual([]);
  });

  it("have the same names in both languages", () => {
    const { kinds } = readLexicon();
    const names = (code: "de" | "en") =>
      [...new Set([...(kinds[code]?.entries() ?? [])].flatMap(([, value]) => value.split(" ")))].sort();
    expect(names("de")).toEqual(names("en"));
  });
});
