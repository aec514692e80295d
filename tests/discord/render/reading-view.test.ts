import { describe, expect, it } from "vitest";
import type { ReadingPage } from "../../../src/answering/service.ts";
import { lastPart, renderReading } from "../../../src/discord/render/reading-view.ts";
import type { ReadParagraph } from "../../../src/documents/document.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { shown } from "./support/shown.ts";

const m = messagesFor("de");

type Piece = Partial<ReadParagraph> & { readonly text: string; readonly isHidden?: boolean };

/** A page of a document; what is hidden is no passage. */
function pageOf(pieces: readonly Piece[], others: Partial<ReadingPage> = {}): ReadingPage {
  let start = 0;
  const paragraphs = pieces.map(({ text, isHidden = false, ...paragraph }, index) => {
    const range = { start, end: start + text.length };
    start = range.end + 2;
    const number = index + 5;
    return {
      paragraph: { number, range, kind: "text", headingPath: [], ...paragraph } as const,
      text,
      ...(isHidden ? {} : { citation: `turm:${number}` }),
    };
  });
  const metadata = { key: "turm", title: "Der Turm", titleSource: "stated", language: "de" } as const;
  return { metadata, file: "turm.txt", page: 1, pages: 1, paragraphs, ...others };
}

const view = (page: ReadingPage, part?: number): string[] => shown(renderReading(page, part, m));

describe("a page of a document", () => {
  it("has its paragraphs, and a menu of those that can be cited", () => {
    const page = pageOf(
      [
        { text: "Bauten", kind: "heading", isHidden: true },
        { text: "Der *Turm* fiel. ", page: 2 },
        { text: "  ", isHidden: true },
        { text: "Er stand\nlange.", page: 3 },
      ],
      { readerLink: "https://read.example/turm", standing: { kind: "former", replacedBy: [] } },
    );
    expect(view(page)).toEqual([
      "=== plain",
      "[**Der Turm**](https://read.example/turm) · ohne Datum\n-# ⚠️ gilt nicht mehr",
      "---",
      "**Bauten**\n\nDer \\*Turm\\* fiel.\n\nEr stand\nlange.",
      "---",
      "-# Seite 1 von 1 · im Original Seiten 2–3 · Absatz 6–8: `turm:6` … `turm:8`",
      "{Einen Absatz zitieren oder teilen … -> f1|o}\n Absatz 6: Der *Turm* fiel. = turm:6\n Absatz 8: Er stand lange. = turm:8\n",
    ]);
  });

  it("has a line with the headings above, unless it begins with one", () => {
    const headingPath = ["Bau*ten", "Der Turm"];
    expect(view(pageOf([{ text: "Er fiel.", headingPath }]))[2]).toEqual("-# Bau\\*ten › Der Turm");
    expect(view(pageOf([{ text: "Der Turm", headingPath, kind: "title" }]))[2]).toBe("---");
    const long = view(pageOf([{ text: "Er fiel.", headingPath: ["h".repeat(60), "h".repeat(70)] }]))[2];
    expect(long).toHaveLength("-# ".length + 120);
  });

  it("leads to the pages before and behind it, and to any other", () => {
    const at = (page: number): string => view(pageOf([{ text: "Er fiel." }], { page, pages: 3 }))[6] ?? "";
    expect([1, 2, 3].map(at)).toEqual([
      "[Weitere ▶ -> f1|r|turm|2|0] [Seite … -> f1|j|turm|3]",
      "[◀ Zurück -> f1|r|turm|1|999999999] [Weitere ▶ -> f1|r|turm|3|0] [Seite … -> f1|j|turm|3]",
      "[◀ Zurück -> f1|r|turm|2|999999999] [Seite … -> f1|j|turm|3]",
    ]);
    expect(view(pageOf([{ text: "Er fiel." }], { page: 2, pages: 3 }))[5]).toEqual("-# Seite 2 von 3 · `turm:5`");
  });

  it("leads to the document's address, at the paragraph that was asked for", () => {
    const metadata = { key: "turm", title: "Turm", titleSource: "stated", language: "de" } as const;
    const linked = { metadata: { ...metadata, url: "https://a.example/" } };
    const pieces = [{ text: "Er stand." }, { text: "Er fiel.", anchor: "fall" }];
    const link = (page: ReadingPage): string => view(page)[6] ?? "";
    expect(link(pageOf(pieces, linked))).toBe("[Quelle -> https://a.example/]");
    expect(link(pageOf(pieces, { ...linked, file: "turm.html", marked: { paragraph: 6 } }))).toEqual(
      "[Quelle -> https://a.example/#fall:~:text=Er%20fiel.]",
    );
  });

  it("marks what was asked for", () => {
    const pieces = [
      { text: "Vor.", isHidden: true },
      { text: "Eins.\nZeile." },
      { text: "Zwei.", kind: "heading" } as const,
      { text: "Danach." },
    ];
    expect(view(pageOf(pieces, { marked: { paragraph: 6, lastParagraph: 7 } }))[3]).toEqual(
      "Vor.\n\n**▶ Absatz 6–7**\n> Eins.\n> Zeile.\n\n> Zwei.\n\nDanach.",
    );
    const lines = (count: number): string => `${"z\n".repeat(count - 1)}z`;
    const both = pageOf([{ text: lines(20) }, { text: lines(21) }], { marked: { paragraph: 5, lastParagraph: 6 } });
    const bars = view(both)[3]
      ?.split("\n")
      .filter((line) => line.startsWith("> "));
    expect(bars).toHaveLength(20);
  });

  it("names the citations that are to be read", () => {
    const footer = (page: ReadingPage): string => view(page).find((line) => line.startsWith("-# Seite")) ?? "";
    expect(footer(pageOf([{ text: "Eins." }]))).toEqual("-# Seite 1 von 1 · `turm:5`");
    expect(footer(pageOf([{ text: "Eins.", isHidden: true }, { text: "Zwei." }, { text: "Drei." }]))).toEqual(
      "-# Seite 1 von 1 · Absatz 6–7: `turm:6` … `turm:7`",
    );
    expect(footer(pageOf([{ text: "Eins.", isHidden: true, page: 4 }]))).toEqual(
      "-# Seite 1 von 1 · im Original Seite 4 · `turm`",
    );
    expect(footer(pageOf([]))).toEqual("-# Seite 1 von 1 · `turm`");
  });

  it("is shown although it is empty", () => {
    expect(view(pageOf([]))).toEqual([
      "=== plain",
      "**Der Turm** · ohne Datum",
      "---",
      "---",
      "-# Seite 1 von 1 · `turm`",
    ]);
  });
});

it("fits a message whatever its text and its title are", () => {
  const long = "*".repeat(1600);
  const metadata = { key: "turm", title: long, titleSource: "described", publisher: long, language: "de" } as const;
  const standing = { kind: "former", replacedBy: [{ title: long }] } as const;
  const readerLink = `https://read.example/${"a".repeat(490)}`;
  const others = { metadata, standing, readerLink, page: 1000, pages: 2000 };
  for (const text of [long, `${"*".repeat(80)}\n`.repeat(20), "*\n".repeat(800)]) {
    const headingPath = Array(4).fill(long);
    const [, head = ""] = view(pageOf([{ text, headingPath }], { ...others, marked: { paragraph: 5 } }));
    expect(head).toContain("⚠️");
  }
  const [, head = ""] = view(pageOf([{ text: "Er fiel." }], others));
  expect(head).toContain(readerLink);
  expect(head.length).toBeGreaterThan(850);
});

describe("a page that is too long for a message", () => {
  const words = (count: number, word = "wort"): string => `${word} `.repeat(count).trim();
  const page = pageOf([{ text: words(200) }, { text: words(200) }, { text: words(200) }], { page: 2, pages: 3 });

  /** What stands in a part, and its footer and buttons. */
  function outline(part: number | undefined, of = page): readonly unknown[] {
    const lines = view(of, part);
    const at = lines.lastIndexOf("---");
    return [lines[at - 1]?.length, ...lines.slice(at + 1, at + 3)];
  }

  const wordsOf = (of: ReadingPage, part: number): string => view(of, part)[3] ?? "";

  it("has parts, one after the other, across the borders of pages", () => {
    expect(outline(0)).toEqual([
      999,
      "-# Seite 2 von 3 (1/3) · `turm:5`",
      "[◀ Zurück -> f1|r|turm|1|999999999] [Weitere ▶ -> f1|r|turm|2|1] [Seite … -> f1|j|turm|3]",
    ]);
    expect(outline(1)).toEqual([
      999,
      "-# Seite 2 von 3 (2/3) · `turm:6`",
      "[◀ Zurück -> f1|r|turm|2|0] [Weitere ▶ -> f1|r|turm|2|2] [Seite … -> f1|j|turm|3]",
    ]);
    expect(outline(2)).toEqual([
      999,
      "-# Seite 2 von 3 (3/3) · `turm:7`",
      "[◀ Zurück -> f1|r|turm|2|1] [Weitere ▶ -> f1|r|turm|3|0] [Seite … -> f1|j|turm|3]",
    ]);
    expect(outline(lastPart)).toEqual(outline(2));
    expect(outline(undefined)).toEqual(outline(0));
  });

  it("is shown at what was asked for", () => {
    expect(outline(undefined, { ...page, marked: { paragraph: 7 } })[1]).toEqual("-# Seite 2 von 3 (3/3) · `turm:7`");
    expect(outline(0, { ...page, marked: { paragraph: 7 } })[1]).toEqual(outline(0)[1]);
  });

  it("has as much in a part as fits, and names a paragraph of several parts once in each menu", () => {
    const parts = (...sizes: number[]): number[] => {
      const of = pageOf(sizes.map((size) => ({ text: "x".repeat(size) })));
      const count = Number(/\((?:\d+)\/(\d+)\)/u.exec(view(of, 0).join())?.[1] ?? 1);
      return Array.from({ length: count }, (_, part) => wordsOf(of, part).length);
    };
    expect(parts(844, 844)).toEqual([844 * 2 + 2]);
    expect(parts(844, 845)).toEqual([844, 845]);
    expect(parts(1694)).toEqual([1694]);
    expect(parts(1695)).toEqual([1694, 1]);
    expect(parts(4000)).toEqual([1694, 1694, 612]);
    expect(view(pageOf([{ text: words(600) }]), 1).at(-1)).toEqual(
      "{Einen Absatz zitieren oder teilen … -> f1|o}\n Absatz 5: wort wort wort wort wort wort wort wort wort wort… = turm:5\n",
    );
  });

  it("is broken at white space, else between characters", () => {
    const ends = (text: string): readonly string[] => {
      const of = pageOf([{ text }]);
      return [wordsOf(of, 0).slice(-12), wordsOf(of, 1).slice(0, 12)];
    };
    expect(ends(`${"x".repeat(1600)} ${"y".repeat(400)}`)).toEqual(["xxxxxxxxxxxx", "yyyyyyyyyyyy"]);
    expect(ends(`${"x".repeat(1490)} ${"y".repeat(400)}`)).toEqual(["yyyyyyyyyyyy", "yyyyyyyyyyyy"]);
    expect(ends(`${"x".repeat(1692)}👩‍👩‍👧${"y".repeat(400)}`)).toEqual(["xxxxxxxxxxxx", "👩‍👩‍👧yyyy"]);
    expect(ends(`${"x".repeat(1693)}👩${"y".repeat(400)}`)).toEqual(["xxxxxxxxxxxx", "👩yyyyyyyyyy"]);
    const accents = pageOf([{ text: `x${"\u0301".repeat(3000)}` }]);
    expect([0, 1].map((part) => wordsOf(accents, part).length)).toEqual([1494, 1507]);
  });
});
