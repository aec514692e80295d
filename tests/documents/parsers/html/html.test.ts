import { describe, expect, it } from "vitest";
import { paragraphPassagesOf } from "../../../../src/documents/passages/passages.ts";
import { AppError } from "../../../../src/errors.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const html = (content: string | Uint8Array) => documentOf(content, { file: "page.html" });
const sentence = "Die Fähre liegt seit dem Morgen im Hafen, weil der Wind von Westen her zu stark weht. ";

function newsPage(): string {
  const links = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">Eine andere Meldung Nummer ${i}</a>`).join(
    "",
  );
  const paragraphs = Array.from({ length: 6 }, (_, i) => `<p>Absatz ${i}: ${sentence.repeat(3)}</p>`).join("");
  return `<!doctype html><html lang="de-DE"><head><title>Sturm hält Fähre fest | Hafenblatt</title>
    <meta property="og:title" content="Sturm hält Fähre fest | Hafenblatt">
    <meta property="og:site_name" content="Hafenblatt">
    <link rel="canonical" href="https://example.org/faehre">
    <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"X"},{"@type":"NewsArticle",
      "headline":"Sturm hält Fähre fest","datePublished":"2021-05-04T09:30:00+02:00",
      "author":[{"@type":"Person","name":"Anna Jansen"},{"name":"Bo Kim"}]}]}</script></head>
    <body><div class="menu"><ul>${links}</ul></div><div id="story"><article><h1 id="kopf">Sturm hält Fähre fest</h1>${paragraphs}
    <h2 id="aussicht">Aussicht</h2><p>${sentence.repeat(4)}</p></article></div>
    <div class="sidebar related"><ul>${links}</ul></div><footer>Impressum und so weiter</footer></body></html>`;
}

describe("HTML", () => {
  it("finds the article of a page, its headline and what the page says about it", async () => {
    const document = await html(newsPage());
    const outline = outlineOf(document).filter((paragraph) => !paragraph.startsWith("boilerplate: "));
    expect(outline[0]).toBe("title: Sturm hält Fähre fest");
    expect(outline.join("\n")).not.toMatch(/andere Meldung|Impressum/);
    expect(outline).toContain("heading: Aussicht");
    const last = document.paragraphs.findLast(({ kind }) => kind !== "boilerplate");
    expect(last).toMatchObject({ headingPath: ["Aussicht"], anchor: "aussicht" });
    expect(document.metadata).toMatchObject({
      title: "Sturm hält Fähre fest",
      titleSource: "stated",
      publisher: "Hafenblatt",
      authors: ["Anna Jansen", "Bo Kim"],
      url: "https://example.org/faehre",
      published: { stated: "2021-05-04T09:30" },
      language: "de",
    });
    expect(document).toMatchObject({ isPlainText: false, encoding: "utf-8", parser: { name: "html" } });
  });

  it("hides what stands around the article, and loses none of it", async () => {
    const document = await html(newsPage());
    const hidden = document.paragraphs
      .filter(({ rule }) => rule === "page-frame")
      .map(({ range }) => document.canonicalText.slice(range.start, range.end));
    for (const number of [0, 17, 29]) expect(hidden.join("\n")).toContain(`Eine andere Meldung Nummer ${number}`);
    expect(hidden.join("\n")).toContain("Impressum");
    expect(document.paragraphs.filter(({ kind }) => kind === "title")).toHaveLength(1);
  });

  it("shows the sentences that introduce an article below its first heading", async () => {
    const links = Array.from(
      { length: 40 },
      (_, i) => `<td><a href="${i}.html">Eintrag Nummer ${i} der Liste</a></td>`,
    );
    const entries = Array.from(
      { length: 6 },
      (_, i) =>
        `<h3>Fähre ${i}</h3><p>Die Fähre ${i} fährt jeden Tag, auch am Sonntag, und nimmt Räder und Hunde mit.</p>`,
    );
    const introduction = "Hier steht, welche der Fähren wann und wohin fahren, und was sie mitnehmen.";
    const page = `<table><tr>${links.join("")}</tr></table><h2>Fähren</h2>${introduction}<p>Autor: Anna</p><h2>Liste</h2><div>${entries.join("")}</div>`;
    const document = await html(`<title>Fähren</title><body>${page}`);
    expect(outlineOf(document)).toContain(`text: ${introduction}`);
    expect(document.canonicalText).toContain("Eintrag Nummer 39");
  });

  it("makes paragraphs of headings, captions, tables, lists and preformatted text", async () => {
    const document = await html(
      `<h1>Fähren</h1><p>Zwei<br>Zeilen.<br><br>Neuer Absatz.<h2 id=t>Technik</h2>
      <figure><img src=a.jpg><figcaption>Die Fähre am Kai</figcaption></figure>
      <p class="caption">Noch ein Bild</p>
      <table id=masse><caption>Maße</caption><tr><th>Maß<th>Wert<tr><td>Länge
        über alles<td><p>120</p><p>m</p></table>
      <table><tr><td><p>Nur</p></td></tr><tr><td><p>Gestaltung</p></td></tr></table>
      <ul><li>rot<li>blau<ol start=3><li>hell<li>dunkel</ol></ul>
      <section id=s><h3>Motor</h3><div>Er ist <b>sehr</b> stark und läuft seit vielen Jahren ohne jede Störung im Schiff.</div></section>
      <pre>a  b\n  c</pre>`,
    );
    expect(outlineOf(document)).toEqual([
      "title: Fähren",
      "text: Zwei\nZeilen.",
      "text: Neuer Absatz.",
      "heading: Technik",
      "caption: Die Fähre am Kai",
      "caption: Noch ein Bild",
      "caption: Maße",
      "table: Maß | Wert\nLänge über alles | 120 m",
      "text: Nur",
      "text: Gestaltung",
      "text: - rot\n- blau\n  3. hell\n  4. dunkel",
      "heading: Motor",
      "text: Er ist sehr stark und läuft seit vielen Jahren ohne jede Störung im Schiff.",
      "text: a  b\n  c",
    ]);
    expect(document.paragraphs.at(-1)).toMatchObject({ headingPath: ["Technik", "Motor"], anchor: "s" });
    expect(document.paragraphs.map(({ anchor }) => anchor)).toEqual([
      ...[undefined, undefined, undefined, "t", "t", "t", "masse", "masse", "t", "t", "t", "s", "s", "s"],
    ]);
    expect(paragraphPassagesOf(document).map(({ anchor }) => anchor)).toEqual(
      document.paragraphs.filter(({ kind }) => kind !== "title" && kind !== "heading").map(({ anchor }) => anchor),
    );
  });

  it("makes a paragraph of each item of a long list", async () => {
    const item = sentence.repeat(4).trim();
    const outline = outlineOf(await html(`<ol><li>${item}<li><p>${item}</p><p>Nachtrag.</p></ol>`));
    expect(outline).toEqual([`text: 1. ${item}`, `text: 2. ${item}`, "text: Nachtrag."]);
  });

  it.each([
    ["raised and lowered figures", "25 km<sup>2</sup>, 10<sup>-3</sup> und CO<sub>2</sub>", "25 km², 10⁻³ und CO₂"],
    ["powers of names", "x<sup>n+k</sup> und v<sub>max</sub>", "x^(n+k) und v_max"],
    [
      "marks of notes",
      'Der Bericht<sup>4</sup> gilt.<sup>5</sup> A<sup><a href="#fn1">1</a></sup>',
      "Der Bericht[4] gilt.[5] A[1]",
    ],
    ["what stands raised by custom", "der 1<sup>st</sup> Tag, Werk<sup>®</sup>", "der 1st Tag, Werk®"],
    [
      "text struck by its style",
      'Preis: <span style="color:red; text-decoration: line-through">80</span> 70 Euro',
      "Preis: 70 Euro",
    ],
    ["struck text", "Preis: <del>80</del> <s>75</s> <strike>72</strike> 70 Euro", "Preis: 70 Euro"],
    ["quotation marks", "Er sagte: <q>Das <q>Meer</q> ruft</q>.", "Er sagte: „Das ‚Meer‘ ruft“."],
    ["glosses", "<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby> ist groß", "東京 ist groß"],
    [
      "formulas",
      "<math><semantics><mrow><mi>E</mi><mo>=</mo><mfrac><mi>m</mi><mn>2</mn></mfrac><msup><mi>v</mi><mn>2</mn></msup></mrow><annotation>E=mv</annotation></semantics></math> gilt",
      "E = m/2v² gilt",
    ],
  ])("shows %s as a browser does", async (_what, content, text) => {
    const { canonicalText } = await html(`<html lang="de"><body><p>${content}</p><p>Mehr.</p></body></html>`);
    expect(canonicalText.split("\n")[0]).toBe(text);
  });

  it("numbers lists as a browser does", async () => {
    const outline = outlineOf(
      await html(
        "<ol type=a><li>x<li value=4>y<li>z</ol><p>A.<ol type=I start=9><li>x<li>y</ol><p>B.<ol reversed><li>x<li>y<li type=A>z</ol>",
      ),
    );
    expect(outline.filter((line) => line.includes(". x"))).toEqual([
      "text: a. x\nd. y\ne. z",
      "text: IX. x\nX. y",
      "text: 3. x\n2. y\nA. z",
    ]);
  });

  it("keeps boxes and notes of the article, and no others", async () => {
    const links = Array.from({ length: 40 }, (_, i) => `<li><a href="/${i}">Eine andere Meldung Nummer ${i}</a>`).join(
      "",
    );
    const article = `<article><h1>Der Hafen</h1><p>${sentence.repeat(6)}</p><aside><p>Kasten: Der Kran hebt 80 Tonnen.</p></aside>
      <p>${sentence.repeat(6)}</p><aside><ul>${links}</ul></aside><footer><p>Berichtigung: Es sind 81 Tonnen.</p></footer></article>`;
    for (const around of ["", `<div class="menu"><ul>${links}</ul></div>`]) {
      const document = await html(`<html><body>${around}${article}<footer>Impressum der Seite</footer></body></html>`);
      const shown = outlineOf(document)
        .filter((line) => !line.startsWith("boilerplate"))
        .join("\n");
      expect(shown).toContain("Kran hebt 80 Tonnen");
      expect(shown).toContain("Berichtigung: Es sind 81");
      expect(shown).not.toMatch(/Impressum|andere Meldung/);
    }
  });

  it("takes no short line for a heading where the page has headings", async () => {
    const document = await html(
      `<h1>Ort</h1><h2>Lage</h2><div>Siehe auch: Lage des Hafens</div><p>${sentence}</p><h3>Klima</h3><p>${sentence}</p>`,
    );
    expect(document.paragraphs.at(-1)?.headingPath).toEqual(["Lage", "Klima"]);
  });

  it("does not tell the language by that of the platform", async () => {
    const page =
      '<html><head><meta property="og:locale" content="en_US"></head><body><p>Ein Satz auf Deutsch.</p></body></html>';
    expect((await documentOf(page, { file: "a.html", language: "de" })).metadata.language).toBe("de");
  });

  it("reads front matter before a page", async () => {
    const document = await html(
      "---\ntitle: >-\n  Der\n  Hafen\ndate: 2024-05-03 # fest\n---\n<p>Ein Satz.</p><p>Noch einer.</p>",
    );
    expect(document.metadata).toMatchObject({ title: "Der Hafen", published: { stated: "2024-05-03" } });
    expect(document.canonicalText).toBe("Ein Satz.\n\nNoch einer.");
  });

  it("believes bytes more than a declaration, and a late declaration more than a guess", async () => {
    const utf8 = await html('<head><meta charset="gb2312"></head><p>Größe und Maß</p>');
    expect(utf8.canonicalText).toBe("Größe und Maß");
    const late = Buffer.concat([
      Buffer.from(`<html><head><!-- ${"x".repeat(2_000)} --><meta charset="windows-1251"></head><body><p>`),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
    ]);
    expect((await html(late)).canonicalText).toBe("Порт");
    const latin = Buffer.from('<meta charset="iso-8859-1"><p>Gr\xf6\xdfe', "latin1");
    const read = await html(latin);
    expect(read.canonicalText).toBe("Größe");
    expect(read.gaps).toBeUndefined();
  });

  it("leaves out what no reader sees", async () => {
    const { canonicalText } = await html(
      `<p>Vorn.<script>hidden1()</script><style>hidden2{}</style><iframe>hidden3</iframe><noscript>hidden4</noscript>
      <template>hidden5</template><svg><text>hidden6</text></svg><textarea>hidden7</textarea><select><option>hidden8</select>
      <span hidden>hidden9</span><span style="color:red; display: none">hidden10</span><!-- hidden11 --><object>hidden12</object>
      <b aria-hidden="true">hidden13</b></p><p>Hinten.`,
    );
    expect(canonicalText).toBe("Vorn.\n\nHinten.");
  });

  it("decodes entities and keeps bidirectional marks and combining characters", async () => {
    const { canonicalText } = await html(
      "<p>Gr&ouml;&szlig;e &amp; &lt;b&gt; &#x1F600; &#8206;a&#x202E;b&#x202C; u\u0308&nbsp;x \ud800 &#0;</p>",
    );
    expect(canonicalText).toBe("Größe & <b> 😀 \u200ea\u202eb\u202c u\u0308\u00a0x \ufffd \ufffd");
  });

  it.each([
    ["UTF-8 with a mark", Buffer.from("\ufeff<p>Grüße – ja", "utf8")],
    ["UTF-16LE with a mark", Buffer.from("\ufeff<p>Grüße – ja", "utf16le")],
    ["windows-1252 without a declaration", Buffer.from("<p>Gr\xfc\xdfe \x96 ja", "latin1")],
    ["declared as ISO 8859-1", Buffer.from("<meta charset=iso-8859-1><p>Gr\xfc\xdfe \x96 ja", "latin1")],
    [
      "declared as windows-1250",
      Buffer.from(
        '<meta http-equiv="content-type" content="text/html; charset=windows-1250"><p>Gr\xfc\xdfe \x96 ja',
        "latin1",
      ),
    ],
    ["declared as an encoding that there is none of", Buffer.from("<meta charset=klingon><p>Grüße – ja", "utf8")],
  ])("reads %s", async (_what, bytes) => {
    expect((await html(bytes)).canonicalText).toBe("Grüße – ja");
  });

  it("hides the frame around a short page", async () => {
    const outline = outlineOf(
      await html(
        "<body><nav><ul><li>Start<li>Suche</ul></nav><p>Der Text der Seite.</p><footer>Impressum</footer></body>",
      ),
    );
    expect(outline).toEqual(["boilerplate: - Start\n- Suche", "text: Der Text der Seite.", "boilerplate: Impressum"]);
  });

  it("reads a text without markup that is named like a page", async () => {
    expect(outlineOf(await html("Ein Satz.\n\nNoch einer, 3 < 4."))).toEqual([
      "text: Ein Satz.",
      "text: Noch einer, 3 < 4.",
    ]);
  });

  it.each([
    ["open divs", "<div>".repeat(20_000)],
    ["nested tables", "<table><tr><td>".repeat(5_000)],
    ["nested lists", "<ul><li>".repeat(5_000)],
    ["nested inline elements", "<b><i>".repeat(10_000)],
    ["open attributes", '<a href="'.repeat(20_000)],
    ["open comments", "<!--".repeat(50_000)],
    ["line breaks", "<br>".repeat(100_000)],
    ["entities", "&amp;&#x;&".repeat(50_000)],
    ["angles", "<".repeat(200_000)],
    ["deep JSON", `<script type="application/ld+json">${"[".repeat(100_000)}</script>`],
    ["white space", `<p>${" \n".repeat(200_000)}</p>`],
    ["5 MB of tags", "<b>x</b>".repeat(650_000)],
  ])("ends with hostile %s, and reads the next page", { timeout: 90_000 }, async (_what, hostile) => {
    const result = await html(`<p>Anfang.</p>${hostile}<p>Ende.</p>`).catch((error: unknown) => error);
    if (result instanceof Error) {
      expect(result).toBeInstanceOf(AppError);
      expect(result).toMatchObject({ code: "document-unparsable" });
      expect(result.message).toContain("page.html");
    } else {
      expect(result).toMatchObject({ canonicalText: expect.stringContaining("Anfang.") });
    }
    expect((await html("<p>Danach.")).canonicalText).toBe("Danach.");
  });
});
