import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const page = (body: string) =>
  documentOf(`<!doctype html><html lang="de"><head><title>Seite</title></head><body>${body}</body></html>`, {
    file: "a.html",
  });
const long = "Das steht hier in einem Satz, der so lang ist, dass man ihn auch allein lesen und verstehen kann.";

describe("HTML", () => {
  it("writes a short term and its explanation as one paragraph, and keeps a question as the one above its answers", async () => {
    const document = await page(
      `<h2>Begriffe</h2><dl><dt>Container</dt><dd>Ein Behälter aus Stahl.</dd><dt>Wie lange?</dt><dd><p>${long}</p><p>${long}</p></dd></dl>`,
    );
    expect(outlineOf(document)).toContain("text: Container: Ein Behälter aus Stahl.");
    const last = passagesOf(document).at(-1);
    const { question } = last?.context ?? {};
    expect(document.canonicalText.slice(question?.range.start, question?.range.end)).toBe("Wie lange?");
  });

  it("reads what is folded away, and no hidden menus", async () => {
    const document = await page(
      `<nav><button aria-expanded="false" aria-controls="m">Menü öffnen</button><div id="m" hidden>Menüpunkte</div></nav>
<details><summary>Was kostet der Eintritt?</summary><p>Acht Euro.</p></details>
<button aria-controls="p" aria-expanded="false">Darf mein Hund mit?</button><div id="p" hidden><p>Nein, leider nicht.</p></div>
<div class="faq-question">Gibt es Parkplätze?</div><div style="display:none">Ja, vierzig.</div>
<div hidden>Ganz verborgen.</div><p>${long}</p>`,
    );
    const text = document.canonicalText;
    for (const words of ["Acht Euro.", "Darf mein Hund mit?", "Nein, leider nicht.", "Ja, vierzig."]) {
      expect(text).toContain(words);
    }
    for (const words of ["Menüpunkte", "Menü öffnen", "Ganz verborgen."]) expect(text).not.toContain(words);
  });

  it("puts every value of a table under its column", async () => {
    const document = await page(
      `<table><tr><th>Jahr</th><th colspan="2">Menge</th></tr><tr><td rowspan="2">2023</td><td>Mai</td><td>300</td></tr><tr><td>Juni</td><td></td></tr><tr><td>2024</td><td><ul><li>a</li><li>b</li></ul></td><td>5</td></tr></table>`,
    );
    const [table] = document.paragraphs;
    expect(document.canonicalText.split("\n")).toEqual(
      ["Jahr | Menge |", "2023 | Mai | 300", "2023 | Juni |", "2024 | a; b | 5"].map((line) =>
        expect.stringMatching(new RegExp(`^${line.replaceAll("|", "\\|")}`)),
      ),
    );
    expect(document.canonicalText.slice(table?.tableHead?.start, table?.tableHead?.end)).toMatch(/^Jahr \| Menge/);
  });

  it("takes a list of links to its own page for its contents", async () => {
    const document = await page(
      `<ul><li><a href="#a">Eins</a></li><li><a href="#b">Zwei</a></li></ul><p>${long}</p><ul><li><a href="a.html">Drei</a></li><li>Vier</li></ul>`,
    );
    expect(document.paragraphs.map(({ rule }) => rule)).toEqual(["contents", undefined, undefined]);
  });
});
