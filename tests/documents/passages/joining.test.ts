import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { paragraphPassagesOf, passagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../make-document.ts";

const prose = (words: string) =>
  `${words}, und das steht hier in einem Satz, der so lang ist, dass man ihn allein lesen kann.`;
const markdown = (...blocks: string[]) => documentOf(blocks.join("\n\n"), { file: "a.md" });

function placesOf(document: SourceDocument): string[] {
  return passagesOf(document).map(
    ({ paragraph, lastParagraph, part = "" }) =>
      `${paragraph}${lastParagraph === undefined ? "" : `-${lastParagraph}`}${part}`,
  );
}

function wordsOf(document: SourceDocument, places: readonly { range: { start: number; end: number } }[]): string[] {
  return places.map(({ range }) => document.canonicalText.slice(range.start, range.end));
}

describe("paragraphs that belong together", () => {
  it("are one passage where the first opens a list, a table or code", async () => {
    const list = Array.from({ length: 3 }, (_, n) => `- ${prose(`Punkt ${n}`)}`).join("\n");
    expect(placesOf(await markdown("# T", `${prose("Ein Satz")} Man braucht:`, list))).toEqual(["2-3"]);
    expect(
      placesOf(await markdown("# T", `${prose("Ein Satz")} Die Preise:`, "| a | b |\n|--|--|\n| 1 | 2 |")),
    ).toEqual(["2-3"]);
    expect(
      placesOf(await markdown("# T", `${prose("Ein Satz")} Man schreibt:`, `\`\`\`\n${"x".repeat(100)}\n\`\`\``)),
    ).toEqual(["2-3"]);
  });

  it("are one passage where one of them is short, within a section and up to 1,000 characters", async () => {
    expect(placesOf(await markdown("# T", prose("Eins"), "Kurz.", prose("Zwei")))).toEqual(["2-3", "4"]);
    expect(placesOf(await markdown("# T", "Kurz.", "## A", prose("Eins"), "## B", "Kurz."))).toEqual(["2", "4", "6"]);
    const document = await markdown(
      "# T",
      ...Array.from({ length: 60 }, (_, n) => `Im Jahr ${1900 + n} geschah etwas.`),
    );
    for (const { range } of passagesOf(document)) expect(range.end - range.start).toBeLessThanOrEqual(1_000);
    expect(passagesOf(document).length).toBeLessThan(4);
  });

  it("stay with what they open: a question with its answer, and no further one", async () => {
    const document = await markdown(
      "# T",
      "**Wann ist offen?**",
      "Um acht.",
      "**Was kostet es?**",
      "Fünf Euro kostet der Eintritt für alle, die älter sind als sechs Jahre, und sonst nichts.",
      prose("Mehr"),
    );
    expect(placesOf(document)).toEqual(["2-3", "4-5", "6"]);
    expect(
      wordsOf(
        document,
        passagesOf(document)[2]?.context.question === undefined
          ? []
          : [passagesOf(document)[2]?.context.question ?? { range: { start: 0, end: 0 } }],
      ),
    ).toEqual(["**Was kostet es?**"]);
  });

  it("are not parted from each other by what is hidden", async () => {
    expect(placesOf(await markdown("# T", "Kurz.", "<!-- nichts -->", "Kurz."))).toEqual(["2", "4"]);
  });

  it("have sentences that adjoin and cover them", async () => {
    const [passage] = passagesOf(await markdown("# T", "Eins. Zwei.", "Drei.", "Vier."));
    expect(passage?.sentences).toHaveLength(4);
    expect(passage?.sentences[0]?.start).toBe(passage?.range.start);
    expect(passage?.sentences.at(-1)?.end).toBe(passage?.range.end);
    for (const [i, { end }] of (passage?.sentences ?? []).slice(0, -1).entries())
      expect(passage?.sentences[i + 1]?.start).toBe(end);
  });

  it("are still there one by one", async () => {
    const document = await markdown("# T", "Eins.", "Zwei.", "Drei.");
    expect(wordsOf(document, paragraphPassagesOf(document))).toEqual(["Eins.", "Zwei.", "Drei."]);
  });
});

describe("what is no statement by itself", () => {
  it.each([
    "https://example.org/x",
    "<https://example.org/x>",
    "Und zwar:",
    "**Hinweise**",
    "![Hafen](h.png)",
    "{{ kontakt() }}",
  ])("is no passage: %s", async (line) => {
    const list = Array.from({ length: 12 }, (_, n) => `- ${prose(`Punkt ${n}`)}`).join("\n");
    expect(placesOf(await markdown("# T", "## A", line, "## B", list))[0]).toBe("5");
  });
});

describe("the lines around a passage", () => {
  it("are title, headings, lead-ins from the outside in, and the head of a long table", async () => {
    const items = Array.from({ length: 16 }, (_, n) => `    - ${prose(`Punkt ${n}`)}`).join("\n");
    const rows = Array.from({ length: 40 }, (_, n) => `| Ware ${n} mit einem Namen | ${n} Euro |`).join("\n");
    const document = await markdown(
      "# Titel",
      "## Teil",
      "### Abschnitt",
      `${prose("Ein Satz")} Es gilt:`,
      `- Bei Regen:\n${items}`,
      "## Preise",
      `| Ware | Preis |\n|--|--|\n${rows}`,
    );
    const passages = passagesOf(document);
    const last = passages.find(({ range }) =>
      document.canonicalText.slice(range.start, range.end).includes("Punkt 15"),
    );
    if (last === undefined) throw new Error("no such passage");
    expect(wordsOf(document, last.context.headings)).toEqual(["## Teil", "### Abschnitt"]);
    expect(wordsOf(document, last.context.leadIns)).toEqual([`${prose("Ein Satz")} Es gilt:`, "- Bei Regen:"]);
    expect(wordsOf(document, last.context.title === undefined ? [] : [last.context.title])).toEqual(["# Titel"]);
    const tables = passages.filter(({ kind }) => kind === "table");
    expect(tables.length).toBeGreaterThan(1);
    expect(tables[0]?.context.tableHead).toBeUndefined();
    for (const { context } of tables.slice(1)) {
      expect(wordsOf(document, context.tableHead === undefined ? [] : [context.tableHead])).toEqual([
        "| Ware | Preis |",
      ]);
    }
  });

  it("have their bytes in the file", async () => {
    const document = await markdown(
      "# Größe",
      "## Übung ä",
      "Wir müssen 😀:",
      `- ${prose("Süß")}\n- ${prose("Zwei")}\n- ${"ü".repeat(900)}`,
    );
    const bytes = Buffer.from(document.canonicalText);
    for (const { context } of passagesOf(document)) {
      for (const { range, bytes: own } of [...context.headings, ...context.leadIns]) {
        expect(bytes.subarray(own.start, own.end).toString()).toBe(
          document.canonicalText.slice(range.start, range.end),
        );
      }
    }
  });
});

describe("statutes", () => {
  it("are cited as lawyers do, and what is set in is text", async () => {
    const document = await markdown(
      "# Satzung",
      "## § 5 Beiträge",
      `(1) ${prose("Der Beitrag ist fällig")}`,
      `(2) ${prose("Er entfällt")} Ausgenommen sind:`,
      `1\\. ${prose("Kinder")} Dazu gehören:`,
      `        aa) ${prose("Enkel")}\n        bb) ${prose("Neffen")}`,
      "## § 6 Austritt",
      prose("Der Austritt"),
    );
    expect(passagesOf(document).map(({ kind, headingPath }) => [kind, headingPath.slice(1)])).toEqual([
      ["text", ["§ 5 Abs. 1"]],
      ["text", ["§ 5 Abs. 2"]],
      ["text", []],
    ]);
  });

  it("have sections that are no headings of their format", async () => {
    const document = await markdown(
      "# Satzung",
      "§ 1 Name",
      `(1) ${prose("Der Verein heißt so")}`,
      `(2) ${prose("Sitz")}`,
    );
    expect(passagesOf(document).map(({ headingPath }) => headingPath)).toEqual([
      ["§ 1 Name", "§ 1 Abs. 1"],
      ["§ 1 Name", "§ 1 Abs. 2"],
    ]);
  });
});
