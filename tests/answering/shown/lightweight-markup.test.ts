import { describe, expect, it } from "vitest";
import { shownText } from "../../../src/answering/shown/shown-text.ts";
import type { ParagraphKind } from "../../../src/documents/document.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

const shownOf = (file: string, text: string, kind: ParagraphKind = "text") =>
  shownText({ file, kind, text, start: 0 }).text;

describe("a quote of reStructuredText as it is shown", () => {
  it.each([
    ["Siehe :ref:`Tor <tor>`, :doc:`kran`, :meth:`~a.b.auf` und ``pip *x*``.", "Siehe Tor, kran, auf und pip *x*."],
    ["`Web <https://e.org>`_, `Kran`_, Tor_ und `Titel`:title:", "Web, Kran, Tor und Titel"],
    ["*schräg*, **fett**, 5*3 und \\*kein\\*", "schräg, fett, 5*3 und *kein*"],
    ["Note [1]_ und Werk [Meier2024]_", "Note [1] und Werk [Meier2024]"],
    ["H\\ :sub:`2`\\ O und 10\\ :sup:`6`", "H₂O und 10⁶"],
    [":pep:`8`, :issue:`12` und :menuselection:`Datei --> Neu`", "PEP 8, issue 12 und Datei › Neu"],
    [".. warning:: Nur im Hof.", "warning: Nur im Hof."],
    ["Offen.\n\n.. admonition:: Titel\n   :class: x\n\n   Text.", "Offen.\n\nTitel\n\n   Text."],
    ["Linux\n   :sync: l\n\n   Im Keller.", "Linux\n\n   Im Keller."],
    [".. [1] Die Note.", "[1] Die Note."],
    ["|hof| replace:: Hof am Kanal\n\nDer |hof| ist offen.", "hof: Hof am Kanal\n\nDer |hof| ist offen."],
    ["| Zeile eins\n| Zeile zwei", "Zeile eins\nZeile zwei"],
    ["#. Erstens\n#. Zweitens", "- Erstens\n- Zweitens"],
    [":param tor: das Tor", "param tor: das Tor"],
    ["Leser*innen, a_b_c, x = 2 * 3 * 4 und `offen", "Leser*innen, a_b_c, x = 2 * 3 * 4 und `offen"],
  ])("%j has no marks", (text, words) => {
    expect(shownOf("a.rst", text)).toBe(words);
  });

  it.each<[ParagraphKind, string, string]>([
    ["table", "* - Jahr\n     - Menge\n       und mehr\n   * - 2023\n     - 340", "Jahr | Menge und mehr\n2023 | 340"],
    ["table", '"a", "b, c"\n   :widths: 1, 2\n\n   "1", "so ""ja"""', 'a | b, c\n1 | so "ja"'],
    ["table", "+---+---+\n| a | b |\n+===+===+\n| 1 |   |\n+---+---+", "a | b\n1 | "],
    ["table", "=== === ===\nA   B   C\n=== === ===\n1       3\n=== === ===", "A | B | C\n1 |  | 3"],
    ["code", "So geht ``es``::\n\n    a ``b`` :c:`d`", "So geht es:\n\n    a ``b`` :c:`d`"],
    ["code", "a = `b`\n  c = *d*\n\nDanach *Text*.", "a = `b`\n  c = *d*\n\nDanach Text."],
  ])("%s %j is %j", (kind, text, words) => {
    expect(shownOf("a.rst", text, kind)).toBe(words);
  });
});

describe("a quote of AsciiDoc as it is shown", () => {
  it.each([
    ["Siehe <<tor,das Tor>>, <<kran>>, xref:a.adoc[Kran] und xref:b.adoc[].", "Siehe das Tor, kran, Kran und b.adoc."],
    [
      "https://e.org[Netz], link:a.html[Link^], link:b[*B*,window=_blank], https://e.org[]",
      "Netz, Link, B, https://e.org",
    ],
    ["`code`, _schräg_, *fett*, **un**fett, #markiert#, [.red]#rot#", "code, schräg, fett, unfett, markiert, rot"],
    ["H~2~O und 10^6^ Tonnen", "H₂O und 10⁶ Tonnen"],
    [
      "Wortfootnote:[Die Note.] kbd:[Strg+C] menu:Datei[Neu > Mehr] btn:[OK]",
      "Wort [Die Note.] Strg+C Datei › Neu › Mehr OK",
    ],
    ["image:i.png[Der Plan,300] und icon:x[]", "Der Plan und "],
    ["javadoc:java.util.List[] und {url-x}/a[Seite]", "java.util.List und Seite"],
    ["\"`Zitat`\" und '`innen`'", "“Zitat” und ‘innen’"],
    ["[[anker]]Text (((Wort,Wörter))) und ((Term)){nbsp}da", "Text  und ((Term)) da"],
    ["Begriff:: Die Erklärung.\nAnderer::\n  Zweite.", "Begriff: Die Erklärung.\nAnderer\n  Zweite."],
    ["* eins\n** zwei\n. drei\n.. vier", "* eins\n  * zwei\n- drei\n  - vier"],
    ["* eins\n+\nmehr dazu", "* eins\nmehr dazu"],
    ["Text +\nUmbruch", "Text\nUmbruch"],
    ["- [[[meier]]] Anna Meier.", "- [meier] Anna Meier."],
    [
      "Leser*innen, a_b_c, 2 * 3 * 4, {hof}, C++ und Hinweis:siehe[1]",
      "Leser*innen, a_b_c, 2 * 3 * 4, {hof}, C++ und Hinweis:siehe[1]",
    ],
  ])("%j has no marks", (text, words) => {
    expect(shownOf("a.adoc", text)).toBe(words);
  });

  it.each<[ParagraphKind, string, string]>([
    ["table", "|Jahr |Menge\n\n|2023\n|340\n\n|2024 a|*350*", "Jahr | Menge\n2023 | 340\n2024 | 350"],
    ["table", "|a\n|b\n\n2+|c\n|d\nmehr\n|e", "a | b\nc\nd mehr | e"],
    ["heading", "== Das *Tor*", "Das Tor"],
    ["code", "a *b* <1>", "a *b* <1>"],
  ])("%s %j is %j", (kind, text, words) => {
    expect(shownOf("a.adoc", text, kind)).toBe(words);
  });
});

describe("a quote of Org as it is shown", () => {
  it.each([
    [
      "Siehe [[https://e.org][Netz]], [[*Kran][den Kran]], [[*Tor]] und [[file:a.png]]",
      "Siehe Netz, den Kran, Tor und a.png",
    ],
    ["=code=, ~verb~, /schräg/, *fett*, _unter_ und +weg+", "code, verb, schräg, fett, unter und +weg+"],
    ["H_2O, 10^6, x_{max} und ~a^2~, datei_2", "H₂O, 10⁶, x_max und a^2, datei_2"],
    ["Note[fn:1] und [fn:: innen]", "Note[1] und [innen]"],
    ["- Begriff :: Die Erklärung.", "- Begriff: Die Erklärung."],
    ["Zeile \\\\\nUmbruch", "Zeile\nUmbruch"],
    ["a/b/c, 2*3*4, x = y = z und und/oder", "a/b/c, 2*3*4, x = y = z und und/oder"],
  ])("%j has no marks", (text, words) => {
    expect(shownOf("a.org", text)).toBe(words);
  });

  it.each<[ParagraphKind, string, string]>([
    ["table", "| Jahr | Menge |\n|------+-------|\n| 2023 |       |", "Jahr | Menge\n2023 | "],
    ["heading", "** TODO [#A] Das *Tor* :offen:", "Das Tor"],
    ["code", ": fertig\n: so", "fertig\nso"],
  ])("%s %j is %j", (kind, text, words) => {
    expect(shownOf("a.org", text, kind)).toBe(words);
  });
});

describe("a quote of lightweight markup", () => {
  const hostile = [
    "*a ",
    "``",
    "`a <",
    ":a:`",
    "[a]",
    "|a",
    "_a",
    "**",
    "a::\n\n",
    "{a",
    "<<",
    "#a",
    "| a\n",
    "* - a\n",
    "=== =\n",
    "a:b[",
    "[[a",
    '"`a',
    "(((a",
    "^a",
    "[fn:",
    "a:: b\n",
  ];
  it.each(hostile)("takes time in proportion to many %j", async (unit) => {
    const work = (repeats: number) => {
      for (const file of ["a.rst", "a.adoc", "a.org"]) {
        for (const kind of ["text", "table", "code"] as const) shownOf(file, unit.repeat(repeats), kind);
      }
    };
    expect(await slowdownOf(work, 1_500)).toBeLessThan(proportional);
  });
});
