import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkLexicon } from "../../lexicon-checks/check.ts";
import { sampleEntries } from "../../lexicon-checks/sample.ts";
import { compileLexicon, type LexiconSource } from "../../src/analysis/lexicon/building/compile.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon, readLexiconSources } from "../../src/analysis/lexicon/read-lexicon.ts";

const frequencies = [
  { path: "de/frequencies.txt", content: "5.0 haus gebäude bauen wagen auto bau tier hund kaufen verkauf" },
  { path: "en/frequencies.txt", content: "5.0 house building car buy purchase" },
];

/** Severity and rule of what is found in some lines of a file, with the line's number. */
function found(path: string, ...lines: string[]): string[] {
  const sources: LexiconSource[] = [...frequencies, { path, content: lines.join("\n") }];
  const { findings } = checkLexicon(sources, createLexicon(compileLexicon(sources).lexicon));
  return findings.map(({ severity, rule, line }) => `${severity} ${rule} ${line}`);
}

describe("checking translations", () => {
  it("finds nothing in good entries", () => {
    expect(found("en-de/c.txt", "# comment", "car = Wagen, Auto", "construct = bauen; Bau")).toEqual([]);
  });

  it.each([
    "car: Wagen",
    "car = ",
    "Car = Wagen",
    "car = Wagen,, Auto",
    "car = Wagen; Auto; Bau; Haus",
    "car = Wagen (Auto)",
    "car = Wagen = Auto",
    "a car of five words = Wagen",
  ])("finds the malformed %j", (line) => {
    expect(found("en-de/c.txt", line)).toEqual(["error malformed 1"]);
  });

  it("finds what is there twice, in the wrong place or out of order", () => {
    expect(found("en-de/c.txt", "car = Wagen", "car = Auto")).toEqual(["error duplicate-headword 2"]);
    expect(found("en-de/c.txt", "car = Wagen, Wagen")).toEqual(["error duplicate-item 1"]);
    expect(found("en-de/c.txt", "house = Haus")).toEqual(["error wrong-file 1"]);
    expect(found("en-de/c.txt", "car = Wagen", "cab = Wagen")).toEqual(["error unsorted 2"]);
  });

  it("doubts what looks English or is known nowhere", () => {
    expect(found("en-de/x.txt", "xylem = Xylem")).toEqual(["doubtful untranslated 1"]);
    expect(found("en-de/h.txt", "house = Haus of the Hund")).toEqual([
      "doubtful english-words 1",
      "doubtful unknown-translation 1",
    ]);
    expect(found("en-de/h.txt", "hut = Zrwdrbk")).toEqual(["doubtful unknown-translation 1"]);
    expect(found("en-de/n.txt", "need = Not", "name = Haus")).toEqual([
      "doubtful unknown-translation 1",
      "error unsorted 2",
    ]);
  });
});

describe("checking groups", () => {
  it("finds nothing in good ones", () => {
    expect(found("de/synonyms.txt", "Haus, Gebäude", "Wagen, Auto")).toEqual([]);
    expect(found("de/broader.txt", "Tier > Hund, Wagen")).toEqual([]);
  });

  it("finds malformed, repeated and contained ones", () => {
    expect(found("de/synonyms.txt", "Haus")).toEqual(["error malformed 1"]);
    expect(found("de/broader.txt", "Tier, Hund")).toEqual(["error malformed 1"]);
    expect(found("de/synonyms.txt", "Haus, Gebäude,")).toEqual(["error malformed 1"]);
    expect(found("de/synonyms.txt", "Haus, Gebäude, Haus")).toEqual(["error duplicate-item 1"]);
    expect(found("de/synonyms.txt", "Haus, Gebäude", "Gebäude, Haus")).toEqual(["error duplicate-group 2"]);
    expect(found("de/synonyms.txt", "Haus, Gebäude", "Haus, Gebäude, Bau")).toEqual(["error contained-group 1"]);
    expect(found("de/roles.txt", "Haus ~ Gebäude", "Haus ~ Bau")).toEqual(["error duplicate-group 2"]);
  });

  it("finds terms that are broader than each other", () => {
    expect(found("de/broader.txt", "Tier > Hund", "Hund > Tier")).toEqual(["error asymmetric 1", "error asymmetric 2"]);
  });

  it("doubts groups that say nothing, are large or know no word", () => {
    expect(found("de/families.txt", "Hund, Hunde")).toEqual(["doubtful same-stem 1"]);
    expect(found("de/synonyms.txt", "Zrwdrbk, Qxvlpf")).toEqual(["doubtful unknown-group 1"]);
    expect(found("de/synonyms.txt", "Haus, Wagen, Auto, Bau, Tier, Hund, Aa, Bb, Cc, Dd, Ee")).toEqual([
      "doubtful large-group 1",
    ]);
  });
});

describe("the lexicon", () => {
  const folder = fileURLToPath(new URL("../../src/analysis/", import.meta.url));
  const sources = readLexiconSources(folder);
  const compiled = readLexicon();

  it("has no errors, and few entries that a reader should look at", () => {
    const { entries, findings } = checkLexicon(sources, createLexicon(compiled));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.length / entries).toBeLessThan(0.07);
  });

  it("has no line that cannot be compiled", () => {
    expect(compileLexicon(sources).problems).toEqual([]);
  });

  it("is of some size", () => {
    const { en: english } = compiled.translations;
    const { de: german } = compiled.groups;
    expect([...(english?.entries() ?? [])].length).toBeGreaterThan(20_000);
    expect(german?.filter(({ kind }) => kind === "family").length).toBeGreaterThan(3000);
  });
});

describe("a sample of the lexicon", () => {
  const content = Array.from({ length: 50 }, (_, index) => `Wort${index}, Ding${index}`).join("\n");
  const sources = [...frequencies, { path: "de/synonyms.txt", content: `# comment\n${content}` }];

  it("is the same for the same seed, and another for another", () => {
    expect(sampleEntries(sources, 1, 10)).toEqual(sampleEntries(sources, 1, 10));
    expect(sampleEntries(sources, 1, 10)).not.toEqual(sampleEntries(sources, 2, 10));
  });

  it("holds different entries, with their places, and no frequencies", () => {
    const sample = sampleEntries(sources, 3, 1000);
    expect(sample).toHaveLength(50);
    expect(new Set(sample.map(({ text }) => text)).size).toBe(50);
    expect(sample[0]).toEqual({ path: "de/synonyms.txt", line: 2, text: "Wort0, Ding0" });
  });

  it("takes every entry equally often", () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      for (const { text } of sampleEntries(sources, seed, 5)) times.set(text, (times.get(text) ?? 0) + 1);
    }
    // Each is expected 200 times; the bounds are five standard deviations away.
    for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
    expect(times.size).toBe(50);
  });
});
