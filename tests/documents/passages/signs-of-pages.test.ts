import { describe, expect, it } from "vitest";
import { shownText } from "../../../src/answering/shown/shown-text.ts";
import { paragraphPassagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../make-document.ts";
import { code, markdown, prose, wordsOf } from "./markdown-passages.ts";

describe("code", () => {
  it("that draws a diagram is no passage, and can be cited all the same", async () => {
    const drawn = "```mermaid\ngraph TD\n  Kran --> Schiff\n```";
    const document = await markdown(prose("Der Kran hebt"), "## Bild", drawn);
    expect(wordsOf(document)).toEqual([prose("Der Kran hebt")]);
    expect(wordsOf(document, paragraphPassagesOf(document))).toContain(drawn);
  });

  it("is shown without what only its compiler reads", () => {
    const shown = (...lines: string[]) =>
      shownText({ file: "a.md", kind: "code", text: code(...lines), start: 0 }).text;
    expect(shown("// @target: esnext", "const kran = 1;", "//    ^?", "// ---cut---", "kran;")).toBe(
      "const kran = 1;\nkran;",
    );
    const kept = ["// @ts-expect-error", "// @filename: kran.ts", "// ^ the crane", "// @author Anna"];
    expect(shown(...kept)).toBe(kept.join("\n"));
  });
});

describe("in Markdown", () => {
  it("a value of a program is shown by its name", () => {
    const text = "Schreiben Sie an {{< param hafen_mail >}} oder rufen Sie an.";
    expect(shownText({ file: "a.md", kind: "text", text, start: 0 }).text).toBe(
      "Schreiben Sie an hafen_mail oder rufen Sie an.",
    );
    const told = "Man schreibt `{{< param hafen_mail >}}`.";
    expect(shownText({ file: "a.md", kind: "text", text: told, start: 0 }).text).toContain("{{< param hafen_mail >}}");
  });

  it("pictures are no part of a heading", async () => {
    const badge = "[![Chat](https://x.example/a.svg)](https://x.example) ![Fassung](b.svg)";
    expect((await documentOf(`# hafen ${badge}\n\n${prose("Text")}`, { file: "a.md" })).metadata.title).toBe("hafen");
    expect((await documentOf(`# ![Hafen](b.svg)\n\n${prose("Text")}`, { file: "a.md" })).metadata.title).toBe("Hafen");
  });

  it("a list of releases is called by its file", async () => {
    const notes = ["hafen 1.2.0", "hafen 1.1.0 (2026-01-02)", "hafen 1.0.0"].map(
      (name) => `# ${name}\n\n${prose("Neu")}`,
    );
    expect((await documentOf(notes.join("\n\n"), { file: "Neues.md" })).metadata.title).toBe("Neues");
    for (const names of [
      ["Hafen", "Kran", "Schiff 2.0"],
      ["1.1 Hafen", "1.2 Kran", "1.12 Schiff"],
    ]) {
      const chapters = names.map((name) => `# ${name}\n\n${prose("Text")}`);
      expect((await documentOf(chapters.join("\n\n"), { file: "Neues.md" })).metadata.title).toBe(names[0]);
    }
  });
});

it("the bar that leads from page to page is no part of a web page's text", async () => {
  const bar = `<div class="navfooter"><table><tr><td><a href="a.html">Zurück</a></td><td>Kapitel 2. Kräne im Hafen</td></tr></table></div>`;
  const note = `<div class="pagination-note"><p>${prose("Man blättert unten")}</p></div>`;
  const html = `<!doctype html><html lang="de"><head><title>Hafen</title></head><body><h1>Hafen</h1><p>${prose("Er liegt im Norden")}</p>${note}${bar}</body></html>`;
  const document = await documentOf(html, { file: "a.html" });
  expect(wordsOf(document)).toEqual([prose("Er liegt im Norden"), prose("Man blättert unten")]);
});
