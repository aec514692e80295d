import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analysis/analyze.ts";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { languageByCode, languages, unknownLanguage } from "../../src/analysis/languages.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { languageSamples, polish } from "./language-samples.ts";

const lexicon = createLexicon(readLexicon());

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary-ascii", maxLength: 60 }),
);
const anyWord = fc.string({ unit: fc.constantFrom(..."abcdeghiknorstuäöüßéIİǅ'-1 "), maxLength: 24 });

describe("languages", () => {
  it("have one entry a code, found by it", () => {
    expect(new Set(languages.map(({ code }) => code)).size).toBe(languages.length);
    for (const language of languages) expect(languageByCode(language.code)).toBe(language);
  });
});

describe("a language that is none of these", () => {
  it("is unknown, and read with plain tokens", () => {
    expect(detectLanguage(polish, lexicon)).toBe(unknownLanguage.code);
    expect(languageByCode("pl")).toBe(unknownLanguage);
    expect(analyze("Żeby zimą świeciła", languageByCode("pl")).map(({ stem }) => stem)).toEqual([
      "zeby",
      "zima",
      "swiecila",
    ]);
  });
});

describe.each(languages)("$code as a language", (language) => {
  const sample = languageSamples[language.code];
  if (sample === undefined) throw new Error(`There is no sample for ${language.code}.`);

  it("folds what is folded to itself, and case away", () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        const folded = language.fold(word);
        expect(language.fold(folded)).toBe(folded);
        expect(folded).toBe(folded.toLowerCase());
      }),
    );
    expect(language.fold("HAFEN")).toBe(language.fold("hafen"));
  });

  it("stems every word to the same each time, and a real word never to nothing", () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        const folded = language.fold(word);
        const stem = language.stem(folded);
        expect(language.stem(folded)).toBe(stem);
        if (/^[a-z]{2,}$/.test(folded)) expect(stem).not.toBe("");
      }),
    );
  });

  it("has folded stop words, and content words that are none", () => {
    for (const word of ["hafen", "harbour", "1962", ""]) expect(language.isStopWord(word)).toBe(false);
    for (const word of sample.stopWords) expect([word, language.isStopWord(language.fold(word))]).toEqual([word, true]);
    for (const word of sample.contentWords)
      expect([word, language.isStopWord(language.fold(word))]).toEqual([word, false]);
  });

  it("stems the forms of a word to one", () => {
    for (const forms of sample.forms) {
      expect(new Set(forms.map((form) => language.stem(language.fold(form)))).size, forms.join(" ")).toBe(1);
    }
  });

  it("is told from the others by a question and by a text", () => {
    for (const text of [sample.question, sample.text]) expect(detectLanguage(text, lexicon)).toBe(language.code);
  });

  it("splits compounds into known words or not at all", () => {
    const known = new Map([
      ["hafen", 5],
      ["mauer", 5],
      ["light", 5],
      ["house", 5],
    ]);
    fc.assert(
      fc.property(
        fc.oneof(anyWord, fc.constantFrom("hafenmauer", "lighthouse", "hafenhafen", "constructor")),
        (word) => {
          const folded = language.fold(word);
          const parts = language.splitCompound(folded, (part) => known.get(part));
          expect(new Set(parts).size).toBe(parts.length);
          for (const part of parts) expect(folded.length).toBeGreaterThan(part.length);
        },
      ),
    );
    expect(language.splitCompound("hafen", () => undefined)).toEqual([]);
  });

  it("analyses any text, its tokens inside the text and in their order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, folded } of analyze(text, language)) {
          expect(start >= 0 && end > start && end <= text.length).toBe(true);
          expect(folded).not.toBe("");
        }
      }),
    );
  });
});
