import { describe, expect, it } from "vitest";
import { readClauses } from "../../../src/documents/metadata/validity/clauses.ts";
import { repealInHeading, repealOfDocument, repealOfSection } from "../../../src/documents/metadata/validity/repeal.ts";
import { namedDocument } from "../../../src/documents/metadata/validity/validity.ts";
import { documentOf } from "../make-document.ts";

describe("readClauses", () => {
  it.each([
    [
      "Diese Satzung tritt am 1. Januar 2024 in Kraft. Gleichzeitig tritt die Satzung vom 3. Mai 2019 außer Kraft.",
      { from: "2024-01-01", supersedes: ["Satzung vom 3. Mai 2019"] },
    ],
    [
      "Mit Inkrafttreten dieser Satzung am 1. Januar 2024 tritt die Satzung vom 3. Mai 2015 außer Kraft.",
      { from: "2024-01-01", supersedes: ["Satzung vom 3. Mai 2015"] },
    ],
    [
      "Diese Satzung gilt ab 1.7.2024. Sie ersetzt die Satzung 2019.",
      { from: "2024-07-01", supersedes: ["Satzung 2019"] },
    ],
    [
      "Diese Satzung tritt mit Wirkung vom 1. Juli 2024 in Kraft und am 1. April 2026 außer Kraft.",
      { from: "2024-07-01", until: "2026-03-31", supersedes: [] },
    ],
    ["Diese Satzung tritt mit Ablauf des 30. Juni 2023 außer Kraft.", { until: "2023-06-30", supersedes: [] }],
    ["Die Satzung vom 1. März 2019 tritt zugleich außer Kraft.", { supersedes: ["Satzung vom 1. März 2019"] }],
    // What holds of a part, of another text or of no day is nothing that is stated of the whole.
    ["§ 5 der Satzung vom 3. Mai 2015 wird aufgehoben.", { supersedes: [] }],
    ["Diese Verordnung tritt am 1. Mai 2024 in Kraft.", { supersedes: [] }],
    ["Diese Satzung tritt am Tag nach ihrer Bekanntmachung in Kraft.", { supersedes: [] }],
  ])("reads: %s", (paragraph, expected) => {
    expect(readClauses("Beitragssatzung", [paragraph])).toEqual(expected);
  });

  it.each([
    [
      "This policy takes effect on May 3, 2024. The Travel Policy of 2019 is hereby repealed.",
      { from: "2024-05-03", supersedes: ["Travel Policy of 2019"] },
    ],
    ["This policy is valid until 31 December 2023.", { until: "2023-12-31", supersedes: [] }],
    ["This policy replaces the Travel Policy 2019.", { supersedes: ["Travel Policy 2019"] }],
  ])("reads English: %s", (paragraph, expected) => {
    expect(readClauses("Travel policy", [paragraph])).toEqual(expected);
  });

  it("reads nothing in a report about a rule", () => {
    const report = "Diese Verordnung tritt am 1. Mai 2024 in Kraft und am 1. Mai 2025 außer Kraft.";
    expect(readClauses("Der Rat hat beschlossen", [report])).toEqual({ supersedes: [] });
  });
});

describe("notes of repeal", () => {
  it.each([
    ["§ 5 Beiträge (aufgehoben)", {}],
    ["§ 5 aufgehoben", {}],
    [
      "§ 5 Beiträge (aufgehoben mit Wirkung vom 1. Januar 2024, ersetzt durch § 7)",
      { since: "2024-01-01", replacedBy: "§ 7" },
    ],
    ["Section 5 (repealed)", {}],
    ["Fees (superseded by section 7)", { replacedBy: "section 7" }],
    ["Was aufgehoben wurde", undefined],
  ])("reads the heading: %s", (heading, expected) => {
    expect(repealInHeading(heading)).toEqual(expected);
  });

  it("tells a note from a sentence that reports", () => {
    expect(repealOfSection("*Aufgehoben zum 1.1.2024, siehe § 7.*")).toEqual({
      since: "2024-01-01",
      replacedBy: "§ 7",
    });
    expect(repealOfSection("This section was repealed on 3 May 2024.")).toEqual({ since: "2024-05-03" });
    expect(repealOfSection("Aufgehoben wurde das Verbot erst nach Jahren.")).toBeUndefined();
    expect(repealOfDocument("Hinweis: Diese Hausordnung ist seit dem 1. Juli 2024 außer Kraft.")).toEqual({
      since: "2024-07-01",
    });
    expect(repealOfDocument("Superseded by travel-2024.md")).toEqual({ replacedBy: "travel-2024.md" });
    expect(repealOfDocument("Entfallen sind die Züge nach Auheim.")).toBeUndefined();
  });
});

describe("a repeal within a text", () => {
  const sentence =
    "Die Steuer beträgt neunzig Euro im Jahr für den ersten Hund, der im Gebiet der Stadt gehalten wird.";

  it.each([
    [
      "statute.txt",
      `Satzung über die Hundesteuer\n\n§ 1 Steuersatz\n\n${sentence}\n\n§ 2 Befreiung\n\n(aufgehoben mit Wirkung vom 1. Januar 2023)\n\nDiese Satzung tritt am 31. Dezember 2024 außer Kraft.`,
    ],
    [
      "statute.md",
      `# Satzung über die Hundesteuer\n\n## § 1 Steuersatz\n\n${sentence}\n\n## § 2 Befreiung\n\n(aufgehoben mit Wirkung vom 1. Januar 2023)\n\n## § 3 Ende\n\nDiese Satzung tritt am 31. Dezember 2024 außer Kraft.`,
    ],
  ])("is that of its section alone: %s", async (file, text) => {
    const { canonicalText, metadata } = await documentOf(text, { file });
    expect(metadata.validity?.isRepealed).toBeUndefined();
    expect(metadata.validity?.until?.stated).toBe("2024-12-31");
    const [section, ...others] = metadata.validity?.repealed ?? [];
    expect(others).toEqual([]);
    expect(section?.since?.stated).toBe("2023-01-01");
    expect(canonicalText.slice(section?.range.start, section?.range.end)).toMatch(/^(?:## )?§ 2 Befreiung\s+\(.*\)$/u);
  });

  it("is that of a part below its heading", async () => {
    const { metadata } = await documentOf(`# Hausordnung\n\n## Garten\n\n(aufgehoben)\n\n## Hof\n\n${sentence}`, {
      file: "haus.md",
    });
    expect(metadata.validity?.isRepealed).toBeUndefined();
    expect(metadata.validity?.repealed).toHaveLength(1);
  });

  it("is that of the whole document above its first section", async () => {
    for (const text of [
      `# Hausordnung\n\n*Aufgehoben zum 1.1.2024.*\n\n## Hof\n\n${sentence}`,
      `# Hausordnung\n\nAufgehoben.\n\n# Hof\n\n${sentence}`,
    ]) {
      expect((await documentOf(text, { file: "haus.md" })).metadata.validity?.isRepealed).toBe(true);
    }
  });
});

it("takes a name and its day apart", () => {
  expect(namedDocument("Satzung vom 3. Mai 2019")).toMatchObject({ kind: "Satzung", date: { from: "2019-05-03" } });
  expect(namedDocument("Travel Policy of 2019")).toMatchObject({ kind: "Travel Policy", date: { from: "2019-01-01" } });
  expect(namedDocument("hausordnung.md")).toEqual({ name: "hausordnung.md", kind: "hausordnung.md" });
});
