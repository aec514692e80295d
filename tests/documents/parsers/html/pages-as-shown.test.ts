import { describe, expect, it } from "vitest";
import { htmlOfXhtml } from "../../../../src/documents/parsers/html/xhtml.ts";
import { epubFile } from "../../files/office-files.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const long = "Das steht hier in einem Satz, der so lang ist, dass man ihn auch allein lesen und verstehen kann.";
const shown = async (body: string, file = "a.html", head = "<title>Seite</title>") =>
  outlineOf(await documentOf(`<html lang="de"><head>${head}</head><body>${body}</body></html>`, { file })).filter(
    (line) => !line.startsWith("boilerplate: "),
  );

describe("a page that is written as XML", () => {
  const head = `<title>Der Hafen</title><script src="a.js"/><style type="text/css"><![CDATA[ .s { text-decoration: line-through } ]]></style>`;
  const body = `<h1><a id="top"/>Der Hafen</h1><p>Preis: <span class="s">100</span> 250 Euro &amp; <b/>Pfand.</p><textarea/><p><![CDATA[a < b]]></p><script type="text/javascript">//<![CDATA[
var p = "<p>x</p>"; //]]></script><iframe src="a"/><p data-a="1>2/">Ende.</p><title/><p>Schluss.</p>`;
  const right = ["title: Der Hafen", "text: Preis: 250 Euro & Pfand.", "text: a < b", "text: Ende.", "text: Schluss."];

  it.each(["a.xhtml", "a.xht"])("loses nothing behind elements that end at once: %s", async (file) => {
    expect(await shown(body, file, head)).toEqual(right);
  });

  it("is told by its first words, too, and may state its language as XML does", async () => {
    const text = `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head>${head}</head><body>${body}</body></html>`;
    const document = await documentOf(text, { file: "a.html", language: "und" });
    expect(outlineOf(document)).toEqual(right);
    expect(document.metadata.language).toBe("de");
  });

  it.each(["<!--", "<![CDATA[", "<style>", '<a "', "<a b='1'", "<p/"])(
    "takes time in proportion to many %j",
    async (mark) => {
      const started = performance.now();
      expect(htmlOfXhtml(mark.repeat(200_000)).length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );

  it("is so in a book", async () => {
    const document = await documentOf(
      epubFile([{ body: `<h1>Eins</h1><title/><p><a id="p1"/>Der Hafen.</p><script src="a.js"/><p>Das Boot.</p>` }]),
      { file: "a.epub" },
    );
    expect(outlineOf(document).join("\n")).toContain("text: Der Hafen.\ntext: Das Boot.");
  });
});

describe("statutes on the web", () => {
  it("count their parts by terms of lists, which stand in front of the words", async () => {
    const part = (mark: string, content: string) => `<dt>${mark}</dt><dd><div>${content}</div></dd>`;
    const letters = `<dl>${part("a)", "die Boote,")}${part("b)", "die Schiffe.")}</dl>`;
    expect(
      await shown(
        `<h3>§ 1 Zweck</h3><div>(2) Der Hafen umfasst <dl>${part("1.", "die Kaianlagen,")}${part("2.", `die Kräne und ${letters}`)}</dl></div><p>${long}</p>`,
      ),
    ).toEqual([
      "title: § 1 Zweck",
      "text: (2) Der Hafen umfasst",
      "text: 1. die Kaianlagen,",
      "text: 2. die Kräne und",
      "text: a) die Boote,",
      "text: b) die Schiffe.",
      `text: ${long}`,
    ]);
  });
});

describe("formulas", () => {
  it("are read where only a picture of them is shown", async () => {
    expect(
      await shown(
        `<p>Es gilt <span class="mwe-math-element"><span class="mwe-math-mathml-a11y" style="display: none;"><math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math></span><img src="e.svg" aria-hidden="true" alt="E=mc^2"></span> für alle.</p>`,
      ),
    ).toEqual(["text: Es gilt E = mc² für alle."]);
  });
});

describe("notes", () => {
  it("are called in brackets, which styles draw, and have no arrows back", async () => {
    expect(
      await shown(
        `<p>Er ist groß<a class="footnote-reference brackets" href="#id2">1</a>, sagt der Rat<sup><a href="#n">2</a></sup>.</p><ol><li id="n">${long} <a href="#r">↩︎</a></li><li>${long} <a href="#r2">^</a></li></ol>`,
      ),
    ).toEqual(["text: Er ist groß[1], sagt der Rat[2].", `text: 1. ${long}\n2. ${long}`]);
  });

  it("stand apart from the number that they belong to", async () => {
    const rows = `<tr><th>Jahr</th><th>Schiffe</th></tr><tr><td>2023</td><td>120<sup>a</sup></td></tr><tr><td>2024</td><td>1.5<sup>e</sup></td></tr>`;
    expect(await shown(`<table>${rows}</table><p>Am 2<sup>e</sup> Kai, n<sup>o</sup> 3. ${long}</p>`)).toEqual([
      "table: Jahr | Schiffe\n2023 | 120^a\n2024 | 1.5^e",
      `text: Am 2e Kai, no 3. ${long}`,
    ]);
  });
});

describe("tabs", () => {
  const panels = (first: string, second: string) =>
    `<div ${first} role="tabpanel"><p>Auf Linux so.</p></div><div ${second} role="tabpanel" hidden><p>Auf Windows anders.</p></div>`;
  const right = [
    "title: Einrichten",
    "text: Linux",
    "text: Auf Linux so.",
    "text: Windows",
    "text: Auf Windows anders.",
    `text: ${long}`,
  ];

  it.each([
    [
      "named by the tabs",
      `<div role="tablist"><button role="tab" aria-controls="a">Linux</button><button role="tab" aria-controls="b">Windows</button></div>${panels('id="a"', 'id="b"')}`,
    ],
    [
      "that name their tabs",
      `<ul role="tablist"><li><a href="#x" id="ta" role="tab">Linux</a></li><li><a id="tb" role="tab">Windows</a></li></ul>${panels('aria-labelledby="ta"', 'aria-labelledby="tb"')}`,
    ],
    [
      "in the same order",
      `<div><ul role="tablist"><li role="tab" aria-selected="true">Linux</li><li role="tab">Windows</li></ul><div>${panels("", "")}</div></div>`,
    ],
  ])("are read, each under its name, with panels %s", async (_how, tabs) => {
    expect(await shown(`<h2>Einrichten</h2>${tabs}<p>${long}</p>`)).toEqual(right);
  });
});

describe("quotes", () => {
  it("are apart from who says them", async () => {
    expect(
      await shown(
        `<p>${long}</p><blockquote>Der Hafen ist wichtig.<cite>Anna Meier</cite></blockquote><blockquote><div><cite>anna hat geschrieben:</cite>Wie groß ist er?</div></blockquote><blockquote><p>Nach <cite>Meier</cite> ist er groß.</p></blockquote>`,
      ),
    ).toEqual([
      `text: ${long}`,
      "text: Der Hafen ist wichtig.",
      "text: Anna Meier",
      "text: anna hat geschrieben:",
      "text: Wie groß ist er?",
      "text: Nach Meier ist er groß.",
    ]);
  });
});

describe("pages that are laid out by a table", () => {
  it("are read cell by cell where its only row holds paragraphs", async () => {
    expect(
      await shown(
        `<table border=0 width="100%"><tr><td width=200>Menü<br><a href=a>Eins</a></td><td><p>${long}<p>${long}</td></tr></table>`,
      ),
    ).toEqual(["text: Menü\nEins", `text: ${long}`, `text: ${long}`]);
  });
});

describe("threads of phpBB", () => {
  const post = (id: number, name: string, content: string) =>
    `<div id="p${id}" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">${name}</a></dt><dd class="profile-posts"><strong>Beiträge:</strong> 12</dd><dd><strong>Registriert:</strong> 03.05.2020</dd></dl><div class="postbody"><h3><a href="#p${id}">Re: Wie groß ist der Hafen?</a></h3><ul class="post-buttons"><li><a>Zitieren</a></li></ul><p class="author"><a>Beitrag</a> von <strong><a class="username">${name}</a></strong> » <time datetime="2024-05-0${id}T10:00:00+00:00">${id}. Mai 2024</time></p><div class="content">${content}</div><div class="signature">Grüße aus dem Norden</div></div></div></div>`;

  it("have every contribution under the name of its writer, and nothing of what stands beside it", async () => {
    const document = await documentOf(
      `<html lang="de"><head><title>Wie groß ist der Hafen? - Hafenforum</title></head><body class="nojs section-viewtopic"><div id="page-body" role="main"><h2 class="topic-title"><a>Wie groß ist der Hafen?</a></h2><div class="action-bar"><a class="button">Antworten</a><div class="pagination">2 Beiträge • Seite 1 von 1</div></div>${post(1, "anna", long)}<hr>${post(2, "bo", `<blockquote><div><cite>anna hat geschrieben:</cite>Wie groß ist er?</div></blockquote>Er ist 25 Quadratkilometer groß.`)}</div></body></html>`,
      { file: "a.html" },
    );
    expect(outlineOf(document).filter((line) => !line.startsWith("boilerplate: "))).toEqual([
      "title: Wie groß ist der Hafen?",
      "heading: anna",
      `text: ${long}`,
      "heading: bo",
      "text: anna hat geschrieben:",
      "text: Wie groß ist er?",
      "text: Er ist 25 Quadratkilometer groß.",
    ]);
    expect(document.metadata).toMatchObject({ title: "Wie groß ist der Hafen?", authors: ["anna", "bo"] });
  });
});

describe("threads of WoltLab", () => {
  const post = (id: number, name: string, content: string) =>
    `<li><article id="post${id}" class="wbbPost message"><aside class="messageSidebar"><div class="messageAuthor"><a class="username"><span>${name}</span></a><span class="badge">Mitglied</span></div></aside><div class="messageContent"><header class="messageHeader"><ul><li><time datetime="2024-05-03">3. Mai 2024</time></li><li>#${id}</li></ul></header><div class="messageBody"><div class="messageText"><p>${content}</p></div></div><footer class="messageFooter"><ul><li><a>Zitieren</a></li></ul></footer></div></article></li>`;

  it("have every contribution under the name of its writer", async () => {
    const document = await documentOf(
      `<html lang="de"><head><title>Wie groß ist der Hafen? - Forum</title></head><body><section id="main"><header class="contentHeader messageGroupContentHeader"><h1>Wie groß ist der Hafen?</h1><ul><li>anna</li></ul></header><ul class="wbbThreadPostList">${post(1, "anna", long)}${post(2, "bo", long)}</ul></section></body></html>`,
      { file: "a.html" },
    );
    expect(outlineOf(document).filter((line) => !line.startsWith("boilerplate: "))).toEqual([
      "title: Wie groß ist der Hafen?",
      "heading: anna",
      `text: ${long}`,
      "heading: bo",
      `text: ${long}`,
    ]);
    expect(document.metadata.authors).toEqual(["anna", "bo"]);
  });
});

describe("boxes", () => {
  it("in sections and items are text where a page marks no article, and sidebars are none", async () => {
    const box =
      "<aside class=example><p>Ein Beispiel dafür ist der Hafen von Nordstadt, der im Winter zu ist.</p></aside>";
    const right = "text: Ein Beispiel dafür ist der Hafen von Nordstadt, der im Winter zu ist.";
    for (const body of [
      `<section><h2>Häfen</h2><p>${long}</p>${box}</section>`,
      `<dl><dt>Hafen</dt><dd><p>${long}</p>${box}</dd></dl>`,
    ]) {
      expect(await shown(body)).toContain(right);
    }
    expect(await shown(`<section><h2>Häfen</h2><p>${long}</p></section>${box}`)).not.toContain(right);
    expect(
      await shown(`<section><h2>Häfen</h2><p>${long}</p>${box.replace("example", "sidebar-right")}</section>`),
    ).not.toContain(right);
  });
});
