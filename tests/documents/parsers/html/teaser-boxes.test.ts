import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../../make-document.ts";

const sentence = "Die Fähre liegt seit dem Morgen im Hafen, weil der Wind von Westen her zu stark weht. ";
const list = "<ul><li><a href=/1>Das Tor</a><li><a href=/2>Der Kai</a></ul>";
const page = (box: string, after = "") =>
  `<html lang=de><body><main><article><h1>Die Fähre</h1><p>${sentence.repeat(3)}</p>${box}<h2>Wer zahlt?</h2><p>Die Versicherung zahlt.</p></article>${after}</main></body></html>`;

async function shownOf(html: string): Promise<string[]> {
  const outline = outlineOf(await documentOf(html, { file: "page.html" }));
  return outline.filter((line) => !line.startsWith("boilerplate: ")).slice(2);
}

describe("boxes that lead to other articles", () => {
  it.each([
    ["in an aside", `<aside><h3>Mehr zum Thema</h3>${list}</aside>`],
    [
      "in a named element",
      `<div class="related-box"><div class=head><span>Ähnliche Beiträge</span></div>${list}</div>`,
    ],
    ["in the article itself", `<h3>Mehr zum Thema</h3>${list}`],
    ["in the article itself, without a heading", `<p><strong>Mehr zum Thema:</strong></p>${list}`],
    [
      "with lines of articles",
      `<section class=related><h2>Related</h2><h3><a href=/1>Das Tor</a></h3><p>Am Tor wird gebaut.</p></section>`,
    ],
    ["with lines that are cut off", `<h2>Lesen Sie auch</h2><h2><a href=/1>Das Tor</a></h2><p>Am Tor wird …</p>`],
    [
      "whose name alone tells",
      `<div class="teaser-list"><h4><a href=/1>Das Tor</a></h4><p>Am Tor wird gebaut.</p></div>`,
    ],
  ])("hide nothing of the page below them: %s", async (_what, box) => {
    expect(await shownOf(page(box))).toEqual(["heading: Wer zahlt?", "text: Die Versicherung zahlt."]);
  });

  it("are hidden below the article, too", async () => {
    const other = `<section class="teaser-list"><article><h2><a href=/2>Anderes</a></h2><span>Carl Troll</span></article></section>`;
    expect(await shownOf(page("", other))).toEqual(["heading: Wer zahlt?", "text: Die Versicherung zahlt."]);
  });

  it.each([
    ["a section of prose", `<section><h2>Mehr zum Thema</h2><p>${sentence.repeat(5).trim()}</p></section>`],
    ["an introduction", `<div class="teaser">${sentence.repeat(2).trim()} <a href=/1>Karte</a></div>`],
    ["a heading of something else", `<h2>Fragen</h2>${list}`],
  ])("are told from %s", async (_what, content) => {
    expect((await shownOf(page(content))).length).toBeGreaterThan(2);
  });

  it("are not the whole of an overview", async () => {
    const entries = Array.from(
      { length: 9 },
      (_, i) => `<div class=teaser><h2><a href=/${i}>Bericht ${i}</a></h2><p>${sentence}</p></div>`,
    );
    const document = await documentOf(`<body><h1>Berichte</h1>${entries.join("")}</body>`, { file: "page.html" });
    expect(outlineOf(document)).toContain("heading: Bericht 8");
  });
});
