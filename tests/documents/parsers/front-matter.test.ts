import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/documents/parsers/front-matter/front-matter.ts";
import { documentOf, outlineOf } from "../make-document.ts";

const metadata = (text: string) => readFrontMatter(`${text}\n\nText.`)?.metadata;

describe("front matter", () => {
  it.each([
    ["over lines", "---\ntitle: >-\n  Der Hafen\n  am Morgen\n---", "Der Hafen am Morgen"],
    ["in quotes over lines", '---\ntitle: "Der Hafen\n  am Morgen"\n---', "Der Hafen am Morgen"],
    ["line by line", "---\ntitle: |\n  Der Hafen\n  am Morgen\n---", "Der Hafen am Morgen"],
    ["with a comment", "---\ntitle: Der Hafen # vorläufig\n---", "Der Hafen"],
    ["with a colon", "---\ntitle: Hafen: ein Bericht\ntags: [a]\n---", "Hafen: ein Bericht"],
    ["that YAML does not allow", "---\ntitle: @hafen\n---", "@hafen"],
    ["under keys with dots", "---\ndc.title: Der Hafen\n---", "Der Hafen"],
    ["under keys in quotes", '---\n"title": Der Hafen\n---', "Der Hafen"],
    ["in a map", "---\ndc:\n  title: Der Hafen\n---", "Der Hafen"],
    ["that is a number", "---\ntitle: 1984\n---", "1984"],
    ["that is a word of YAML", "---\ntitle: No\n---", "No"],
    ["with a link", "---\ntitle: Der [Hafen](https://example.org/hafen)\n---", "Der Hafen"],
    ["in TOML", '+++\ntitle = "Der Hafen"\n+++', "Der Hafen"],
    ["in TOML over lines", '+++\ntitle = """\nDer Hafen\nam Morgen"""\n+++', "Der Hafen am Morgen"],
    ["with markup", "---\ntitle: Der **Hafen** von <em>heute</em> &amp; morgen\n---", "Der Hafen von heute & morgen"],
    ["with a quote that nobody closed", '---\ntitle: "Der Hafen\ndate: 2024-05-03\n---', "Der Hafen"],
    ["without a blank", "---\ntitle:Der Hafen\ndate:2024-05-03\n---", "Der Hafen"],
    ["set in by a tab", "---\n\ttitle: Der Hafen\n---", "Der Hafen"],
    ["below blank lines", "\n\n---\ntitle: Der Hafen\n---", "Der Hafen"],
    ["of a fence with a name", "---yaml\ntitle: Der Hafen\n---", "Der Hafen"],
    ["of a fence with another name", '---json\n{ "title": "Der Hafen" }\n---', "Der Hafen"],
    ["between semicolons", ';;;\n{ "title": "Der Hafen" }\n;;;', "Der Hafen"],
    ["in JSON", '{\n  "title": "Der Hafen",\n  "tags": ["a"]\n}\n', "Der Hafen"],
    ["in lines of per cent", "% Der Hafen\n  am Morgen\n% Anna Jansen\n% 3. Mai 2024", "Der Hafen am Morgen"],
    ["in JSON of one line", '{ "title": "Der Hafen", "date": "2024-05-03" }', "Der Hafen"],
    ["above a text, without fences", "Title: Der Hafen\nDate: 2024-05-03\nSlug: hafen", "Der Hafen"],
    ["in German, without fences", "Titel: Der Hafen\n  am Morgen\nAutor: Anna Jansen", "Der Hafen am Morgen"],
    [
      "with emphasis",
      "---\ntitle: Der *Hafen* am _Morgen_, 5*3*2 und a_b_c\n---",
      "Der Hafen am Morgen, 5*3*2 und a_b_c",
    ],
    ["with links of a wiki", '---\ntitle: "Der [[Ort/Hafen|Hafen]] am [[Morgen]]"\n---', "Der Hafen am Morgen"],
    ["in TOML that is not well formed", "+++\ntitle = Der Hafen\n+++", "Der Hafen"],
  ])("reads titles %s", (_what, text, title) => {
    expect(metadata(text)?.title).toBe(title);
  });

  it.each([
    ["list", "---\nauthors:\n  - Anna Jansen\n  - Bo Kim\n---"],
    ["flow list", '---\nauthor: [Anna Jansen, "Bo Kim"]\n---'],
    ["people", "---\nauthors:\n  - name: Anna Jansen\n    mail: a@b.de\n  - given: Bo\n    family: Kim\n---"],
    ["TOML", '+++\nauthors = ["Anna Jansen", "Bo Kim"]\n+++'],
    ["table of its own", '+++\ntitle = "Hafen"\n[params]\nauthor = "Anna Jansen and Bo Kim"\n+++'],
    ["list of links", "---\nauthors: ['[Anna Jansen](https://example.org/a)', '[Bo Kim](/people/bo)']\n---"],
    ["key with a dot", "---\n'author.name': Anna Jansen\nauthors.name: Bo Kim\n---"],
    [
      "name in parts",
      "---\nauthor:\n  - name: {literal: Anna Jansen}\n  - name:\n      given: Bo\n      family: Kim\n---",
    ],
    ["wiki", '---\nauthors: ["[[Anna Jansen]]", "[[people/bo|Bo Kim]]"]\n---'],
    ["list with their accounts", "---\nauthor: [Anna Jansen, Bo Kim]\nauthors: [anna-jansen, bo-kim]\n---"],
    ["list beside a theme's own", '+++\nauthors = ["Anna Jansen", "Bo Kim"]\n[params]\nauthor = "Redaktion"\n+++'],
    ["taxonomy", '+++\ntitle = "T"\n[taxonomies]\nauthors = ["Anna Jansen", "Bo Kim"]\n+++'],
    ["list with notes", '---\nauthor: "Anna Jansen^[Institut], Bo Kim"\n---'],
    ["two fields", "---\nauthor: Anna Jansen\nauthors: [Anna Jansen, Bo Kim]\n---"],
    ["lines of per cent", "% Der Hafen\n% Anna Jansen; Bo Kim\n% 3. Mai 2024"],
  ])("reads all authors of a %s", (_what, text) => {
    expect(metadata(text)?.authors).toEqual(["Anna Jansen", "Bo Kim"]);
  });

  it("reads dates with offsets and comments", () => {
    expect(metadata("---\ndate: 2024-05-03T10:15:00+02:00\n---")?.published).toBe("2024-05-03T10:15");
    expect(metadata("---\ndate: 2024-05-03 # fest\n---")?.published).toBe("2024-05-03");
    expect(metadata("+++\ndate = 2024-05-03\n+++")?.published).toBe("2024-05-03");
    expect(metadata("+++\ndate = 2024-05-03T10:15:00+02:00\n+++")?.published).toBe("2024-05-03T10:15");
  });

  it("reads dates under other names", () => {
    expect(metadata("---\ntitle: T\ndate:\n  created: 2024-05-03\n---")?.published).toBe("2024-05-03");
    expect(metadata("---\ntitle: T\nparams:\n  date: 2024-05-03\n---")?.published).toBe("2024-05-03");
    expect(metadata("% T\n%\n% 3. Mai 2024")?.published).toBe("2024-05-03");
    expect(metadata("---\ntitle: T\nlastmod: 2024-05-03\n---")?.published).toBeUndefined();
  });

  it.each(["TODO", "TBD", "{{ site.author }}", "N/A"])("takes no %j for an author", (author) => {
    expect(metadata(`---\ntitle: T\nauthor: "${author}"\n---`)?.authors).toBeUndefined();
  });

  it("takes no title that programs write where nobody gave one", () => {
    expect(metadata("---\ntitle: '{{ page.name }} – {% raw %}'\n---")?.title).toBeUndefined();
    expect(metadata("---\ntitle: Untitled\n---")?.title).toBeUndefined();
  });

  it.each([
    ["data", '{\n  "name": "hafen"\n}\n'],
    ["a comment of another language", "% eine Zeile"],
    ["prose between rules", "---\nEs war einmal ein Hafen.\n---"],
    ["a list between rules", "---\n- eins\n- zwei\n---"],
    ["a live blog's line", "+++ Der Hafen ist zu +++"],
    ["minutes that begin with fields", "Titel: Sitzung\nDatum: 3. Mai 2024\nOrt: Rathaus\n\nText."],
    ["a date alone", "Date: 2024-05-03\nTags: a\n\nText."],
    ["data of one line", '{ "name": "hafen" }\n\nText.'],
    ["an open fence", "---\ntitle: Hafen\n"],
    ["brackets without end", `---\n${"[".repeat(9_000)}\n---`],
    ["dashes without end", `---\n${"- ".repeat(9_000)}\n---`],
  ])("takes no %s for it", (_what, text) => {
    expect(readFrontMatter(text)).toBeUndefined();
  });
});

describe("front matter of texts that are no Markdown", () => {
  const yaml = "---\ntitle: Der Hafen\ndate: 2024-05-03\nauthor: Anna Jansen\n---";
  const toml = '+++\ntitle = "Der Hafen"\ndate = 2024-05-03\nauthor = "Anna Jansen"\n+++';

  it.each([
    ["a.adoc", "= Überschrift"],
    ["a.rst", "Überschrift\n==========="],
    ["a.org", "* Überschrift"],
    ["a.txt", "Überschrift"],
  ])("is read in %s", async (file, heading) => {
    for (const block of [yaml, toml]) {
      const document = await documentOf(`${block}\n\n${heading}\n\nDas Tor ist am Sonntag offen.\n`, { file });
      const { title, titleSource, authors, published } = document.metadata;
      expect([title, titleSource, authors, published?.stated]).toEqual([
        "Der Hafen",
        "stated",
        ["Anna Jansen"],
        "2024-05-03",
      ]);
      expect(outlineOf(document)[0]).toBe(`metadata: ${block}`);
      expect(outlineOf(document).at(-1)).toBe("text: Das Tor ist am Sonntag offen.");
    }
  });

  it.each(["---\nVon: Meier\nAn: Kunz\n---\n\nText.", "---\n\ntitle: Der Hafen\n\n----\n\nText."])(
    "is none where it says nothing of the text: %j",
    async (text) => {
      expect((await documentOf(text, { file: "a.txt" })).metadata.titleSource).toBe("derived");
    },
  );
});
