import { expect, it } from "vitest";
import { parseAuthors, parseMakers } from "../../../src/documents/metadata/authors.ts";

it.each([
  [["Anna Meier, Bernd Kunz"], ["Anna Meier", "Bernd Kunz"]],
  [["Meier, Anna"], ["Meier, Anna"]],
  [["Meier, Anna; Kunz, Bernd"], ["Meier, Anna", "Kunz, Bernd"]],
  [["Anna Meier und Bernd Kunz"], ["Anna Meier", "Bernd Kunz"]],
  [["By Anna Meier, Bernd Kunz and Carla Abel"], ["Anna Meier", "Bernd Kunz", "Carla Abel"]],
  [["Anna Meier <anna@example.org>"], ["Anna Meier"]],
  [["Anna Meier", "Anna  Meier"], ["Anna Meier"]],
  [["Ju\u0308rgen", "J\u00fcrgen"], ["J\u00fcrgen"]],
  [["https://example.org/anna", "@anna", "(anonymous)", "python-docx", "admin", "N/A", "  ", undefined], []],
])("%j names %j", (stated, authors) => {
  expect(parseAuthors(stated)).toEqual(authors);
});

it.each([
  ["anna.meier", []],
  ["Anna.Meier2", []],
  ["A. Meier; B.Kunz; Bernd Kunz", ["A. Meier", "B.Kunz", "Bernd Kunz"]],
  ["Anna Meier", ["Anna Meier"]],
  ["meiera; ameier01; mei0042; HAFEN\\\\meiera; User1", []],
  ["iText", []],
  ["pdfTeX-1.40.21; LaTeX with hyperref; PScript5.dll Version 5.2.2; Adobe InDesign CS6; Mozilla Firefox", []],
  ["RICOH MP C3003; Xerox WorkCentre 7835; Canon iR-ADV C5235; Scanner; DELL; HP; Windows User", []],
  [
    "Bruder Anselm; Brother Roger; Michael Dell; Texas Instruments; bell hooks; WHO; Stadt Köln",
    ["Bruder Anselm", "Brother Roger", "Michael Dell", "Texas Instruments", "bell hooks", "WHO", "Stadt Köln"],
  ],
])("takes no account, program or device for an author: %j", (stated, authors) => {
  expect(parseMakers([stated])).toEqual(authors);
});
