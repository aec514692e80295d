import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../make-document.ts";

const outline = async (text: string) =>
  outlineOf(await documentOf(text, { file: "a.rst" })).filter((line) => !/^(?:boilerplate|metadata)/.test(line));

describe("reStructuredText as Sphinx reads it", () => {
  it("keeps the labels of tabs, boxes and drop-downs, which their text stands below", async () => {
    const text =
      ".. tabs::\n\n   .. group-tab:: Linux\n      :sync: l\n\n      Der Server steht im Keller.\n\n.. admonition:: Achtung\n   :class: x\n\n   Das Tor klemmt.\n\n.. dropdown:: Wer hat den Schlüssel?\n\n   Der Hausmeister.\n\n.. rubric:: Fußnoten\n";
    const document = await documentOf(text, { file: "a.rst" });
    expect(document.paragraphs.filter(({ kind }) => kind === "text")).toMatchObject([
      { isLabel: true },
      { depth: 1 },
      { isLabel: true },
      { depth: 1 },
      { isLabel: true },
      { depth: 1 },
      {},
    ]);
    expect(await outline(text)).toEqual([
      "text: Linux",
      "text: Der Server steht im Keller.",
      "text: Achtung",
      "text: Das Tor klemmt.",
      "text: Wer hat den Schlüssel?",
      "text: Der Hausmeister.",
      "text: Fußnoten",
    ]);
  });

  it("keeps signatures, with or without the name of their language", async () => {
    const text =
      ".. py:function:: oeffne(tor)\n                 oeffne(tor, weit)\n   :async:\n\n   Öffnet das Tor.\n\n.. option:: --leise\n\n   Ohne Ton.\n\n.. class:: Tor(breite)\n\n   Ein Tor.\n\n.. class:: klein\n\n   Kleiner Text.\n\n.. method:: zu()\n";
    expect(await outline(text)).toEqual([
      "text: oeffne(tor)\n                 oeffne(tor, weit)",
      "text: Öffnet das Tor.",
      "text: --leise",
      "text: Ohne Ton.",
      "text: Tor(breite)",
      "text: Ein Tor.",
      "text: Kleiner Text.",
      "text: zu()",
    ]);
  });

  it("reads tables that are written as lists or values, with their heads", async () => {
    const text =
      ".. list-table:: Mengen\n   :header-rows: 1\n\n   * - Jahr\n     - Menge\n   * - 2023\n     - 340\n\n.. csv-table::\n   :header: Name, Ort\n   :widths: 1, 2\n\n   Diesel, Hof\n";
    const { paragraphs, canonicalText } = await documentOf(text, { file: "a.rst" });
    const tables = paragraphs.filter(({ kind }) => kind === "table");
    const heads = tables.map(({ tableHead }) => canonicalText.slice(tableHead?.start, tableHead?.end));
    expect(heads).toEqual(["* - Jahr\n     - Menge", "Name, Ort"]);
    expect(await outline(text)).toEqual([
      "caption: Mengen",
      "table: * - Jahr\n     - Menge\n   * - 2023\n     - 340",
      "table: Name, Ort\n   :widths: 1, 2\n\n   Diesel, Hof",
    ]);
  });

  it("cuts no row of a long table that is written as a list", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `   * - Ware ${i}\n     - Menge ${i}\n     - Im Regal ${i} an der Wand\n`,
    );
    const { paragraphs } = await documentOf(`.. list-table::\n\n${rows.join("")}`, { file: "a.rst" });
    const texts = await outline(`.. list-table::\n\n${rows.join("")}`);
    expect(paragraphs.filter(({ kind }) => kind === "table").length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/^table: \* - Ware \d+\n[\s\S]*an der Wand$/);
  });

  it("reads what stands in the items of a list", async () => {
    const text =
      "* Eins\n\n  .. warning:: Nur bei Tag.\n\n  .. code-block:: sh\n     :caption: tor.sh\n\n     tor --auf\n\n* Zwei::\n\n     tor --zu\n\n  - innen\n\n    .. image:: a.png\n       :alt: Plan des Tors\n";
    expect(await outline(text)).toEqual([
      "text: * Eins",
      "text: .. warning:: Nur bei Tag.",
      "caption: tor.sh",
      "code: tor --auf",
      "text: * Zwei::",
      "code: tor --zu",
      "text: - innen",
      "caption: Plan des Tors",
    ]);
  });

  it("keeps what stands only on some pages, the words behind a mark, and captions; no source of a picture", async () => {
    const text =
      ".. only:: html\n\n   Nur im Netz.\n\n.. |hof| replace:: Hof am Kanal\n\n.. graphviz::\n   :caption: Wege\n\n   digraph w { a -> b }\n\n.. uml::\n\n   A -> B\n\n.. figure:: a.png\n\n   Der Plan.\n\n.. math:: E = mc^2\n\n.. epigraph:: Häfen sind schön.\n";
    expect(await outline(text)).toEqual([
      "text: Nur im Netz.",
      "text: |hof| replace:: Hof am Kanal",
      "caption: Wege",
      "caption: Der Plan.",
      "code: E = mc^2",
      "text: Häfen sind schön.",
    ]);
  });
});
