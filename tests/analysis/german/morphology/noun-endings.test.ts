import { describe, expect, it } from "vitest";
import { analyze } from "../../../../src/analysis/analyze.ts";
import { german } from "../../../../src/analysis/german/german.ts";
import { withoutNounEnding } from "../../../../src/analysis/german/morphology/noun-endings.ts";

const stemsOf = (text: string): string[] => analyze(text, german).map(({ stem }) => stem);

describe("German nouns that name persons", () => {
  it.each([
    ["Lehrer", "Lehrerin", "Lehrerinnen"],
    ["Student", "Studentin", "Studentinnen"],
    ["Praktikant", "Praktikantin", "Praktikantinnen"],
    ["Polizist", "Polizistin", "Polizistinnen"],
    ["Autor", "Autorin", "Autorinnen"],
    ["Ingenieur", "Ingenieurin", "Ingenieurinnen"],
  ])("are one word with those for women: %s", (...words) => {
    expect(new Set(words.flatMap(stemsOf)).size).toBe(1);
  });

  it.each(["Mitglieder:innen", "Mitglieder*innen", "Mitglieder_innen", "Mitglieder/innen"])(
    "are met as they are written for all: %s",
    (written) => {
      expect(stemsOf(written)).toContain(stemsOf("Mitglieder")[0]);
      expect(stemsOf(written)).not.toContain(stemsOf("innen")[0]);
    },
  );

  it("leave the word innen alone where it stands by itself", () => {
    expect(stemsOf("Von innen: die Tür")).toContain(stemsOf("innen")[0]);
  });

  it.each(["berlin", "medizin", "benzin", "termin", "magazin", "darin", "herein"])("leave %s alone", (word) => {
    expect(withoutNounEnding(word)).toBe(word);
  });
});

describe("German nouns in -nis", () => {
  it.each([
    ["Ergebnis", "Ergebnisse", "Ergebnisses", "Ergebnissen"],
    ["Zeugnis", "Zeugnisse", "Zeugnissen"],
  ])("are one word in all forms: %s", (...words) => {
    expect(new Set(words.flatMap(stemsOf)).size).toBe(1);
  });

  it.each(["wissen", "bissen", "narzisse"])("leave %s alone", (word) => {
    expect(withoutNounEnding(word)).toBe(word);
  });
});
