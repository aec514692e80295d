import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { proportional, slowdownOf } from "../../../support/slowdown.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const markdown = (text: string) => documentOf(text, { file: "a.md" });

describe("Markdown", () => {
  it("keeps markup in passages and gives the heading path", async () => {
    const document = await markdown(
      [
        "# Der *neue* Hafen",
        "Er ist **groß** und [neu](https://example.org).",
        "## Schiffe ##",
        "Es gibt viele.",
        "### `Fähren`",
        "Drei.",
        "Werft\n-----",
        "Eine.",
      ].join("\n\n"),
    );
    expect(outlineOf(document)).toEqual([
      "title: # Der *neue* Hafen",
      "text: Er ist **groß** und [neu](https://example.org).",
      "heading: ## Schiffe ##",
      "text: Es gibt viele.",
      "heading: ### `Fähren`",
      "text: Drei.",
      "heading: Werft\n-----",
      "text: Eine.",
    ]);
    expect(document.paragraphs.map(({ headingPath }) => headingPath)).toEqual([
      [],
      [],
      [],
      ["Schiffe"],
      ["Schiffe"],
      ["Schiffe", "Fähren"],
      [],
      ["Werft"],
    ]);
    expect(document.metadata.title).toBe("Der neue Hafen");
  });

  it("gives the heading's anchor, as viewers name it", async () => {
    const document = await markdown(
      "Vorn.\n\n# Der *neue* Hafen!\n\nA.\n\n## `npm run`\n\nB.\n\n## Über uns\n\nC.\n\n## Über uns\n\nD.\n\n## ???\n\nE.\n\n## Über uns-1\n\nF.",
    );
    expect(passagesOf(document).map(({ anchor }) => anchor)).toEqual([
      ...[undefined, "der-neue-hafen", "npm-run", "über-uns", "über-uns-1", undefined, "über-uns-1-1"],
    ]);
  });

  it("says the same of a file that is read in a thread", async () => {
    const text = "Wie folgt:\n\n- eins\n\n- zwei\n\n| Ware | Preis |\n|--|--|\n| Brot | 3 |\n";
    const [alone, inThread] = [await markdown(text), await markdown(text + "\n".repeat(20_000))];
    expect(inThread.paragraphs).toEqual(alone.paragraphs);
    expect(alone.paragraphs.map(({ depth }) => depth)).toEqual([undefined, 1, 1, undefined]);
    expect(alone.paragraphs.at(-1)?.tableHead).toEqual({ start: 28, end: 44 });
  });

  it("reads front matter", async () => {
    const document = await markdown(
      '---\r\ntitle: "Der Hafen: gestern"\r\nauthor: Anna Jansen\r\ndate: 2021-05-04T09:30:00+02:00\r\ntags:\r\n  - Hafen\r\nlang: en\r\n---\r\n\r\nText.',
    );
    expect(document.metadata).toMatchObject({
      title: "Der Hafen: gestern",
      titleSource: "stated",
      authors: ["Anna Jansen"],
      published: { stated: "2021-05-04T09:30" },
      language: "en",
    });
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["metadata", "text"]);
  });

  it("calls a document by its first heading of the first level, else by its file's name", async () => {
    const title = async (text: string) => (await documentOf(text, { file: "haus-ordnung.md" })).metadata.title;
    expect(await title("Vorweg.\n\n## Teil\n\nText.\n\n# Der Hafen\n\nText.\n\n# Werft\n\nText.")).toBe("Der Hafen");
    expect(await title("## Teil\n\nText, der etwas sagt.")).toBe("haus ordnung");
    expect(await title("Ein Hafen\n\nText, der etwas sagt und der länger ist als ein Kopf.")).toBe("haus ordnung");
  });

  it("reads headings whose mark and words stand together", async () => {
    const document = await markdown(
      "##Anreise\nMit dem Zug.\n###Rad##\nMit dem Rad.\n\n#Berlin ist ein Ort\n\n#123 und #hafen",
    );
    expect(outlineOf(document)).toEqual([
      "heading: ##Anreise",
      "text: Mit dem Zug.",
      "heading: ###Rad##",
      "text: Mit dem Rad.",
      "heading: #Berlin ist ein Ort",
      "text: #123 und #hafen",
    ]);
    expect(document.paragraphs[3]?.headingPath).toEqual(["Anreise", "Rad"]);
  });

  it.each([
    ["columns", "|x".repeat(3_000)],
    ["quotes", ">".repeat(200)],
    ["lists", "- ".repeat(500)],
    ["indentation", `${" ".repeat(600)}x`],
    ["underlines", "a\n---\n".repeat(1_200)],
  ])("reads all else as ever beside a line of too many %s", async (_what, line) => {
    const outline = outlineOf(
      await markdown(`# Kopf\n\n- eins\n- zwei\n\n${line}\n\n## Teil\n\n| a | b |\n|---|---|\n| 1 | 2 |`),
    );
    expect(outline.slice(0, 2)).toEqual(["title: # Kopf", "text: - eins\n- zwei"]);
    expect(outline.slice(-2)).toEqual(["heading: ## Teil", "table: | a | b |\n|---|---|\n| 1 | 2 |"]);
  });

  it("takes rules around prose for rules", async () => {
    const document = await markdown("---\nEs war einmal ein Hafen.\n---\n\nText.");
    expect(document.metadata.titleSource).toBe("derived");
    expect(document.canonicalText).toContain("Es war einmal");
    expect(document.paragraphs.filter(({ kind }) => kind === "metadata")).toEqual([]);
  });

  it("makes paragraphs of code, tables, lists, quotes and images", async () => {
    const document = await markdown(
      [
        "Anfang.",
        "```js\nconst a = 1;\n\nconst b = 2;\n```",
        "| Ab | An |\n| -- | -- |\n| 8 | 9 |",
        "- rot\n- blau",
        "> Ein Zitat\n> geht weiter.\n>\n> Noch eins.",
        "![Der Hafen am Morgen](hafen.jpg)",
        "![](leer.png)",
        "<!-- Notiz -->",
        "[ziel]: https://example.org",
        "* * *",
        "    eingerückt",
      ].join("\n\n"),
    );
    expect(outlineOf(document)).toEqual([
      "text: Anfang.",
      "code: ```js\nconst a = 1;\n\nconst b = 2;\n```",
      "table: | Ab | An |\n| -- | -- |\n| 8 | 9 |",
      "text: - rot\n- blau",
      "text: > Ein Zitat\n> geht weiter.",
      "text: > Noch eins.",
      "caption: ![Der Hafen am Morgen](hafen.jpg)",
      "boilerplate: ![](leer.png)",
      "boilerplate: <!-- Notiz -->",
      "boilerplate: [ziel]: https://example.org",
      "boilerplate: * * *",
      "code: eingerückt",
    ]);
  });

  it("counts a second byte-order mark", async () => {
    expect(outlineOf(await markdown("\ufeff\ufeffEin Satz.\n\n# Kopf"))).toEqual([
      "text: Ein Satz.",
      "heading: # Kopf",
    ]);
  });

  it("makes paragraphs of the items of a long list", async () => {
    const item = "Ein Punkt, der mehr als ein paar Worte braucht. ".repeat(6).trim();
    const document = await markdown(`1. ${item}\n2. ${item}\n\n   Nachtrag.\n3. ${item}`);
    expect(outlineOf(document)).toEqual([
      `text: 1. ${item}`,
      `text: 2. ${item}`,
      "text: Nachtrag.",
      `text: 3. ${item}`,
    ]);
  });

  it.each([
    ["quotes", (n: number) => ">".repeat(n)],
    ["lists", (n: number) => "- ".repeat(n)],
    ["nested lists", (n: number) => Array.from({ length: n / 50 }, (_, i) => `${" ".repeat(i * 2)}- a`).join("\n")],
    ["brackets", (n: number) => "[".repeat(n)],
    ["links", (n: number) => "[a](".repeat(n)],
    ["emphasis", (n: number) => "*a **a ".repeat(n)],
    ["angles", (n: number) => "<a ".repeat(n)],
    ["backticks", (n: number) => "`a ".repeat(n)],
    ["table cells", (n: number) => `${"|a".repeat(n)}\n${"|-".repeat(n)}\n${"|b".repeat(n)}`],
    ["definitions", (n: number) => "[a]: b\n".repeat(n / 4)],
    ["fences", (n: number) => "```\n".repeat(n + 1)],
    ["quoted lines", (n: number) => "> a\n".repeat(n)],
    ["open comments", (n: number) => "<!-- ".repeat(n)],
    ["setext", (n: number) => "a\n=\n".repeat(n / 4)],
    ["shortcodes", (n: number) => `{{< tab ${'"a '.repeat(n)}`],
    ["admonitions", (n: number) => `!!! ${"a ".repeat(n)}`],
    ["open boxes", (n: number) => "!!! a\n".repeat(n)],
    ["nested boxes", (n: number) => Array.from({ length: n / 20 }, (_, i) => `${" ".repeat(i * 4)}!!! a`).join("\n")],
    ["blank lines in a box", (n: number) => `!!! a\n    b${"\n".repeat(n * 4)}`],
    ["marks of Hugo", (n: number) => "{{< tab >}}{{< /tab >}} a ".repeat(n)],
    ["comments of Obsidian", (n: number) => "%%\n".repeat(n)],
    ["rules of pandoc", (n: number) => "--- ---\n".repeat(n)],
    ["grids of pandoc", (n: number) => "+---+\n".repeat(n)],
    ["wiki links", (n: number) => "[[a|".repeat(n)],
  ])("takes time in proportion to hostile %s", async (_what, make) => {
    const work = (n: number) => markdown(`Anfang.\n\n${make(n)}\n\nEnde.`);
    expect(await slowdownOf(work, 800)).toBeLessThan(proportional);
  });
});
