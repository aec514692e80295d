import { describe, expect, it } from "vitest";
import { passageLink } from "../../../src/answering/linking/sentence-link.ts";
import { fragmentOf, textFragmentLink } from "../../../src/answering/linking/text-fragment.ts";
import type { PassageKind } from "../../../src/documents/document.ts";

describe("a link to a quote", () => {
  it.each([
    ["https://e.org/a", "Ein Satz, kurz - & gut.", "https://e.org/a#:~:text=Ein%20Satz%2C%20kurz%20%2D%20%26%20gut."],
    ["https://e.org/a#teil", "Ja (nein)", "https://e.org/a#teil:~:text=Ja%20%28nein%29"],
    ["https://e.org/a#:~:text=alt", "neu", "https://e.org/a#:~:text=neu"],
    ["https://e.org/a#x:~:text=alt", "neu", "https://e.org/a#x:~:text=neu"],
    ["https://e.org/a", "Zwei\r\nZeilen 🙂", "https://e.org/a#:~:text=Zwei%20Zeilen%20%F0%9F%99%82"],
  ])("%s %j", (url, quote, link) => {
    expect(textFragmentLink(url, [quote])).toBe(link);
  });

  it.each([
    ["https://e.org/a", "Ein Satz", "über-uns_2", "https://e.org/a#%C3%BCber-uns_2:~:text=Ein%20Satz"],
    ["https://e.org/a#", "Ein Satz", "kopf", "https://e.org/a#kopf:~:text=Ein%20Satz"],
    ["https://e.org/a#teil", "Ein Satz", "kopf", "https://e.org/a#teil:~:text=Ein%20Satz"],
    ["https://e.org/a#:~:text=alt", "Ein Satz", "kopf", "https://e.org/a#kopf:~:text=Ein%20Satz"],
    ["https://e.org/a", "…", "kopf", "https://e.org/a#kopf"],
    ["https://e.org/a", "x", "a:~:text=(b)", "https://e.org/a#a%3A%7E%3Atext%3D%28b%29:~:text=x"],
  ])("%s %j opens at the anchor %j", (url, quote, anchor, link) => {
    expect(textFragmentLink(url, [quote], fragmentOf(anchor))).toBe(link);
  });

  it("names a long quote by its first and last words", () => {
    const words = Array.from({ length: 40 }, (_, n) => `Wort${n}`);
    expect(textFragmentLink("https://e.org/", [words.join(" ")])).toBe(
      "https://e.org/#:~:text=Wort0%20Wort1%20Wort2%20Wort3%20Wort4,Wort35%20Wort36%20Wort37%20Wort38%20Wort39",
    );
  });

  it("is none without an address or without words", () => {
    expect(textFragmentLink(undefined, ["Wort"])).toBeUndefined();
    expect(textFragmentLink("https://e.org/", ["…"])).toBeUndefined();
  });
});

describe("a link to a passage", () => {
  const linkTo = (file: string, text: string, kind: PassageKind = "text") =>
    passageLink({
      metadata: { url: "https://e.org/a" },
      file,
      passage: { kind, range: { start: 40, end: 40 + text.length } },
      text,
    })?.split(":~:text=")[1];

  it.each<[string, PassageKind, string, string]>([
    ["a.md", "text", "Ein **fettes** [Wort](https://e.org) \\*", "Ein%20fettes%20Wort%20%2A"],
    ["a.txt", "text", "Ein **fettes**", "Ein%20%2A%2Afettes%2A%2A"],
    ["a.md", "text", "- rot\n- *blau*", "rot,blau"],
    ["a.html", "text", "1. rot\n2. blau\n  - hell", "rot,hell"],
    ["a.html", "text", "- ☒ rot\n- ☐ blau", "rot,blau"],
    ["a.html", "text", "☐ rot", "rot"],
    ["a.md", "text", "- [x] rot\n- [ ] blau", "rot,blau"],
    ["a.txt", "text", "- rot\n- blau", "%2D%20rot%20%2D%20blau"],
    ["a.html", "table", "Ab | An\n8 | 9", "Ab,9"],
    ["a.md", "table", "| Ab | An |\n|----|----|\n| 8 | **9** |", "Ab,9"],
  ])("of %s (%s) %j names what the page shows", (file, kind, text, directive) => {
    expect(linkTo(file, text, kind)).toBe(directive);
  });

  it("opens a Word file as a whole", () => {
    const passage = { kind: "text", range: { start: 0, end: 4 } } as const;
    const metadata = { url: "https://e.org/a.docx" };
    expect(passageLink({ metadata, file: "a.docx", passage, text: "Wort" })).toBe("https://e.org/a.docx");
  });

  it("opens a PDF file at its page", () => {
    const text = "Ein Satz.";
    const passage = { kind: "text", range: { start: 0, end: text.length }, page: 12 } as const;
    expect(passageLink({ metadata: { url: "https://e.org/a.pdf" }, file: "a.pdf", passage, text })).toBe(
      "https://e.org/a.pdf#page=12:~:text=Ein%20Satz.",
    );
  });
});
