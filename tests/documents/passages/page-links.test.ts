import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { code, markdown, prose, wordsOf } from "./markdown-passages.ts";

/** The words of the passages of a section that stands before another one. */
async function shownOf(...blocks: string[]): Promise<string[]> {
  const words = wordsOf(await markdown("## Hafen", ...blocks, "## Später", prose("Der Kran ruht")));
  return words.filter((passage) => passage !== prose("Der Kran ruht"));
}

describe("a list of links", () => {
  it.each([
    "- [Kräne](kran.md)\n- [Schleusen](/de/schleuse)\n- [Gezeiten](../pegel/flut.md)",
    "* [Kräne](kran.md), [Schiffe](schiff.md)\n* [Schleusen](schleuse.md).",
    "- :doc:`kran`\n- :ref:`schleuse`",
  ])("to other pages is no passage below a line that points elsewhere: %s", async (list) => {
    expect(await shownOf("For more information, please review our:", list)).toEqual([]);
    expect(await shownOf("You can read more details in the following plans:", list)).toEqual([]);
  });

  it("of one link is none, however long", async () => {
    expect(
      await shownOf(
        "- [Ausführlicher Leitfaden des Hafens zu allen Kränen, Schleusen und Plätzen im Norden](https://h.example/a)",
      ),
    ).toEqual([]);
  });

  it("is none below a line that says that more is to be read there, wherever they lead", async () => {
    const list = "* [About cranes - Harbour Docs](https://h.example/a)\n* [Using cranes](https://h.example/b)";
    expect(await shownOf("Learn more about the cranes by clicking on the resources below:", list)).toEqual([]);
    expect(await shownOf("Hier findet ihr mehr Details zu den Kränen:", list)).toEqual([]);
    expect(await shownOf(list, "For more about these cranes, see the [news](news.md) of the harbour.")).toHaveLength(1);
    expect(await shownOf("Dafür braucht man im Hafen auch im Winter:", list)).toHaveLength(1);
  });

  it("in one line, or below a bold one, is none", async () => {
    const [a, b] = ["[Satzung laden](https://h.example/a.pdf)", "[Ordnung laden](https://h.example/b.pdf)"];
    expect(await shownOf(`${a} | ${b}`)).toEqual([]);
    expect(await shownOf("**Zum Kran**", "[Der Kran im \n Hafen](https://h.example/a)")).toEqual([]);
    expect(await shownOf("**Zum Kran**", "Er hebt.")).toHaveLength(1);
  });

  it.each([
    "- [node 22](https://nodejs.org)\n- [pnpm](https://pnpm.io)",
    "- [Kräne](kran.md) heben bis zu zwölf Tonnen.\n- [Schiffe](schiff.md) warten.",
    "- [Kräne](kran.md)\n- Schiffe warten vor der Schleuse.",
    "- [Anna](mailto:anna@hafen.example)\n- [Bert](mailto:bert@hafen.example)",
  ])("that names things or says something is one: %s", async (list) => {
    expect(await shownOf(list)).toEqual([list]);
  });

  it("that answers a question is one", async () => {
    const list = "- [Kräne](kran.md)\n- [Schiffe](schiff.md)";
    expect(wordsOf(await markdown("## Was gibt es im Hafen?", list))).toEqual([list]);
    expect(await shownOf("Im Hafen liegen auch im Winter:", list)).toHaveLength(1);
  });
});

describe("what says of another page what it is about", () => {
  it.each([
    ["## Hafen", "* [Kräne](kran.md): Information about the cranes of the harbour."],
    ["## Hafen", "* **[Labels](labels.md)** - A list of the labels on our boats."],
    ["## Hafen", "- [Kräne](kran.md): Informationen über die Kräne im Hafen."],
    ["## [Kräne](kran.md)", "A description of how to lift a ship."],
    ["## [Kräne](https://h.example/kran)", "Eine Übersicht der Kräne im Hafen."],
  ])("is no passage: %s %s", async (heading, words) => {
    expect(wordsOf(await markdown(heading, words, "## Später", prose("Er ruht")))).toEqual([prose("Er ruht")]);
  });

  it.each([
    ["## depend", "A list of ships that the crane depends on."],
    ["## Hafen", "* [Kräne](kran.md): heben bis zu zwölf Tonnen."],
    ["## Hafen", "* [`depend`](#depend): A list of ships that the crane depends on."],
    ["## Hafen", "* [Anna](https://anna.example): Information about her boats is on the door."],
    ["## Hafen", "* [Kräne](kran.md): Instructions for the crane are in the red box."],
    ["## Hafen", "* [Kräne](kran.md): Die Anleitung zum Kran liegt im roten Kasten."],
    ["## Hafen", "* [Kräne](kran.md): An overview of Anna: she lifts twelve tonnes."],
    ["## [Kräne](kran.md)", "Ein Kran hebt hier bis zu zwölf Tonnen."],
  ])("is one where it says more: %s %s", async (heading, words) => {
    expect(wordsOf(await markdown(heading, words, "## Später", prose("Er ruht")))).toEqual([words, prose("Er ruht")]);
  });
});

describe("a line that points elsewhere", () => {
  it("is no passage with the question of its box, and one with a title that states something", async () => {
    const box = (title: string) => `:::note[${title}]\nMehr dazu findest du [hier](kran.md).\n:::`;
    expect(await shownOf(box("Fehlt ein Kran?"))).toEqual([]);
    expect(await shownOf(box("Hafenschein erforderlich"))).toHaveLength(1);
  });

  it("stays with what it belongs to, address and all", async () => {
    const line = "More information can be viewed here: https://hafen.example/kran.";
    expect(wordsOf(await markdown(prose("Der Kran ist alt"), line, prose("Er hebt")))).toEqual([
      `${prose("Der Kran ist alt")}\n\n${line}`,
      prose("Er hebt"),
    ]);
  });

  it("is not shown above code", async () => {
    const long = code(...Array.from({ length: 60 }, (_, n) => `kran.heben(${n}); // Last ${n}`));
    const document = await markdown("See also the [notes](notes.md) on cranes.", long);
    expect(passagesOf(document).flatMap(({ context }) => context.leadIns)).toEqual([]);
  });
});
