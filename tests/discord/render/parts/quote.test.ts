import { describe, expect, it } from "vitest";
import { quotableOf, renderQuote } from "../../../../src/discord/render/parts/quote.ts";
import { sampleOf } from "../support/samples.ts";

const words = "Eins steht. Zwei *steht*. Drei steht. Vier steht.";

/** @param sentence the one that answers, from 0 */
function quote(text: string, maxChars: number, sentence?: number, isBold = true): string {
  const cited = sampleOf(text, { answeringSentence: sentence ?? 0 });
  return renderQuote(quotableOf(cited, sentence === undefined ? undefined : cited.highlight, isBold), maxChars);
}

describe("a quote", () => {
  it("is the whole text where there is room, the sentence that answers in bold", () => {
    const all = "> Eins steht. Zwei \\*steht\\*. Drei steht. Vier steht.";
    expect(quote(words, 100)).toBe(all);
    expect(quote(words, all.length)).toBe(all);
    expect(quote(words, 100, 1)).toBe("> Eins steht. **Zwei \\*steht\\*.** Drei steht. Vier steht.");
    expect(quote(words, 100, 1, false)).toBe(all);
    expect(quote(words, 100, 9)).toBe(all);
    expect(quote("Eins.\nZwei.", 100)).toBe("> Eins.\n> Zwei.");
  });

  it("keeps the sentence that answers, then those behind it, then those before it", () => {
    const all = (sentence: number | undefined, ...sizes: number[]): string[] =>
      sizes.map((maxChars) => quote(words, maxChars, sentence));
    expect(all(undefined, 53, 52, 40, 20)).toEqual([
      "> Eins steht. Zwei \\*steht\\*. Drei steht. Vier steht.",
      "> Eins steht. Zwei \\*steht\\*. Drei steht. …",
      "> Eins steht. Zwei \\*steht\\*. …",
      "> Eins steht. …",
    ]);
    expect(all(0, 57, 56, 45, 30, 20)).toEqual([
      "> **Eins steht.** Zwei \\*steht\\*. Drei steht. Vier steht.",
      "> **Eins steht.** Zwei \\*steht\\*. Drei steht. …",
      "> **Eins steht.** Zwei \\*steht\\*. …",
      "> **Eins steht.** …",
      "> **Eins steht.** …",
    ]);
    expect(all(1, 57, 50, 40, 30)).toEqual([
      "> Eins steht. **Zwei \\*steht\\*.** Drei steht. Vier steht.",
      "> … **Zwei \\*steht\\*.** Drei steht. Vier steht.",
      "> … **Zwei \\*steht\\*.** Drei steht. …",
      "> … **Zwei \\*steht\\*.** …",
    ]);
    expect(all(2, 57, 56, 44, 32, 20)).toEqual([
      "> Eins steht. Zwei \\*steht\\*. **Drei steht.** Vier steht.",
      "> … Zwei \\*steht\\*. **Drei steht.** Vier steht.",
      "> … **Drei steht.** Vier steht.",
      "> … **Drei steht.** Vier steht.",
      "> … **Drei steht.**",
    ]);
    expect(all(3, 57, 56, 44, 32, 20)).toEqual([
      "> Eins steht. Zwei \\*steht\\*. Drei steht. **Vier steht.**",
      "> … Zwei \\*steht\\*. Drei steht. **Vier steht.**",
      "> … Drei steht. **Vier steht.**",
      "> … Drei steht. **Vier steht.**",
      "> … **Vier steht.**",
    ]);
  });

  it("is never longer than it may be, and cut within a sentence that is", () => {
    const long = "Davor. Der Turm, der lange stand, fiel\nim Jahr 1911 und im\nNovember ganz. Danach.";
    const sizes = [100, 84, 77, 60, 40, 20, 12, 9, 8, 3, 1, 0];
    const shown = (isBold: boolean): string[] => sizes.map((maxChars) => quote(long, maxChars, 1, isBold));
    for (const isBold of [true, false]) {
      for (const [at, cut] of shown(isBold).entries()) expect(cut.length).toBeLessThanOrEqual(sizes[at] ?? 0);
    }
    expect(shown(true)).toEqual([
      "> Davor. **Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November ganz.** Danach.",
      "> … **Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November ganz.** …",
      "> … **Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November…**",
      "> … **Der Turm, der lange stand, fiel\n> im Jahr 1911…**",
      "> … **Der Turm, der lange stand, fiel…**",
      "> … **Der Turm, d…**",
      "> … **Der…**",
      "> … **…**",
      "> …",
      "> …",
      ">",
      "",
    ]);
    expect(shown(false)).toEqual([
      "> Davor. Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November ganz. Danach.",
      "> … Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November ganz. Danach.",
      "> … Der Turm, der lange stand, fiel\n> im Jahr 1911 und im\n> November ganz. …",
      "> … Der Turm, der lange stand, fiel\n> im Jahr 1911 und…",
      "> … Der Turm, der lange stand, fie…",
      "> … Der Turm, der l…",
      "> … Der Tur…",
      "> … Der…",
      "> … Der…",
      "> …",
      ">",
      "",
    ]);
    expect(quote("Der Turm, der lange stand, fiel.", 20)).toEqual("> Der Turm, der lan…");
    for (let maxChars = 0; maxChars < 120; maxChars++) {
      for (const text of [words, long, "*".repeat(60)])
        expect(quote(text, maxChars, 1).length).toBeLessThanOrEqual(maxChars);
    }
  });

  it("has no white space inside of bold, nor at its ends", () => {
    expect(quote(" Eins. Zwei. ", 100, 1)).toBe("> Eins. **Zwei.**");
    expect(quote("Eins.  Zwei. ", 100, 0)).toBe("> **Eins.**  Zwei.");
    const blank = { ...sampleOf("Eins.    Zwei."), highlight: { start: 105, end: 108 } };
    expect(renderQuote(quotableOf(blank, blank.highlight), 100)).toBe("> Eins.    Zwei.");
  });

  it("has its sentences where the marks of a file are left out", () => {
    const cited = sampleOf("**Eins** steht. Zwei _steht_.", { file: "turm.md", answeringSentence: 1 });
    expect(quotableOf(cited, cited.highlight)).toEqual({
      text: "Eins steht. Zwei steht.",
      sentences: [
        { start: 0, end: 12 },
        { start: 12, end: 23 },
      ],
      highlight: { start: 12, end: 23 },
      isBold: true,
    });
  });

  it("leaves out sentences of which nothing is shown", () => {
    const cited = sampleOf("Eins steht. <!-- nichts. --> Zwei.", { file: "turm.md" });
    expect(quotableOf(cited)).toEqual({
      text: "Eins steht.  Zwei.",
      sentences: [
        {
          start: 0,
          end: 12,
        },
        {
          start: 12,
          end: 18,
        },
      ],
    });
  });
});
