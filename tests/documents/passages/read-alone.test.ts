import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { paragraphPassagesOf, passagesOf } from "../../../src/documents/passages/passages.ts";
import { code, markdown, prose, wordsOf } from "./markdown-passages.ts";

function leadInsOf(document: SourceDocument): string[][] {
  return passagesOf(document).map(({ context }) =>
    context.leadIns.map(({ range }) => document.canonicalText.slice(range.start, range.end)),
  );
}

describe("a passage", () => {
  it("is a whole list with the line that opens it, where both fit", async () => {
    const items = (count: number) => Array.from({ length: count }, (_, n) => `- ${prose(`Punkt ${n}`)}`).join("\n\n");
    expect(wordsOf(await markdown(prose("Vorher"), "Die Aufgaben sind:", items(4), prose("Nachher")))).toHaveLength(3);
    expect(wordsOf(await markdown("Die Aufgaben sind:", items(40))).length).toBeGreaterThan(30);
  });

  it("keeps an example with what it is an example of", async () => {
    const example = code("delay: 1");
    expect(wordsOf(await markdown(prose("Bestimmt die Dauer"), "**Beispiel**:", example))).toHaveLength(1);
    expect(wordsOf(await markdown(`${prose("Es geht so")} Man schreibt:`, "Example:", example))).toHaveLength(1);
  });

  it("keeps the title of a box with what stands in it", async () => {
    const document = await markdown(prose("Vorher"), ":::note[Zur Flut]", prose("Man wartet"), ":::", prose("Nachher"));
    expect(wordsOf(document).map((words) => words.split("\n")[0])).toEqual([
      prose("Vorher"),
      ":::note[Zur Flut]",
      prose("Nachher"),
    ]);
    const [, , after] = passagesOf(document);
    expect(after?.context.question).toBeUndefined();
  });

  it("leaves out lines of code that its page hides, which can be cited all the same", async () => {
    const document = await markdown(
      code("const mock = 1;", "// ---cut---", "shown();", "// ---cut-after---", "rest();"),
    );
    const [words = ""] = wordsOf(document);
    expect(words).toContain("shown();");
    expect(words).not.toMatch(/mock|rest/);
    expect(wordsOf(document, paragraphPassagesOf(document))[0]).toMatch(/mock[\s\S]*rest/);
    expect(wordsOf(await markdown("```ts twoslash include server\nconst mock = 1;\n```", prose("Nachher")))).toEqual([
      prose("Nachher"),
    ]);
  });

  it("is not joined with its opening line over what a page hides", async () => {
    const block = code("const mock = 1;", "// ---cut---", "shown();");
    const document = await markdown(`${prose("So ruft man es auf")} Man schreibt:`, block);
    const [text = "", shown = ""] = wordsOf(document);
    expect(text).not.toContain("mock");
    expect(shown).toMatch(/^shown/);
    expect(text).not.toContain("Man schreibt");
    expect(leadInsOf(document)).toEqual([[], [`${text} Man schreibt:`]]);
  });

  it("of a list that is shown whole does not show what a page hides, either", async () => {
    const block = code("const mock = 1;", "// ---cut---", "shown();").replaceAll("\n", "\n  ");
    const document = await markdown("So ruft man es auf:", `- Man schreibt:\n\n  ${block}\n\n- Man wartet.`);
    for (const words of wordsOf(document)) expect(words).not.toContain("mock");
    expect(wordsOf(document).some((words) => words.startsWith("shown();"))).toBe(true);
  });

  it("with a question of its own does not answer the one before", async () => {
    const document = await markdown("**Wer kommt?**", prose("Alle"), "**Wann beginnt es?**", prose("Um acht"));
    expect(wordsOf(document)).toHaveLength(2);
    expect(passagesOf(document).map(({ context }) => context.question)).toEqual([undefined, undefined]);
  });

  it("is no link that nothing introduces", async () => {
    const link = "[Alle Änderungen](https://example.org/changes)";
    expect(wordsOf(await markdown("## Neues", link, "## Altes", prose("Danach")))).toEqual([prose("Danach")]);
    expect(wordsOf(await markdown("## Wo steht, was neu ist?", link))).toEqual([link]);
    expect(wordsOf(await markdown("## Neues", `Hier steht, was neu ist: ${link}`))).toHaveLength(1);
  });

  it("is no count of the lines of a form", async () => {
    expect(wordsOf(await markdown("## Belege", "1\n\n2\n\n3\n\n4", "## Später", prose("Danach")))).toEqual([
      prose("Danach"),
    ]);
    expect(wordsOf(await markdown("## Zahlen", "3 12 17", "## Später", prose("Danach")))).toHaveLength(2);
  });

  it("is no picture that only has a name", async () => {
    expect(wordsOf(await markdown("![Der Kran am alten Hafen](kran.png)", "## Teil", prose("Danach")))).toEqual([
      prose("Danach"),
    ]);
    const described = "![Der Kran am alten Hafen hebt einen Container. Links liegt ein Schiff.](kran.png)";
    expect(wordsOf(await markdown(described, "## Teil", prose("Danach")))).toEqual([described, prose("Danach")]);
  });

  it("of code knows the sentence before it", async () => {
    const sentence = "Die Ausgabe nennt die Fassung.";
    const before = `${prose("Zuerst wird geprüft")} ${prose("Danach wird gezählt")} ${prose("Dann kommt mehr")} ${sentence}`;
    const long = code(...Array.from({ length: 60 }, (_, n) => `openjdk ${n} 2025-09-16`));
    expect(leadInsOf(await markdown(before, long))).toEqual([[], [sentence], [sentence]]);
  });
});
