import { describe, expect, it } from "vitest";
import { docxFile } from "../files/docx-file.ts";
import { linesDown, pdfFile } from "../files/pdf-file.ts";
import { documentOf, outlineOf } from "../make-document.ts";

const body = "Der Hafen fasst viele Schiffe und liegt seit langer Zeit an der Küste, wie der Bericht vom Rat sagt.";

/** What is known of a page, its language and its key aside. */
async function factsOf(head: string, content: string, tab = "<title>Bericht</title>") {
  const page = `<!doctype html><html lang="de"><head>${tab}${head}</head><body>${content}</body></html>`;
  const { metadata } = await documentOf(page, { file: "page.html" });
  const { title, authors, published } = metadata;
  return { title, authors, published: published?.stated };
}

const ld = (data: unknown, [before, after] = ["", ""]) =>
  `<script type="application/ld+json">${before}${JSON.stringify(data)}${after}</script>`;

describe("the title of a page", () => {
  it("is none that the page does not show", async () => {
    const described = ld({ "@type": "Article", name: "Hafen Nordstadt", headline: "Häfen im ganzen Land" });
    const { title } = await factsOf(
      described,
      `<h1>Hafen Nordstadt</h1><p>${body}</p>`,
      "<title>Hafen Nordstadt – Lexikon</title>",
    );
    expect(title).toBe("Hafen Nordstadt");
    const og = '<meta property="og:title" content="So schön ist unser Hafen!">';
    expect((await factsOf(og, `<h1>Hafen Nordstadt</h1><p>${body}</p>`)).title).toBe("Bericht");
  });

  it("is no word that programs put there", async () => {
    for (const tab of ["Untitled Document", "Unbenannt", "(anonymous)", "index.html"]) {
      expect((await factsOf("", `<h1>Der Hafen</h1><p>${body}</p>`, `<title>${tab}</title>`)).title).toBe("Der Hafen");
    }
  });
});

describe("the authors of a page", () => {
  it("are all that it states", async () => {
    const metas = ["Meier, Anna", "Kunz, Bernd", "Abel, Carla"].map(
      (it) => `<meta name="citation_author" content="${it}">`,
    );
    expect((await factsOf(metas.join(""), `<p>${body}</p>`)).authors).toEqual([
      "Meier, Anna",
      "Kunz, Bernd",
      "Abel, Carla",
    ]);
    const one = '<meta name="author" content="Anna Meier, Bernd Kunz">';
    expect((await factsOf(one, `<p>${body}</p>`)).authors).toEqual(["Anna Meier", "Bernd Kunz"]);
    const shown = `<article><h1>Bericht</h1><p>Von <a rel="author" href="/a">Anna Meier</a> und <a rel="author" href="/b">Bernd Kunz</a></p><p>${body}</p></article>`;
    expect((await factsOf("", shown)).authors).toEqual(["Anna Meier", "Bernd Kunz"]);
    const linked = ld({
      "@graph": [
        { "@type": "Article", headline: "Bericht", author: { "@id": "#a" } },
        { "@id": "#a", name: "Anna Meier" },
      ],
    });
    expect((await factsOf(linked, `<p>${body}</p>`)).authors).toEqual(["Anna Meier"]);
  });

  it.each([
    `<article><h1>Bericht</h1><p>${body}</p></article><aside><a rel="author" href="/x">Xaver Fremd</a></aside>`,
    `<main><h1>Bericht</h1><p>${body}</p></main><div class="related-teasers sidebar"><a rel="author">Xaver Fremd</a></div>`,
    `<article><h1>Bericht</h1><p>${body}</p></article><article><h3>Anderes</h3><span itemprop="author">Xaver Fremd</span></article>`,
    `<main><h1>Bericht</h1><p>${body}</p></main><footer><span itemprop="author">Xaver Fremd</span></footer>`,
  ])("are nobody's who stands beside the article: %s", async (content) => {
    expect((await factsOf("", content)).authors).toBeUndefined();
  });

  it("are those of the page's own article among several that are described", async () => {
    const teaser = {
      "@type": "NewsArticle",
      headline: "Etwas anderes",
      author: "Xaver Fremd",
      datePublished: "2001-01-01",
    };
    const own = { "@type": "NewsArticle", headline: "Bericht", author: "Anna Meier", datePublished: "2024-05-03" };
    expect(await factsOf(ld([teaser, own]), `<h1>Bericht</h1><p>${body}</p>`)).toMatchObject({
      authors: ["Anna Meier"],
      published: "2024-05-03",
    });
    expect(
      await factsOf(ld([teaser, { ...teaser, headline: "Drittes" }]), `<h1>Bericht</h1><p>${body}</p>`),
    ).toMatchObject({
      authors: undefined,
      published: undefined,
    });
  });
});

describe("the date of a page", () => {
  it.each([
    '<meta name="citation_publication_date" content="2024/5/3">',
    '<meta property="article:published_time" content="2024-05-03T08:00:00Z">',
    '<meta name="date" content="3. Mai 2024">',
    ld({ "@type": "NewsArticle", headline: "Bericht", datePublished: "2024-05-03" }, ["//<![CDATA[\n", "\n//]]>"]),
    ld({ "@type": "NewsArticle", headline: "Bericht", datePublished: "2024-05-03" }, ["<!--", "-->"]),
  ])("is the one that it states: %s", async (head) => {
    expect((await factsOf(head, `<p>${body}</p>`)).published).toMatch(/^2024-05-03/);
  });

  it.each([
    `<article><h1>Bericht</h1><p>Von Anna Meier, <time datetime="2024-05-03">3. Mai 2024</time></p><p>${body}${body}</p></article>`,
    `<header><h1>Bericht</h1><time datetime="2024-05-03T10:00">3. Mai 2024</time></header><p>${body}${body}</p>`,
    `<h1>Bericht</h1><p>${body}${body}</p><p><time itemprop="datePublished" datetime="2024-05-03">gestern</time></p>`,
  ])("is the one that it shows above or marks: %s", async (content) => {
    expect((await factsOf("", content)).published).toMatch(/^2024-05-03/);
  });

  it.each([
    ["a sentence's", "", '<p>Zuletzt geprüft am <time datetime="2025-02-02">2. Februar 2025</time>. Gut so.</p>'],
    ["an event's", "", '<p>Das Treffen begann am <time datetime="1999-09-09">9. September 1999</time> im Hafen.</p>'],
    ["an event's above", "", '<p>Beginn: <time datetime="1999-09-09">9. September 1999</time></p>'],
    ["a calendar's", "", '<div class="event"><time datetime="1999-09-09">9. September 1999</time></div>'],
    ["a sidebar's", "", '<aside><time datetime="1999-09-09">9. September 1999</time></aside>'],
    ["a change's", '<meta property="article:modified_time" content="2025-01-01">', ""],
    ["year 1", '<meta property="article:published_time" content="0001-01-01T00:00:00">', ""],
    ["a clock's first day", '<meta name="date" content="1970-01-01T00:00:00Z">', ""],
    ["a day of no calendar", '<meta name="date" content="2024-02-31">', ""],
  ])("is not %s", async (_what, head, content) => {
    expect(
      (await factsOf(head, `<article><h1>Bericht</h1>${content}<p>${body}${body}</p></article>`)).published,
    ).toBeUndefined();
  });
});

describe("files of office programs", () => {
  it("were made on a day, and published nobody knows when", async () => {
    const word = docxFile({
      title: "Word Document",
      author: "python-docx",
      created: "2013-12-23T23:15:00Z",
      blocks: [{ text: body }],
    });
    const pdf = pdfFile({
      title: "(anonymous)",
      author: "(anonymous)",
      created: "D:20251205120000",
      pages: [linesDown([body])],
    });
    for (const [bytes, file] of [
      [word, "jahresbericht.docx"],
      [pdf, "jahresbericht.pdf"],
    ] as const) {
      const { metadata } = await documentOf(bytes, { file });
      expect(metadata.published).toBeUndefined();
      expect(metadata.authors).toBeUndefined();
      expect(metadata.titleSource).toBe("derived");
    }
  });
});

describe("the first lines of a text", () => {
  const text = (...blocks: string[]) => documentOf([...blocks, body, body].join("\n\n"));

  it.each([
    "3rd May 2024",
    "Freitag, 3. Mai 2024",
    "03.05.2024",
    "2024-05-03",
    "Nordstadt, den 3. Mai 2024",
    "Von Anna Meier | 3. Mai 2024",
    "Veröffentlicht am Freitag, 3. Mai 2024",
    "Published on 3rd May 2024",
  ])("may hold its date: %s", async (line) => {
    const document = await text("Überschrift des Artikels", line);
    expect(document.metadata.published?.stated).toBe("2024-05-03");
    expect(outlineOf(document).slice(0, 2)).toEqual(["title: Überschrift des Artikels", `metadata: ${line}`]);
  });

  it.each(["03.05.2024, 10:15 Uhr", "2024-05-03T10:15:00+02:00", "3. Mai 2024 um 10.15 Uhr"])(
    "may hold its minute, also without a blank line above: %s",
    async (line) => {
      const document = await text(`Überschrift des Artikels\n${line}`);
      expect(document.metadata.published?.stated).toBe("2024-05-03T10:15");
      expect(outlineOf(document)[0]).toBe("title: Überschrift des Artikels");
    },
  );

  it("may name all authors, with the date or alone", async () => {
    expect((await text("Der Titel", "Von Anna Meier und Bernd Kunz")).metadata.authors).toEqual([
      "Anna Meier",
      "Bernd Kunz",
    ]);
    expect((await text("Der Titel", "By Anna Meier, 3 May 2024")).metadata).toMatchObject({
      authors: ["Anna Meier"],
      published: { stated: "2024-05-03" },
    });
  });

  it("are the entries of a chronicle where there are several days", async () => {
    const document = await documentOf(`Tagebuch\n\n3. Mai 2024\n\n${body}\n\n4. Mai 2024\n\n${body}`);
    expect(document.metadata.published).toBeUndefined();
    expect(outlineOf(document).join("\n")).not.toContain("metadata:");
  });

  it("tell no day of publication where they tell of a check", async () => {
    expect((await text("Der Titel", "Zuletzt geprüft am 3. Mai 2024")).metadata.published).toBeUndefined();
  });
});

describe("minutes and posts", () => {
  it.each([
    ["2024-05-03-neuer-hafen.md", "Neuer Hafen"],
    ["protokoll_2024-05-03.txt", "Sitzung des Rates"],
    ["a.txt", "Protokoll der Sitzung vom 3. Mai 2024"],
    ["sitzung.txt", "Niederschrift 03.05.24"],
    ["a.txt", "Minutes of the meeting, 3rd May 2024"],
  ])("have the day in their name or title: %s, %s", async (file, title) => {
    const heading = file.endsWith(".md") ? `# ${title}` : title;
    expect((await documentOf(`${heading}\n\n${body}`, { file })).metadata.published?.stated).toBe("2024-05-03");
  });

  it.each([
    ["a.txt", "Die Flut vom 3. Mai 2024"],
    ["rechnung-4711.txt", "Rechnung"],
    ["bericht-2024.txt", "Bericht der Sitzungsleitung 2024"],
  ])("are not what other documents are: %s, %s", async (file, title) => {
    expect((await documentOf(`${title}\n\n${body}`, { file })).metadata.published).toBeUndefined();
  });
});
