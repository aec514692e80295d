import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../../make-document.ts";

/** The first paragraph of a page with this style sheet and content. */
async function firstLine(sheet: string, content: string): Promise<string | undefined> {
  const page = `<html lang="de"><head><style type="text/css">${sheet}</style></head><body>${content}<p>Mehr.</p></body></html>`;
  return (await documentOf(page, { file: "page.html" })).canonicalText.split("\n\n")[0];
}

describe("what a page's styles say of its words", () => {
  it.each([
    ["raised by a class", ".c1{color:red}.c7{vertical-align:super}", "<p>10<span class='c1 c7'>6</span> t", "10⁶ t"],
    ["raised by its own style", "", "<p>10<span style='vertical-align: super'>−3</span> m", "10⁻³ m"],
    ["raised by a length", "", "<p>10<font style='font-size:8px;vertical-align:4px'>6</font> t", "10⁶ t"],
    ["raised by a selector of several", "p span.hoch, x{vertical-align:.4em}", "<p>m<span class=hoch>2</span>", "m²"],
    ["raised by a name", "", "<p>10<span class=superscript>6</span>, CO<span class=subscript>2</span>", "10⁶, CO₂"],
    ["lowered by a class", ".t{vertical-align:sub}", "<p>CO<span class=t>2</span>", "CO₂"],
    [
      "put back on the line",
      ".a{vertical-align:super}.b{vertical-align:baseline}",
      "<p>10<b class='a b'>6</b> t",
      "106 t",
    ],
    ["set straight by a hair", "", "<p>A<span style='vertical-align:1px'>1</span>", "A1"],
    [
      "of cells and pictures",
      "td{vertical-align:super}",
      "<table><tr><td>10<td>6<tr><td>a<td>b</table>",
      "10 | 6\na | b",
    ],
    ["raised a figure at a time", ".h{vertical-align:super}", "<p>10<b class=h>−</b><b class=h>6</b> t", "10⁻⁶ t"],
    [
      "struck by a class",
      "p{color:red} .weg { text-decoration:line-through }",
      "<p>Preis <i class=weg>80</i> 70",
      "Preis 70",
    ],
    ["struck by its own style", "", "<p>Preis <i style='text-decoration-line:line-through'>80</i> 70", "Preis 70"],
    ["struck by a name", "", "<p>Preis <span class=strikethrough>80</span> 70", "Preis 70"],
    ["struck for some only", "a:visited{text-decoration:line-through}", "<p>Preis <a>80</a>", "Preis 80"],
    ["struck when printed", "@media print{.x{text-decoration:line-through}}", "<p>Preis <b class=x>80</b>", "Preis 80"],
    [
      "struck on screens",
      "@import url(x);@media screen{.x{text-decoration:line-through}}",
      "<p>P <b class=x>80</b>9",
      "P 9",
    ],
    [
      "no longer struck",
      ".x{text-decoration:line-through}",
      "<p>P <b class=x style='text-decoration:none'>80</b>",
      "P 80",
    ],
  ])("is read: %s", async (_what, sheet, content, text) => {
    expect(await firstLine(sheet, content)).toBe(text);
  });

  it.each([
    ["of its own", "", "<ol style='list-style-type: lower-alpha'><li>x<li>y</ol>", "a. x\nb. y"],
    ["in Greek", "", "<ol style='list-style-type:lower-greek'><li>x<li>y</ol>", "α. x\nβ. y"],
    ["by the short form", "", "<ol style='list-style: upper-roman inside'><li>x<li>y</ol>", "I. x\nII. y"],
    ["by a class", "ol.r{list-style-type:lower-roman}", "<ol class=r start=4><li>x<li>y</ol>", "iv. x\nv. y"],
    ["by nesting", "ol ol{list-style-type:lower-latin}", "<ol><li>x<ol><li>y</ol></ol>", "1. x\n  a. y"],
    ["of an item", "", "<ol><li>x<li style='list-style-type:upper-alpha'>y</ol>", "1. x\nB. y"],
    ["without any", "", "<ol style='list-style-type:none'><li>§ 1 x<li>§ 2 y</ol>", "§ 1 x\n§ 2 y"],
    [
      "by a counter",
      'ol.k{list-style-type:none}.k>li:before{content:"(" counter(k,lower-latin) ") "}',
      "<ol class=k><li>x<li>y</ol>",
      "(a) x\n(b) y",
    ],
  ])("counts a list %s", async (_what, sheet, content, text) => {
    expect(await firstLine(sheet, content)).toBe(text);
  });

  it("is read of a sheet that is no sheet", async () => {
    for (const sheet of ["}{".repeat(1_000), "@media screen{", "a{".repeat(50_000), ".x{content:counter(", "/*"]) {
      const document = await documentOf(`<style>${sheet}</style><p>Ein Satz.</p>`, { file: "page.html" });
      expect(outlineOf(document)).toEqual(["text: Ein Satz."]);
    }
  });
});
