import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normalizeKey, parseCitation, requireCitation } from "../../../src/answering/citing/citation.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { keysOf } from "../../../src/documents/metadata/keys.ts";
import { createCollection } from "../collection.ts";

const collection = createCollection();
let fundstelle: Fundstelle;
beforeAll(async () => {
  collection.write(
    "dorf-chronik.txt",
    [
      "Die Brücke über den Fluss wurde im Jahr 1893 aus Granit gebaut und trägt seitdem jeden Zug.",
      "Der Turm der Kirche stürzte bei einem Sturm im Herbst 1911 ein und wurde nie wieder errichtet.",
      "Die Mühle am Bach mahlte bis 1958 das Korn der Bauern aus den umliegenden Dörfern der Gegend.",
    ].join("\n\n"),
  );
  collection.write("anderes.txt", "Ein ganz anderer Text über Schafe, die auf den Wiesen am Hang weiden und blöken.");
  fundstelle = (await collection.open()).fundstelle;
}, 60_000);
afterAll(() => collection.remove());

describe("a document's key", () => {
  const letters = [..."aZ09ÄÖÜäöüßæØøœŒłŁñÉçѐ№ﬁ①_ -.—&'"];
  it("is understood as the name of its file, however that is written", () => {
    const name = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 20 }).map((all) => all.join(""));
    fc.assert(
      fc.property(name, fc.constantFrom("NFC", "NFD"), (stem, form) => {
        const key = keysOf([`${stem}.txt`], new Map()).get(`${stem}.txt`);
        expect(normalizeKey(stem.normalize(form)) || "document").toBe(key);
      }),
    );
  });
});

describe("an id", () => {
  it.each([
    "DORF-CHRONIK:2",
    " [dorf-chronik:2] ",
    "`dorf-chronik:2`",
    "dorf_chronik : 2",
    "dorf–chronik:2",
    "Dorf Chronik, Absatz 2",
    "dorfchronik:2",
    "dorf\\-chronik:¶2",
    "„dorf-chronik:2“",
  ])("is understood as %s", async (spelling) => {
    const found = await fundstelle.lookUp(requireCitation(spelling));
    expect(found.citation).toBe("dorf-chronik:2");
  });

  it.each([
    ["dorf-chronk:2", "dorf-chronik:2"],
    ["dof-chronik:2", "dorf-chronik:2"],
    ["dorf-chronik:9", "dorf-chronik:3"],
    ["dorf-chronik:2b", "dorf-chronik:2"],
  ])("that is nearly right (%s) is answered with %s", async (typed, suggested) => {
    const looked = fundstelle.lookUp(requireCitation(typed));
    await expect(looked).rejects.toMatchObject({
      code: "citation-unknown",
      remedy: expect.stringContaining(suggested),
    });
  });
});

describe("reading a document", () => {
  it("marks the paragraph that was asked for, on its page", async () => {
    const page = await fundstelle.read("Dorf_Chronik", { around: { paragraph: 3 }, charsPerPage: 120 });
    expect(page).toMatchObject({ page: 3, pages: 3, marked: { paragraph: 3 } });
    await expect(fundstelle.read("dorf-chronk")).rejects.toMatchObject({
      remedy: expect.stringContaining("dorf-chronik"),
    });
  });
});

describe("what is no citation", () => {
  it.each([
    "",
    "dorf-chronik",
    "dorf-chronik:",
    ":7",
    "7",
    "dorf-chronik:7@xyz",
    "https://example.org/",
    "x".repeat(5_000),
  ])("is not taken for one: %s", (text) => expect(parseCitation(text)).toBeUndefined());
});
