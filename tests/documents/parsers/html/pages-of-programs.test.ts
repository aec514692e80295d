import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../../make-document.ts";

const sentence = "Die Fähre liegt seit dem Morgen im Hafen, weil der Wind von Westen her zu stark weht.";
const page = (body: string, head = "") =>
  documentOf(`<html lang=de><head>${head}</head><body>${body}</body></html>`, { file: "page.html" });
const shown = async (body: string, head = "") =>
  outlineOf(await page(body, head)).filter((line) => !line.startsWith("boilerplate: "));

describe("the authors and dates of pages that programs write", () => {
  const below = `<p>${sentence}</p>`;

  it.each([
    [
      "Created by <span class=author> Anna Meier</span>, last modified by <span> Bernd Kunz</span> on May 03, 2024",
      "Anna Meier",
      undefined,
    ],
    ["Created by Anna Meier, last modified on May 03, 2024", "Anna Meier", undefined],
    ["Erstellt von Anna Meier, zuletzt geändert von Bernd Kunz am 03. Mai 2024", "Anna Meier", undefined],
    ["Created by Anna Meier on May 03, 2024", "Anna Meier", "2024-05-03"],
    [
      "Gespeichert von <a href=/u>redaktion</a> am <span>Fr, 03.05.2024 - 10:15</span>",
      "redaktion",
      "2024-05-03T10:15",
    ],
    ["Submitted by redaktion on Fri, 05/03/2024 - 10:15", "redaktion", "2024-05-03T10:15"],
    ["Submitted by redaktion on Mon, 04/03/2024", "redaktion", "2024-03-04"],
    ["Erstellt am 3. Mai 2024 um 10:15 Uhr von Anna Meier", "Anna Meier", "2024-05-03T10:15"],
    ["Posted on May 3, 2024 by anna in News", "anna", "2024-05-03"],
    ["Gespeichert von Gast (nicht überprüft) am 3. Mai 2024", undefined, "2024-05-03"],
    [
      "Veröffentlicht am <time class=published datetime=2024-05-03>3. Mai 2024</time><time class=updated datetime=2024-06-01>1. Juni 2024</time>",
      undefined,
      "2024-05-03",
    ],
  ])("are read of %s", async (line, author, published) => {
    const { metadata } = await page(`<h1>Die Fähre</h1><div>${line}</div>${below}`);
    expect(metadata.authors).toEqual(author === undefined ? undefined : [author]);
    expect(metadata.published?.stated).toBe(published);
  });

  it.each([
    "Erstellt von Hand aus Holz und Stahl",
    "Published by Penguin Books",
    "Written by hand",
    "Submitted by anna on 04/03/2024",
  ])("are not read of %s", async (line) => {
    const { metadata } = await page(`<h1>Die Fähre</h1><div>${line}</div>${below}`);
    expect([metadata.authors, metadata.published]).toEqual([undefined, undefined]);
  });

  it("are those of a question, and of none of its answers", async () => {
    const post = (id: number, more: string, name: string) =>
      `<div id="post_${id}" ${more} itemscope><span itemprop=author><a href=/u><span itemprop=name>${name}</span></a></span><time itemprop=datePublished datetime="2024-05-0${id}">${id}. Mai 2024</time><div itemprop=text><p>${sentence}</p></div></div>`;
    const heading = "<h1>Wie öffne ich das Tor?</h1>";
    for (const more of ["", "itemprop=comment", "itemprop=suggestedAnswer", 'itemtype="https://schema.org/Answer"']) {
      const { metadata } = await page(heading + post(1, "", "anna") + post(2, more, "bernd") + post(3, more, "carl"));
      expect(metadata).toMatchObject({ authors: ["anna"], published: { stated: "2024-05-01" } });
    }
    const described = `<script type="application/ld+json">{"@type":"QAPage","mainEntity":{"@type":"Question","name":"Wie öffne ich das Tor?","author":{"@type":"Person","name":"anna"},"dateCreated":"2024-05-01","acceptedAnswer":{"@type":"Answer","author":{"name":"bernd"},"datePublished":"2024-05-02"}}}</script>`;
    const { metadata } = await page(`${heading}<p>${sentence}</p>`, described);
    expect(metadata).toMatchObject({ authors: ["anna"], published: { stated: "2024-05-01" } });
  });

  it("stand above the text that pandoc writes", async () => {
    const header = `<header id="title-block-header"><h1 class="title">Die Fähre</h1><p class="author">Anna Meier</p><p class="author">Bernd Kunz</p><p class="date">3. Mai 2024</p></header>`;
    const { metadata } = await page(header + below);
    expect(metadata).toMatchObject({ authors: ["Anna Meier", "Bernd Kunz"], published: { stated: "2024-05-03" } });
  });
});

describe("titles of pages that word processors write", () => {
  it.each(["title", "c2 title", "MsoTitle"])("are paragraphs of the class %s", async (name) => {
    const document = await page(`<p class="${name}"><span>Der Bericht</span></p><h1>Geschichte</h1><p>${sentence}</p>`);
    expect(outlineOf(document).slice(0, 2)).toEqual(["title: Der Bericht", "heading: Geschichte"]);
    expect(document.metadata.title).toBe("Der Bericht");
  });

  it("are not those of boxes further down", async () => {
    const document = await page(
      `<h1>Die Fähre</h1><p>${sentence}</p><div><p class="title">Vorsicht</p><p>${sentence}</p></div>`,
    );
    expect(document.metadata.title).toBe("Die Fähre");
  });
});

describe("what programs put around the words of a page", () => {
  it.each([
    ["a link to itself", '<h2>Lage<a class="headerlink" href="#lage" title="Link">¶</a></h2>'],
    ["a link to itself without a name", '<h2><a href="#lage">#</a> Lage</h2>'],
    ["a link to itself of nothing that is seen", '<h2>Lage<a class="hash-link" href="#lage">\u200b</a></h2>'],
    ["a link to itself in words", '<h2>Lage <a class="header-anchor" href="#lage">Permalink</a></h2>'],
    [
      "a link for writers",
      '<h2><span>Lage</span><span class="mw-editsection">[<a href="/e">Bearbeiten</a> | <a href="/q">Quelltext bearbeiten</a>]</span></h2>',
    ],
    [
      "a link for writers beside it",
      '<div><h2>Lage</h2><span class="mw-editsection">[<a href="/e">edit</a>]</span></div>',
    ],
  ])("is no part of a heading: %s", async (_what, heading) => {
    expect(await shown(`<h1>Ort</h1><p>${sentence}</p>${heading}<p>${sentence}</p>`)).toContain("heading: Lage");
  });

  it("keeps headings that are links, and signs that are words", async () => {
    const lines = await shown(
      `<h1>Ort</h1><h2><a class="permalink" href="#lage">Lage</a></h2><p>${sentence}</p><p>Siehe <a href="#p1">§ 1</a> und <a class="permalink" href="/x#c3">Absatz 3</a>.</p>`,
    );
    expect(lines).toContain("heading: Lage");
    expect(lines).toContain("text: Siehe § 1 und Absatz 3.");
  });

  it("puts times and what stands next to them apart", async () => {
    const lines = await shown(
      `<p>anna<time>3. Mai 2024</time><span>1</span>, um <time>10:15</time>, <time>10:30</time>Uhr.</p><p>${sentence}</p>`,
    );
    expect(lines[0]).toBe("text: anna 3. Mai 2024 1, um 10:15, 10:30 Uhr.");
  });

  it("keeps the numbers of notes, and leaves out what leads back from them", async () => {
    const note = (label: string) =>
      `<aside class="footnote brackets" id="n1" role="doc-footnote">${label}<p>Aus dem Register.</p></aside>`;
    const number = '<span class="label"><span>[</span><a role="doc-backlink" href="#r1">1</a><span>]</span></span>';
    const several = `${number.replace('<a role="doc-backlink" href="#r1">1</a>', "1")}<span class="backrefs">(<a role="doc-backlink" href="#r1">1</a>,<a role="doc-backlink" href="#r2">2</a>)</span>`;
    for (const label of [number, several]) {
      expect(await shown(`<main><p>${sentence}</p>${note(label)}</main>`)).toContain("text: [1] Aus dem Register.");
    }
    const wiki = `<p>${sentence}</p><ol><li id=c1><span class="mw-cite-backlink"><a href="#r1">↑</a></span> Anna Meier: Häfen.</li></ol>`;
    expect(await shown(wiki)).toContain("text: 1. Anna Meier: Häfen.");
  });

  it.each([
    ["the path to it", '<ol id="breadcrumbs"><li><a href=/>Start</a></ol>'],
    ["the path to it, by class", '<div class="breadcrumbs"><a href=/>Start</a> &gt; Die Fähre</div>'],
    ["the path to it, by a longer name", '<ul class="p-breadcrumbs"><li><a href=/>Start</a></ul>'],
    ["its menu", '<div id="nav"><ul><li><a href=/a>Rathaus</a><li><a href=/b>Bürger</a></ul></div>'],
    ["boxes of links", '<table class="navbox"><tr><td>Häfen<td><a href=/a>Alt</a> <a href=/b>Neu</a></table>'],
    ["its foot", '<div id="footer">Letzte Änderung: 03.05.2024 | <a href=/i>Impressum</a></div>'],
  ])("tells from the page %s", async (_what, frame) => {
    expect(await shown(`${frame}<h1>Die Fähre</h1><p>${sentence}</p>`)).toEqual([
      "title: Die Fähre",
      `text: ${sentence}`,
    ]);
  });

  it.each([
    ["a menu of dishes", `<div class="menu"><p>${sentence}</p></div>`],
    ["the foot of an article", `<main><div class="footer"><p>${sentence}</p></div></main>`],
    ["a bar with prose", `<div id="sidebar"><p>${sentence} <a href=/a>Mehr</a></p></div>`],
  ])("keeps %s", async (_what, content) => {
    expect((await shown(`<h1>Die Fähre</h1>${content}`)).join("\n")).toContain(sentence);
  });

  it("keeps the paragraphs of a cell apart, where they are more than a number and its unit", async () => {
    const table =
      "<table><tr><th><p>Ort</p><p>und Tag</p><th>Zeit<tr><td><p>Rathaus</p><p>Hinterer Eingang</p><td><p>Erstens.</p><p>Zweitens</p><tr><td><p>120</p><p>m</p><td><div>Montag</div><div>Dienstag</div></table>";
    expect(await shown(table)).toEqual([
      "table: Ort und Tag | Zeit\nRathaus; Hinterer Eingang | Erstens. Zweitens\n120 m | Montag; Dienstag",
    ]);
  });

  it("shows no names of columns without a row", async () => {
    expect(await shown(`<table><thead><tr><th>Jahr<th>Menge</thead><tbody></tbody></table><p>${sentence}</p>`)).toEqual(
      [`text: ${sentence}`],
    );
  });

  it("nests the lists of Google Docs, and leaves out its comments", async () => {
    const list = (level: number, items: string, more = "") => `<ol class="c1 lst-kix_ab-${level}${more}">${items}</ol>`;
    const lines = await shown(
      `${list(0, "<li>eins", " start")}${list(1, "<li>darunter", " start")}${list(0, "<li>zwei<li>drei")}${list(1, "<li>tief", " start")}<p>Ein Satz<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Bitte prüfen</span></p></div>`,
      '<style>.lst-kix_ab-1>li:before{content:"" counter(lst-ctn-kix_ab-1,lower-latin) ". "}</style>',
    );
    expect(lines).toEqual(["text: 1. eins\n  a. darunter\n2. zwei\n3. drei\n  a. tief", "text: Ein Satz."]);
  });
});

describe("boxes to tick", () => {
  const box = (state: string) => `<input type=checkbox ${state}>`;

  it.each([
    [
      "GitHub",
      `<ul class=contains-task-list><li class=task-list-item>${box("id=a disabled checked class=task-list-item-checkbox")} Leinen los<li class=task-list-item>${box("id=b disabled")} Motor an</ul>`,
    ],
    [
      "pandoc",
      `<ul class=task-list><li><label>${box("checked")}Leinen los</label><li><p>${box("disabled")}\nMotor an</p></ul>`,
    ],
    ["somebody by hand", `<ul><li>${box("checked")} Leinen los<li><input type=radio> Motor an</ul>`],
    [
      "Notion",
      "<ul class=to-do-list><li><div class='checkbox checkbox-on'></div> <span>Leinen los</span><li><div class='checkbox checkbox-off'></div> <span>Motor an</span></ul>",
    ],
  ])("show what is done and what is not, as %s writes them", async (_, list) => {
    const lines = await shown(`<main><h1>Fahrt</h1><p>${sentence}</p>${list}<p>${sentence} Ende.</p></main>`);
    const listed = lines.filter((line) => /[☐☒]/u.test(line)).map((line) => line.replaceAll("text: ", ""));
    expect(listed.join("\n")).toBe("- ☒ Leinen los\n- ☐ Motor an");
  });

  it("are not shown where they open a menu, or stand behind words", async () => {
    const list = `<ul><li>${box("id=menu")}<label for=menu>Mehr</label><li>Westen ${box("checked")}</ul>`;
    const lines = await shown(`<main><h1>Fahrt</h1><p>${sentence}</p>${list}</main>`);
    expect(lines.join("\n")).toMatch(/Mehr[\s\S]*Westen/);
    expect(lines.join("\n")).not.toMatch(/[☐☒]/u);
  });
});

describe("threads of XenForo", () => {
  const post = (author: string, number: number, words: string) =>
    `<article class="message message--post" data-author="${author}" data-content="post-${number}" id="js-post-${number}"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">${author}</a></h4><h5 class="userTitle">Mitglied</h5></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><time datetime="2024-05-0${number}T10:15:00+0200">${number}. Mai 2024</time></header><article class="message-body"><div class="bbWrapper">${words}</div></article><footer class="message-footer"><a>Zitieren</a></footer></div></article>`;
  const starter =
    '<script type="application/ld+json">{"@type":"DiscussionForumPosting","author":{"@type":"Person","name":"hafenkind"}}</script>';
  const thread = (...posts: readonly string[]) =>
    page(
      `<div class=p-body><h1>Motor springt nicht an</h1><ul><li><a href=/>Foren</a><li><a href=/m>Mitglieder</a></ul><div class=block-body>${posts.join("")}</div></div>`,
      starter,
    );

  it("have all who wrote them as authors, and every contribution below the name of its own", async () => {
    const document = await thread(
      post("hafenkind", 1, `${sentence} Was kann ich noch prüfen?`),
      post("Skipper Jan", 2, "Prüfe zuerst den Quickstop: Ohne die rote Leine zündet der Motor nie."),
      post("hafenkind", 3, "Danke, das war es."),
    );
    expect(document.metadata.authors).toEqual(["hafenkind", "Skipper Jan"]);
    const said = document.paragraphs.filter(({ kind }) => kind === "text");
    expect(
      said.map(({ headingPath, range }) => [
        headingPath.at(-1),
        document.canonicalText.slice(range.start, range.start + 5),
      ]),
    ).toEqual([
      ["hafenkind", "Die F"],
      ["Skipper Jan", "Prüfe"],
      ["hafenkind", "Danke"],
    ]);
  });

  it("show nothing of what stands beside the words", async () => {
    const lines = outlineOf(await thread(post("hafenkind", 1, sentence), post("Jan", 2, sentence)));
    expect(lines.filter((line) => /^(?:text|heading): .*(?:Mitglied|Zitieren|Mai 2024)/u.test(line))).toEqual([]);
  });
});
