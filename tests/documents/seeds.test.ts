import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../src/documents/document.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { readCollection } from "../../src/documents/read-collection.ts";

const folder = fileURLToPath(new URL("../../seeds", import.meta.url));
const { documents, skipped } = await readCollection(folder, {
  detectLanguage: () => {
    throw new Error("sources.json names every language");
  },
});

function document(key: string): SourceDocument {
  const found = documents.find(({ metadata }) => metadata.key === key);
  if (found === undefined) throw new Error(`no document ${key}`);
  return found;
}

const textOf = ({ canonicalText }: SourceDocument, range: { start: number; end: number }) =>
  canonicalText.slice(range.start, range.end);

const passageTexts = documents.flatMap((doc) => passagesOf(doc).map(({ range }) => textOf(doc, range)));
const hiddenTexts = documents.flatMap((doc) =>
  doc.paragraphs.filter(({ kind }) => kind === "boilerplate").map(({ range }) => textOf(doc, range)),
);

describe("the seeds", () => {
  it("are all read, with what they state about themselves", () => {
    expect(skipped).toEqual([]);
    expect(documents.map(({ metadata: { key, published } }) => [key, published?.stated])).toEqual([
      ["zweckgemeinschaft-2023", "2023-09-12T11:57"],
      ["kims-besuch-2023", "2023-09-12T12:45"],
      ["putin-in-nordkorea", undefined],
      ["duo-des-schreckens-2022", "2022-08"],
      ["waffengeschaeft", undefined],
    ]);
    for (const doc of documents) {
      const { title, titleSource } = doc.metadata;
      expect(doc.canonicalText.includes(title)).toBe(titleSource === "stated");
    }
  });

  it("have a passage for every paragraph of prose and every caption, two joined to what they lean on", () => {
    expect(documents.map((doc) => passagesOf(doc).length)).toEqual([11, 9, 29, 23, 8]);
    const kinds = documents.flatMap((doc) => passagesOf(doc).map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === "caption")).toHaveLength(5);
  });

  it("show no boilerplate", () => {
    const visible = passageTexts.join("\n");
    for (const words of [
      "Weiterlesen nach der Anzeige",
      "zum Inhalt",
      "Liveblog",
      "externen Inhalt",
      "Newsletter",
      "RND-App",
      "Lesen Sie auch",
      "Kommentare",
      "Aktuelles",
      "Wüst",
      "EU-Schuldenregeln",
      "Mitglieder",
      "dp/pcl",
      "date 20",
      "Stand:",
    ]) {
      expect(visible).not.toContain(words);
    }
    expect(passageTexts.filter((text) => text.endsWith("..."))).toEqual([]);
  });

  it("hide no prose", () => {
    expect(hiddenTexts).toHaveLength(30);
    const visible = passageTexts.join("\n");
    for (const words of [
      "Die allerdings ließ jetzt ausnahmsweise weltweit aufhorchen.",
      "Im November startete Nordkorea seinen ersten Spionagesatelliten, den Malligyong-1.",
      "Woher kommt bei Kim, der immerhin über ein eigenes Atomwaffenarsenal gebietet, diese Eile",
      "In diesem Sinne, seufzt heute SWP-Experte Hilpert",
      "Die Überreste einer nicht identifizierten Rakete",
      "hier bei einem Treffen im Jahr 2019 in Wladiwostok.",
      "© Quelle: -/KCNA/dpa",
      "während einer Willkommenszeremonie auf einem Flughafen in Pjöngjang am 19. Juni 2024.",
      "dass dieser Deal eine öffentliche Angelegenheit wird.",
    ]) {
      expect(visible).toContain(words);
    }
  });

  it("have their headings as sections", () => {
    const sections = new Set(passagesOf(document("zweckgemeinschaft-2023")).flatMap(({ headingPath }) => headingPath));
    expect([...sections]).toEqual([
      "Eine gefährliche Kooperation",
      "Nordkoreanische Waffen sind mit russischen kompatibel",
      "Putin kann Biden das Leben schwer machen",
      "Seiler: Moskau und Peking von der Gefahr Nordkoreas überzeugen",
    ]);
  });

  it("are quoted byte for byte", () => {
    for (const doc of documents) {
      const bytes = readFileSync(`${folder}/${doc.file}`);
      for (const passage of passagesOf(doc)) {
        expect(bytes.subarray(passage.bytes.start, passage.bytes.end).toString("utf8")).toBe(
          textOf(doc, passage.range),
        );
      }
    }
  });
});
