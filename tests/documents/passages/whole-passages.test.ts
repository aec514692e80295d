import { describe, expect, it } from "vitest";
import type { Passage, SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../make-document.ts";

const prose = (words: string) =>
  `${words}, und das steht hier in einem Satz, der so lang ist, dass man ihn allein lesen kann.`;
const markdown = (...blocks: string[]) => documentOf(blocks.join("\n\n"), { file: "a.md" });
const page = (body: string) =>
  documentOf(`<!doctype html><html lang="de"><head><title>Seite</title></head><body>${body}</body></html>`, {
    file: "a.html",
  });

function wordsOf(document: SourceDocument, { range }: Pick<Passage, "range">): string {
  return document.canonicalText.slice(range.start, range.end);
}
const allWords = (document: SourceDocument) => passagesOf(document).map((passage) => wordsOf(document, passage));
const sectionsOf = (document: SourceDocument) => passagesOf(document).map(({ headingPath }) => headingPath.at(-1));

describe("a line that breaks off", () => {
  it("stays with the list that goes on with it, and not with what stands before", async () => {
    const document = await markdown(
      "## Beschlüsse",
      prose("Der Rat tagt im Mai"),
      "Ein Antrag ist angenommen, wenn",
      "1. der Rat beschlussfähig ist und\n2. mehr als die Hälfte zustimmt.",
    );
    expect(allWords(document)).toEqual([
      expect.stringMatching(/^Der Rat tagt/),
      expect.stringMatching(/^Ein Antrag ist angenommen, wenn\n\n1\. .*zustimmt\.$/su),
    ]);
  });

  it("stays with code and tables too", async () => {
    const document = await markdown(
      "## Umstieg",
      "Früher schrieb man",
      "```\nkran.heben(alt)\n```",
      "und heute",
      "```\nkran.heben(neu)\n```",
    );
    expect(allWords(document)).toEqual([
      "Früher schrieb man\n\n```\nkran.heben(alt)\n```",
      "und heute\n\n```\nkran.heben(neu)\n```",
    ]);
  });

  it("is the name of an item, and stays with what describes it", async () => {
    const document = await markdown(
      "## Räume",
      "- ⛵ [**Bootshaus**](/bootshaus)\n\n  Hier liegen die Ruderboote des Vereins im Winter.\n\n- [**Küche**](/kueche)\n\n  Hier wird gekocht und gegessen, auch mit Gästen.",
    );
    expect(allWords(document)).toEqual([
      expect.stringMatching(/Bootshaus.*Winter\.$/su),
      expect.stringMatching(/Küche.*Gästen\.$/su),
    ]);
  });
});

describe("a label in bold", () => {
  const questionsOf = (document: SourceDocument) =>
    passagesOf(document).map(({ context: { question } }) =>
      question === undefined ? undefined : wordsOf(document, question),
    );

  it("above code is not asked by what follows the code", async () => {
    const code = `\`\`\`\n${"hafen: offen\n".repeat(90)}\`\`\``;
    const document = await markdown("## Dienste", "**Beispiel**:", code, prose("Weitere Dienste nennt die Liste"));
    expect(questionsOf(document).at(0)).toBe("**Beispiel**:");
    expect(questionsOf(document).at(-1)).toBeUndefined();
  });

  it("above text heads all up to the next one", async () => {
    const document = await markdown("## Dienste", "**Kran**", prose("Er hebt"), prose("Er senkt"), prose("Er ruht"));
    expect(questionsOf(document).slice(1)).toEqual(["**Kran**", "**Kran**"]);
  });
});

describe("what is no statement", () => {
  it("is a table of contents, however the page names itself", async () => {
    const list = (file: string) =>
      `<div><p><a href="${file}#a">1. Wo liegt der Hafen der Stadt, und wie kommt man hin?</a></p><p><a href="${file}#b">2. Wann fährt das Schiff?</a></p></div>`;
    const text = `<h2 id="a">1. Wo?</h2><p>${prose("Der Hafen liegt im Norden")}</p><h2 id="b">2. Wann?</h2><p>${prose("Es fährt um neun")}</p>`;
    for (const file of ["", "hafen.html"]) {
      expect(allWords(await page(list(file) + text))).toEqual([
        expect.stringMatching(/^Der Hafen/),
        expect.stringMatching(/^Es fährt/),
      ]);
    }
    const marked = `<div class="toc"><p>Inhalt</p><dl><dt><a href="x.html">1. Der Hafen der Stadt</a></dt></dl></div>`;
    expect(allWords(await page(marked + text))).toHaveLength(2);
  });

  it("is no link to a place of the page that stands by itself", async () => {
    const text = `<p><a href="#b">Über die Abfahrten im Sommer und im Winter steht unten mehr, auch über die Preise.</a></p>`;
    expect(allWords(await page(`${text}<p id="b">${prose("Es fährt um neun")}</p>`))).toHaveLength(2);
  });

  it("is a table that only lays out the page's title", async () => {
    const head = `<table><tr><th colspan="3">Seite</th></tr><tr><td></td><th> </th><td></td></tr></table>`;
    const document = await page(`${head}<p>${prose("Der Hafen liegt im Norden")}</p>`);
    expect(allWords(document)).toEqual([expect.stringMatching(/^Der Hafen/)]);
  });

  it("is a list of bare addresses", async () => {
    const addresses = `- <https://hafen.example/${"liegeplatz/".repeat(9)}>\n- https://hafen.example/kran`;
    const document = await markdown("## Verweise", addresses, "## Kran", prose("Er hebt Lasten"));
    expect(allWords(document)).toEqual([expect.stringMatching(/^Er hebt/)]);
  });

  it("is a comment of MDX, blank lines or not", async () => {
    const text = `# T\n\n{/* Bilder:\n\n# Norden\n/tp 12 14 */}\n\n${prose("Der Hafen liegt im Norden")}\n`;
    const document = await documentOf(text, { file: "a.mdx" });
    expect(allWords(document)).toEqual([expect.stringMatching(/^Der Hafen/)]);
    expect(passagesOf(document)[0]?.headingPath).toEqual([]);
  });
});

describe("Markdown that is written in tags and directives", () => {
  it("has its headings", async () => {
    const document = await markdown(
      `<div align="center">\n  <h1>Hafenbuch</h1>\n</div>`,
      prose("Es nennt alle Schiffe"),
    );
    expect(document.metadata.title).toBe("Hafenbuch");
    expect(allWords(document)).toEqual([expect.stringMatching(/^Es nennt/)]);
  });

  it("has text where a directive sets text apart, and code where code is shown", async () => {
    const document = await markdown(
      "## A",
      `\`\`\`{glossary}\nKran\n    ${prose("Er hebt Lasten")}\n\`\`\``,
      "## B",
      `\`\`\`{code-block}\n${"kran.heben()\n".repeat(9)}\`\`\``,
    );
    expect(passagesOf(document).map(({ kind }) => kind)).toEqual(["text", "code"]);
  });
});

describe("long code", () => {
  it("is cut between its blocks or lines, never within one", async () => {
    const block = (n: number) => `function heben${n}(last: Last) {\n  return kran${n} ?? last. Gewicht;\n}\n`;
    const code = Array.from({ length: 30 }, (_, n) => block(n)).join("\n");
    const document = await markdown("# T", `\`\`\`ts\n${code}\`\`\``);
    const parts = allWords(document);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts.slice(1)) expect(part).toMatch(/^function heben/);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/\}$/);
  });
});

describe("statutes", () => {
  it("cite a list by its first and last number, and a closing clause by its Absatz", async () => {
    const document = await markdown(
      "## § 8 Ausschreibung",
      "(1) Die Ausschreibung nennt mindestens:",
      "1. den Ort,\n2. die Tage und\n3. die Frist.",
      prose("Sie wird am Brett angeschlagen"),
      `(2) ${prose("Einsprüche gehen an den Ausschuss")}`,
    );
    const sections = sectionsOf(document);
    expect(sections).toEqual(["§ 8 Abs. 1", "§ 8 Abs. 1", "§ 8 Abs. 2"]);
    const alone = await markdown("## § 9 Inhalt", `1. ${prose("Ort")}\n2. ${prose("Tag")}\n3. ${prose("Frist")}`);
    expect(sectionsOf(alone)).toEqual(["§ 9 Nr. 1–3"]);
  });

  it("know Roman numbers, letters and double letters, set in or not", async () => {
    const document = await markdown(
      "## § 5 Mittel",
      `(IV) ${prose("Mittel werden zurückgezahlt")}`,
      `1. ${prose("bei Täuschung")}`,
      `    a) ${prose("des Vorstands")};`,
      `        aa) ${prose("der Kasse")};\n        bb) ${prose("des Rats")}.`,
    );
    expect(passagesOf(document).every(({ kind }) => kind === "text")).toBe(true);
    expect(sectionsOf(document).at(0)).toBe("§ 5 Abs. IV");
    expect(sectionsOf(document).at(-1)).toContain("Doppelbuchst. aa");
  });

  it("cite the later parts of a long Absatz by their sentences", async () => {
    const sentences = Array.from({ length: 14 }, (_, n) => `Die Regel Nummer ${n} gilt ${"sehr ".repeat(15)}lange.`);
    const document = await markdown("## § 7 Regeln", `(2) ${sentences.join(" ")}`);
    const sections = sectionsOf(document);
    expect(sections.length).toBeGreaterThan(1);
    expect(sections[0]).toMatch(/^§ 7 Abs\. 2 Satz 1–\d+$/);
    expect(sections.at(-1)).toMatch(/^§ 7 Abs\. 2 Satz \d+–14$/);
  });
});

describe("boxes to tick", () => {
  it("are no headings", async () => {
    const document = await markdown("# T", "## Kontakt", "## ☐", prose("Ich erkenne die Satzung an"));
    expect(passagesOf(document)[0]?.headingPath).toEqual(["Kontakt"]);
  });
});
