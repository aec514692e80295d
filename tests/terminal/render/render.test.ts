import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, CitedPassage } from "../../../src/answering/answer.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderAnswer } from "../../../src/terminal/render/passages/answer-text.ts";
import { renderText, shorten } from "../../../src/terminal/text/marked-text.ts";
import { sanitize } from "../../../src/terminal/text/sanitize.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";
import { displayWidth, fitLines, wrapLines } from "../../../src/terminal/text/wrap.ts";

const pipe = createStyle({ isTerminal: false, noColor: false });
const terminal = createStyle({ isTerminal: true, noColor: false, columns: 60 });
const plainTerminal = createStyle({ isTerminal: true, noColor: true, columns: 60 });

describe("links", () => {
  const address = "https://read.example.org/d/abc?c=abc%3A7#cited";

  it("open from the citation's id where the terminal shows them, and take no room", () => {
    const linking = createStyle({ isTerminal: true, noColor: false, columns: 60, hasLinks: true });
    const linked = linking.link("abc:7", address);
    expect(linked).toBe(`\u001b]8;;${address}\u001b\\abc:7\u001b]8;;\u001b\\`);
    expect(displayWidth(linked)).toBe(5);
    expect(linking.link("abc:7", undefined)).toBe("abc:7");
  });

  it("are left out in a pipe, and where the terminal does not show them", () => {
    for (const style of [terminal, pipe, createStyle({ isTerminal: false, noColor: false, hasLinks: true })])
      expect(style.link("abc:7", address)).toBe("abc:7");
  });
});

describe("sanitize", () => {
  it("makes escapes, controls and marks of direction visible", () => {
    expect(sanitize("a\u001b[31mb\u0007c\u009bd\u202ee\u007ff")).toBe("a␛[31mb␇c\ufffdd\ufffde␡f");
  });

  it("keeps the length and leaves no control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = sanitize(text);
        expect(shown).toHaveLength(text.length);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("leaves words alone", () => {
    const text = "Größe: 10 %, „Zitat“ – naïve 👩‍👩‍👧 한국";
    expect(sanitize(text)).toBe(text);
  });
});

describe("wrapping", () => {
  it("loses nothing but spaces, and keeps to the width", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }).map(sanitize), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrapLines(text, width).map(({ start, end }) => text.slice(start, end));
        expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("counts wide characters as two columns and marks as none", () => {
    expect(displayWidth("한국 e\u0301 👍")).toBe(9);
  });

  it("breaks styled lines between words, and keeps their indent", () => {
    const line = `  ${terminal.strong("Ein Titel aus vielen Wörtern")} · Absatz 7 · ${terminal.accent("beispiel-2023:7")}`;
    const lines = stripVTControlCharacters(fitLines(line, 20)).split("\n");
    expect(lines).toEqual(["  Ein Titel aus", "  vielen Wörtern ·", "  Absatz 7 ·", "  beispiel-2023:7"]);
    expect(fitLines(line, 20).replace(/\n */g, " ")).toBe(line);
    expect(fitLines(line, Number.POSITIVE_INFINITY)).toBe(line);
    expect(fitLines("https://example.org/a/long/address", 12)).toBe("https://example.org/a/long/address");
  });

  it("does not wrap where there is no terminal", () => {
    const text = "Wort ".repeat(200).trim();
    expect(renderText(text, pipe, "    ")).toBe(`    ${text}`);
  });

  it("shortens at the end of a grapheme", () => {
    expect(shorten("kurz", 10)).toBe("kurz");
    expect(shorten("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 12)).toBe("👩‍👩‍👧 …");
  });
});

const text = "Erster Satz. Der Satz, der antwortet. Letzter Satz.";
const passage: CitedPassage = {
  citation: "beispiel:3",
  fingerprint: "0123456789ab",
  file: "beispiel.txt",
  metadata: { key: "beispiel", title: "Ein \u001b[2JTitel", titleSource: "described", language: "de" },
  passage: {
    documentKey: "beispiel",
    paragraph: 3,
    kind: "caption",
    range: { start: 100, end: 100 + text.length },
    bytes: { start: 100, end: 100 + text.length },
    sentences: [{ start: 100, end: 100 + text.length }],
    headingPath: ["Teil", "Abschnitt"],
    context: { headings: [], leadIns: [] },
  },
  text,
  around: { leadIns: [] },
  highlight: { start: 113, end: 138 },
  score: 1,
  signals: [],
  isMarked: true,
  alsoIn: ["anderswo:4"],
  similarIn: ["nebenan:5"],
};
const base = {
  question: "Was?",
  language: "de",
  confidence: 0.5,
  missing: [],
  findings: [],
  worthShowing: 1,
  saysDifferentThings: false,
  undatedLeftOut: 0,
} as const;
const uncertain: Answer = {
  ...base,
  kind: "answered",
  certainty: "uncertain",
  lookedFor: [{ word: "antwortet", isFound: true, isInBestPassage: true }],
  passages: [passage],
};
const abstained: Answer = {
  ...base,
  kind: "abstained",
  certainty: "none",
  reason: "not-found",
  lookedFor: [
    { word: "Satz", isFound: true, isInBestPassage: true },
    { word: "Kokosnus", correctedTo: "kokosnuss", isFound: false, isInBestPassage: false },
  ],
  missing: ["Kokosnus"],
  passages: [passage],
};

describe("an answer", () => {
  it("stands below each question of a message that asks several", () => {
    const parts = [
      { ...uncertain, question: "Was antwortet?" },
      { ...abstained, question: "Wo wächst die Kokosnuss?" },
    ];
    const shown = renderAnswer({ ...uncertain, parts }, messagesFor("de"), pipe);
    expect(shown).toMatch(/^1\. Was antwortet\?\n\nUnsicher[\s\S]*\n\n2\. Wo wächst die Kokosnuss\?\n\n/);
    expect(shown.split("[1]")).toHaveLength(3);
  });

  it("names everything that its citation has", () => {
    const shown = renderAnswer(uncertain, messagesFor("de"), pipe);
    expect(shown).toContain(
      "[1] [Ein ␛[2JTitel] · ohne Datum · Teil › Abschnitt · Absatz 3 · Bildunterschrift · beispiel:3",
    );
    expect(shown).toContain("Ebenso in anderswo:4");
    expect(shown).toContain("Ähnlich in nebenan:5");
    expect(shown).toMatch(/^Unsicher/);
  });

  it("shows the quote unchanged and the answering sentence beside it where there is no bold", () => {
    for (const style of [pipe, plainTerminal]) {
      const shown = renderAnswer(uncertain, messagesFor("en"), style);
      expect(shown).toContain(text);
      expect(shown.replace(/\s+/g, " ")).toContain("The sentence: »Der Satz, der antwortet.«");
      expect(shown).not.toContain("\u001b");
    }
  });

  it("shows the answering sentence in bold on a terminal", () => {
    const shown = renderAnswer(uncertain, messagesFor("en"), terminal);
    expect(shown).toContain("\u001b[1mDer Satz, der antwortet.\u001b[22m Letzter Satz.");
    expect(shown).not.toContain("The sentence");
  });

  it("says why there is none, what was looked for, and what came closest", () => {
    const shown = renderAnswer(abstained, messagesFor("en"), pipe).split("\n");
    expect(shown[0]).toBe(
      "The documents hold no answer to this. Words that matter in the question stand in no document.",
    );
    expect(shown[1]).toBe("Looked for: Satz (found); Kokosnus (as “kokosnuss”) (found nowhere)");
    expect(shown[2]).toBe("What came closest:");
    expect(shown[4]?.trim()).toBe("Der Satz, der antwortet.");
  });
});
