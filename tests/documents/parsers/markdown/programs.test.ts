import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../../make-document.ts";

const outline = async (text: string, file = "a.md") =>
  outlineOf(await documentOf(text, { file })).filter((line) => !/^(?:boilerplate|metadata)/.test(line));

describe("Markdown of programs that make pages", () => {
  it("hides comments, queries and what is put in from elsewhere", async () => {
    const text =
      '%%\nGeheim eins.\n\nGeheim zwei.\n%%\n\n![[bild.png]]\n\n![[Seite#Teil]]\n\n```dataview\nTABLE a FROM b\n```\n\n--8<-- "a.md"\n\n<<< @/a.js{2}\n\n%% auch geheim %%\n\n![[bild.png|Der Plan]]\n\nSichtbar.\n';
    expect(await outline(text)).toEqual(["text: ![[bild.png|Der Plan]]", "text: Sichtbar."]);
    const matlab = "```matlab\n%%\nx = 1\n```\n\nText.\n\n```\n%%\ny = 2\n```";
    expect(await outline(matlab)).toEqual([
      "code: ```matlab\n%%\nx = 1\n```",
      "text: Text.",
      "code: ```\n%%\ny = 2\n```",
    ]);
  });

  it("reads the tables of pandoc as tables, with their heads", async () => {
    const grid = "+------+---+\n| Jahr | M |\n+======+===+\n| 2023 | 3 |\n+------+---+";
    const simple = "  Jahr   Menge\n------  ------\n  2023     340\n  2024     350";
    const { paragraphs, canonicalText } = await documentOf(`${grid}\n\n${simple}\n\nText.\n\n---\n`, { file: "a.md" });
    expect(paragraphs.map(({ kind }) => kind)).toEqual(["table", "table", "text", "boilerplate"]);
    const heads = paragraphs.slice(0, 2).map(({ tableHead }) => canonicalText.slice(tableHead?.start, tableHead?.end));
    expect(heads).toEqual(["| Jahr | M |", "Jahr   Menge".trim()]);
  });

  it("takes the first row in bold for the head of a table whose own is empty", async () => {
    const { paragraphs, canonicalText } = await documentOf("|   |   |\n|---|---|\n| **A** | **B** |\n| 1 | 2 |", {
      file: "a.md",
    });
    const [table] = paragraphs;
    expect(canonicalText.slice(table?.tableHead?.start, table?.tableHead?.end)).toBe("| **A** | **B** |");
  });

  it("leaves a sentence whole that begins with a component", async () => {
    expect(await outline("<Mark a={{b: 1}}>Grün</Mark> ist die Farbe.\n\n<Box>Im Kasten.</Box>\n", "a.mdx")).toEqual([
      "text: <Mark a={{b: 1}}>Grün</Mark> ist die Farbe.",
      "text: Im Kasten.",
    ]);
  });

  it("reads the boxes of Confluence, without their settings and styles", async () => {
    const text =
      '<ac:structured-macro ac:name="info"><ac:parameter ac:name="title">Achtung</ac:parameter><ac:parameter ac:name="icon">false</ac:parameter><ac:rich-text-body><p>Das Tor klemmt.</p></ac:rich-text-body></ac:structured-macro>\n\n/\\*<!\\[CDATA\\[\\*/ div.rb {padding: 0px;} /\\*\\]\\]>\\*/\n';
    expect(await outline(text)).toEqual(["text: Achtung", "text: Das Tor klemmt."]);
  });

  it("calls pages of Notion by their words, and pictures by what they are said to show", async () => {
    const page = await documentOf("# Der Hafen a1b2c3d4e5f60718293a4b5c6d7e8f90\n\nText.", { file: "a.md" });
    expect(page.metadata.title).toBe("Der Hafen");
    const unnamed = await documentOf("Text ohne Überschrift.", {
      file: "Der Hafen a1b2c3d4e5f60718293a4b5c6d7e8f90.md",
    });
    expect(unnamed.metadata.title).toBe("Der Hafen");
    const quarto = '[![](a.png){.border fig-alt="Plan des Hafens"}](b.html)';
    expect(await outline(`${quarto}\n\nText.\n`)).toEqual(["caption: Plan des Hafens", "text: Text."]);
    expect(await outline('<picture>\n<img alt="Plan des Hafens" src="a.svg">\n</picture>\n')).toEqual([
      "caption: Plan des Hafens",
    ]);
  });

  it("reads blocks behind slashes, without the names of what they are", async () => {
    const text =
      "![Bild](a.png){ width=300 }\n/// caption\nDer Plan des Hafens.\n///\n\n/// note | Achtung\nDas Tor klemmt.\n///\n\n/// tip\nZieh.\n///\n";
    expect(await outline(text)).toEqual([
      "caption: ![Bild](a.png){ width=300 }",
      "text: Der Plan des Hafens.",
      "text: /// note | Achtung",
      "text: Das Tor klemmt.",
      "text: Zieh.",
    ]);
    const { paragraphs } = await documentOf(text, { file: "a.md" });
    expect(paragraphs.filter(({ depth }) => depth === 1)).toHaveLength(1);
    expect(await outline("/// Ein Kommentar im Text.")).toEqual(["text: /// Ein Kommentar im Text."]);
  });

  it("reads notes of one word or one link, which are no definitions of links", async () => {
    expect(await outline("Wort[^1] und Wort[^2].\n\n[^1]: Meier\n\n[^2]: https://example.org/a\n\n[a]: b\n")).toEqual([
      "text: Wort[^1] und Wort[^2].",
      "text: [^1]: Meier",
      "text: [^2]: https://example.org/a",
    ]);
  });
});
