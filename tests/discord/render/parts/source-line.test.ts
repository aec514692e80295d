import { describe, expect, it } from "vitest";
import * as line from "../../../../src/discord/render/parts/source-line.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { sampleOf } from "../support/samples.ts";

const words = messagesFor("de").answer;
const published = { stated: "1912", from: "1912-01-01", until: "1912-12-31", precision: "year" } as const;
const metadata = { key: "turm", title: "Der *Turm*", titleSource: "stated", language: "de" } as const;
const long = { ...metadata, title: "t".repeat(200), publisher: "p".repeat(100), published } as const;

describe("the line of a source", () => {
  it("has title, publisher and date, and leads somewhere", () => {
    expect(line.sourceLine(metadata, words)).toBe("**Der \\*Turm\\*** · ohne Datum");
    const whole = { ...metadata, publisher: "In*selbote", published };
    expect(line.sourceLine(whole, words, "https://a.b")).toBe(
      "[**Der \\*Turm\\***](https://a.b) · In\\*selbote · 1912",
    );
    expect(line.shortSourceLine(whole, words, "https://a.b")).toBe(line.sourceLine(whole, words, "https://a.b"));
    expect(line.shortSourceLine(metadata, words)).toBe(line.sourceLine(metadata, words));
  });

  it("is cut, the short one more", () => {
    expect(line.sourceLine(long, words)).toBe(`**${"t".repeat(119)}…** · ${"p".repeat(59)}… · 1912`);
    expect(line.shortSourceLine(long, words)).toBe(`**${"t".repeat(71)}…** · ${"p".repeat(39)}… · 1912`);
  });

  it("has a title in brackets that the document does not state", () => {
    expect(line.shownTitle({ title: "Turm", titleSource: "described" })).toBe("\\[Turm\\]");
    expect(line.shownTitle({ title: "Turm", titleSource: "derived" })).toBe("Turm");
    expect(line.shownTitle({ title: "Turmbau", titleSource: "described" }, 5)).toBe("\\[Turm…\\]");
  });

  it("says what is not in force", () => {
    expect(line.standingLines({}, words)).toEqual([]);
    const standing = { kind: "former", replacedBy: [{ title: "x".repeat(300) }] } as const;
    const [told = "", ...others] = line.standingLines({ standing }, words);
    expect(others).toEqual([]);
    expect(told).toMatch(/^-# ⚠️ gilt nicht mehr.*x…$/u);
    expect(told).toHaveLength("-# ⚠️ ".length + 200);
  });
});

describe("the place of a passage", () => {
  it("is section, paragraph, page and kind", () => {
    const plain = sampleOf("Der Turm.");
    const placed = sampleOf("Der Turm.", {
      file: "turm.pdf",
      passage: {
        headingPath: ["Bau*ten", "h".repeat(100)],
        page: 3,
        lastPage: 4,
        kind: "table",
        lastParagraph: 9,
        isRecognised: true,
      },
    });
    for (const say of [line.placeLine, line.lastPlaceLine, line.wholePlaceLine])
      expect(say(plain, words)).toBe("Absatz 7");
    expect(line.placeLine(placed, words)).toEqual(
      "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh · Absatz 7–9 · Seite 3–4 · Tabelle · im Bild erkannt, kann Fehler haben",
    );
    expect(line.lastPlaceLine(placed, words)).toEqual(
      "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… · Absatz 7–9 · Seite 3–4 · Tabelle · im Bild erkannt, kann Fehler haben",
    );
    expect(line.wholePlaceLine(placed, words)).toEqual(
      "Bau\\*ten › hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… · Absatz 7–9 · Seite 3–4 · Tabelle · im Bild erkannt, kann Fehler haben",
    );
    const many = sampleOf("Der Turm.", { passage: { headingPath: Array(5).fill("h".repeat(100)) } });
    expect(line.wholePlaceLine(many, words)).toEqual(
      "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… › hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… › hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… · Absatz 7",
    );
  });

  it("is a citation with its fingerprint", () => {
    const cited = sampleOf("Der Turm.", { passage: { part: "b" } });
    expect(line.referenceOf(cited)).toBe(`turm:7b@${cited.fingerprint}`);
    expect(line.citationCode(cited)).toBe(`\`turm:7b@${cited.fingerprint}\``);
  });

  it("has a sentence that answers, counted from 1", () => {
    const numbers = [0, 1, 2].map((sentence) =>
      line.answeringSentenceOf(sampleOf("Eins. Zwei. Drei.", { answeringSentence: sentence })),
    );
    expect(numbers).toEqual([1, 2, 3]);
    const cited = sampleOf("Eins. Zwei. Drei.");
    const at = (start: number): number => line.answeringSentenceOf({ ...cited, highlight: { start, end: start + 1 } });
    expect([99, 100, 105, 106, 116, 117].map(at)).toEqual([0, 1, 1, 2, 3, 0]);
  });
});
