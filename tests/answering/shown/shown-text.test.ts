import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownText } from "../../../src/answering/shown/shown-text.ts";
import type { ParagraphKind } from "../../../src/documents/document.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

const shownOf = (text: string, kind: ParagraphKind = "text") => shownText({ file: "a.md", kind, text, start: 0 }).text;

describe("a quote of a Markdown file as it is shown", () => {
  it.each([
    ["Die **alte** Brücke ist *sehr* _schön_ und ***fest***.", "Die alte Brücke ist sehr schön und fest."],
    ["**Fett *und* kursiv** und *kursiv **und** fett*", "Fett und kursiv und kursiv und fett"],
    ['Ein [Wort](https://e.org/a_(b) "Titel") und ![Bild *hier*](b.png)', "Ein Wort und Bild hier"],
    ["[![Logo](l.svg)](https://e.org) **[fett](x)**", "Logo fett"],
    ['Zum [Salat]({{< relref "Salat" >}}) und [Post](mailto:{{< param mail >}}).', "Zum Salat und Post."],
    ["Im {term}`Local Community <local community>` und {doc}`Handbuch`.", "Im Local Community und Handbuch."],
    ["Per {{'[Mail]({}/latest) \"hier\"'.format(address)}} oder {{ name }}.", 'Per Mail "hier" oder {{ name }}.'],
    ['npm" default>\n\nMan installiert es.', "npm\n\nMan installiert es."],
    ['Er rief "halt" >\n\nDanach.', 'Er rief "halt" >\n\nDanach.'],
    ["Mit `npm *run*`, ``a ` b`` und `` ` ``", "Mit npm *run*, a ` b und `"],
    ["\\*kein\\* Kursiv, C:\\\\Pfad", "*kein* Kursiv, C:\\Pfad"],
    ["Zeile <br>um, <b>fett</b> und <!-- nichts --> da", "Zeile um, fett und  da"],
    ["<p align='center'>\n<img src='a.png'>\nText<br/>\n</p>", "\n\nText\n"],
    ["Siehe <https://e.org/x_y_z> oder <a@b.de>", "Siehe https://e.org/x_y_z oder a@b.de"],
    ["> Ein *Zitat\n> geht* weiter\n> > und tiefer", "Ein Zitat\ngeht weiter\nund tiefer"],
    ["- **rot**\n- blau\n1. grün", "- rot\n- blau\n1. grün"],
    ["Hart\\\num", "Hart\num"],
    ["`TAU=<Länge>`\n\n: Hält das Schiff.\n\n    Nie ohne.", "TAU=<Länge>\n\nHält das Schiff.\n\n    Nie ohne."],
    ["1. Erst das\n   und dies\n\n   dann mehr", "1. Erst das\nund dies\n\n   dann mehr"],
    ["- rot\n  - blau\n    und weiß", "- rot\n  - blau\nund weiß"],
  ])("%j has no marks", (markdown, words) => {
    expect(shownOf(markdown)).toBe(words);
  });

  it.each([
    "2 * 3 * 4 = 24, 5*3 und 4*2",
    "Leser*innen und Autor*innen",
    "snake_case_name und __init__.py_x",
    "Preis* und Menge (*inkl. Steuer)",
    "5 ~ 7, ~5 bis ~7, ~~falsch~~ richtig",
    "fundstelle read <document> --page <n>",
    "[1] und [Name] (in Klammern), a[i][j]",
    "**offen und `offen und [offen](",
    "C:\\Pfad\\x",
    "a < b > c",
  ])("%j stays where it is no markup, or may be none", (text) => {
    expect(shownOf(text)).toBe(text.replace("__init__", "init"));
  });

  it.each([
    ["Zeile eins<br>Zeile zwei<br/>drei", "Zeile eins\nZeile zwei\ndrei"],
    ["Ende. <br> Anfang", "Ende.  Anfang"],
    ["AT&amp;T und 5 &lt; 6 &copy; 2024 &#8212; Ende &#x1F600;", "AT&T und 5 < 6 © 2024 — Ende 😀"],
    ["M&uuml;ller &unbekannt; & Co; &#0;", "Müller &unbekannt; & Co; \ufffd"],
    ["siehe [den Bericht][1], [das *Amt*][] und [^2]", "siehe den Bericht, das Amt und [^2]"],
    ["row[2][3] und [1]", "row[2][3] und [1]"],
    ["10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, 10^6^, H~2~O", "10⁶ m², H₂O, 10⁶, H₂O"],
    ["Quelle<sup>3</sup> und Satz<sup>[4](#n4)</sup>", "Quelle[3] und Satz[4]"],
    ["<del>falsch</del> <s>auch</s> <ins>neu</ins>", "~~falsch~~ ~~auch~~ neu"],
    ["rot</li><li>blau</p><p class='a'>grün", "rot\nblau\ngrün"],
    ["Vorher <Tabs values={[{a: '>'}, {b: {c: 1}}]} lazy> nachher <X a={() => 1}>da</X>", "Vorher  nachher da"],
  ])("%j shows entities, line breaks and links as a browser does", (text, shown) => {
    expect(shownOf(text)).toBe(shown);
  });

  it.each([
    ["Siehe [[Hafen Nord|den Hafen]], [[Kran#Technik]] und [[#Tor]].", "Siehe den Hafen, Kran › Technik und Tor."],
    ["Bild ![[a.png]] und ![[b.png|Der Plan]]", "Bild  und Der Plan"],
    ["==Wichtig== und %%geheim%% danach, a == b und b==c", "Wichtig und  danach, a == b und b==c"],
    ["Ein Satz. ^abc123\n- Punkt ^p1\n2 ^2", "Ein Satz.\n- Punkt\n2 ^2"],
    ["> [!tip]+\n> Ein Satz.", "Ein Satz."],
    ["> [!warning|left]- Achtung\n> Ein Satz.", "Achtung\nEin Satz."],
    ["[Los](#){ .md-button } `x`{.sh} [Wort]{.underline} ![Plan](a.png){ width=300 }", "Los x Wort Plan"],
    [":material-alert: Icon und :warning: Zeichen", "Icon und :warning: Zeichen"],
    ["{++neu++} {--alt--} {~~a~>b~~} {==x==}{>>weg<<}", "neu ~~alt~~ ~~a~~ b x"],
    ['{{< tab "Linux" >}}Im Keller.{{< /tab >}}', "Linux\nIm Keller."],
    ['{{< callout type="warning" >}}Nie.{{< /callout >}}', "Nie."],
    ['Ein {{< glossary_tooltip text="Behälter" term_id="x" >}} da', "Ein Behälter da"],
    ['{% include note.html content="Nur bei Tag." %}', "Nur bei Tag."],
    ["Zu [a]({% link b.md %}) und [c]({{ site.url }}/d)", "Zu a und c"],
    ["`[[a]] ==b== %%c%%` und `x<sup>2</sup>`", "[[a]] ==b== %%c%% und x<sup>2</sup>"],
    ["a[[1]] = b{c} und {{ name }}", "a1 = b{c} und {{ name }}"],
    ["-   Schnell\n\n    ---\n\n    In fünf Minuten.", "-   Schnell\n\n    In fünf Minuten."],
    ['Linux">Im Keller.</TabItem>', "Linux\nIm Keller."],
    ["```{warning} Zum Eis\n:class: tip\nEs **taut**.\n```", "Zum Eis\nEs taut."],
    ['::: {.callout-tip title="Zum Eis"}\nEs taut.', "Zum Eis\nEs taut."],
    ["Drücke {{< kbd Strg-C >}}, {{< fa star >}}neu seit {{< new-in 1.2 />}}", "Drücke Strg-C, neu seit 1.2"],
    ["{% raw %}{{ name }}{% endraw %} und\n{: .note }\nmehr", "{{ name }} und\nmehr"],
    ["$$x$$ {#eq-a}\n: Werte {#tbl-b .c}", "$$x$$\n: Werte"],
    ["<q>Zitat</q> <time>heute</time>", "“Zitat” heute"],
  ])("%j is read as programs show it that make pages of Markdown", (markdown, words) => {
    expect(shownOf(markdown)).toBe(words);
  });

  it.each<[ParagraphKind, string, string]>([
    ["table", "Vorher.\n\n<table><tr><td>a</td><td>b</td></tr></table>\n\n{% endembed %}", "Vorher.\n\na | b\n\n"],
    ["table", "|  |  |\n| --- | --- |\n| **a** | **b** |\n| 1 | 2 |", "a | b\n1 | 2"],
    ["heading", "## Die *alte* Brücke ##", "Die alte Brücke"],
    ["heading", "Werft\r\n-----", "Werft"],
    ["title", "# C#", "C#"],
    ["table", "| Ab | An |\n|:--|---:|\n| 8 | **9** |", "Ab | An\n8 | 9"],
    ["table", "Ab | An\n-- | --\na \\| b | `c`", "Ab | An\na | b | c"],
    ["code", "```js\nconst a = b*c*d;\n```", "const a = b*c*d;"],
    ["code", "~~~\n*a*\n~~~", "*a*"],
    ["code", "x = `a` ** 2", "x = `a` ** 2"],
    ["code", "```", "```"],
    ["caption", "![Der Hafen](h.jpg)", "Der Hafen"],
    ["text", "![](h.jpg)", "![](h.jpg)"],
  ])("%s %j is %j", (kind, markdown, words) => {
    expect(shownOf(markdown, kind)).toBe(words);
  });

  it("is as it stands in files of other formats", () => {
    for (const file of ["a.txt", "a.html", "md.docx", "a.md.pdf"]) {
      expect(shownText({ file, kind: "text", text: "**so**", start: 7 }).text).toBe("**so**");
    }
  });

  it("has every range where its words are", () => {
    const text = "> Die **alte** [Brücke](https://e.org) fiel `1893` ein.";
    const shown = shownText({ file: "A.MD", kind: "text", text, start: 100 });
    for (const words of ["alte", "Brücke", "1893", "fiel", "ein."]) {
      const start = 100 + text.indexOf(words);
      const place = shown.place({ start, end: start + words.length });
      expect(shown.text.slice(place.start, place.end)).toBe(words);
    }
    const { start, end } = shown.place({ start: 100, end: 100 + text.length });
    expect([start, end]).toEqual([0, shown.text.length]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      "*",
      "**",
      "_",
      "`",
      "``",
      "[",
      "](",
      ")",
      "\\",
      "<b>",
      "<!--",
      "-->",
      "|",
      "~~",
      "\n",
      "> ",
      "# ",
      " ",
      "![",
    ),
    fc.constantFrom("Wort", "ä\u0308", "👩‍👩‍👧", "12", "—", "\ud800"),
  );
  it("is made of the quote's own characters in their order, and places follow one another", () => {
    const kinds = fc.constantFrom<ParagraphKind>("text", "table", "heading", "code", "caption");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), kinds, fc.nat(1000), (pieces, kind, start) => {
        const text = pieces.join("");
        const shown = shownText({ file: "a.md", kind, text, start });
        let before = 0;
        let rebuilt = "";
        for (let at = 0; at < text.length; at++) {
          const place = shown.place({ start: start + at, end: start + at + 1 });
          expect(place.start).toBe(before);
          expect(place.end - place.start).toBeLessThanOrEqual(1);
          if (place.end > place.start) {
            expect(shown.text.charAt(place.start)).toBe(text.charAt(at));
            rebuilt += text.charAt(at);
          }
          before = place.end;
        }
        expect(rebuilt).toBe(shown.text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "*a **a ",
    "*a_b ",
    "[",
    "[a](",
    "](a ",
    "![",
    "`a ``b ",
    "<a ",
    "<!-- ",
    "\\",
    "_",
    "a* ",
    "~~a ",
    "(a ",
    "[a]( ",
    "<a:",
    "> ",
    "|-",
    "| ",
  ])("takes time in proportion to many %j", async (hostile) => {
    const work = (repeats: number) => {
      for (const kind of ["text", "table", "heading", "code"] as const) shownOf(hostile.repeat(repeats), kind);
    };
    expect(await slowdownOf(work, 2_500)).toBeLessThan(proportional);
  });
});
