import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { createCollection } from "../collection.ts";

const bridge = "Die Brücke über den Fluss wurde im Jahr 1893 aus Granit gebaut und trägt seitdem jeden Zug.";
const tower = "Der Turm der Kirche stürzte bei einem Sturm im Herbst 1911 ein und wurde nie wieder errichtet.";
const mill = "Die Mühle am Bach mahlte bis 1958 das Korn der Bauern aus den umliegenden Dörfern der Gegend.";
const article = [bridge, tower, mill].join("\n\n");

let collection: ReturnType<typeof createCollection>;
beforeEach(() => {
  collection = createCollection();
  collection.write("dorf-chronik.txt", article);
  collection.write("anderes.txt", "Ein ganz anderer Text über Schafe, die auf den Wiesen am Hang weiden und blöken.");
});
afterEach(() => collection.remove());

async function open(): Promise<Fundstelle> {
  return (await collection.open()).fundstelle;
}

/** The citation with fingerprint of the passage that holds the words. */
async function cited(citation: string): Promise<string> {
  const { fingerprint } = await (await open()).lookUp(requireCitation(citation));
  return `${citation}@${fingerprint}`;
}

async function stateOf(fundstelle: Fundstelle, citation: string) {
  const [proof] = await fundstelle.verify([{ label: citation, reference: requireCitation(citation), quotes: [] }]);
  return proof;
}

describe("a citation with a fingerprint", () => {
  it("is found where a paragraph above moved it to", async () => {
    const old = await cited("dorf-chronik:2");
    collection.write("dorf-chronik.txt", `Ein neuer Absatz, der nun ganz am Anfang des Textes steht.\n\n${article}`);
    const fundstelle = await open();
    expect(await fundstelle.lookUp(requireCitation(old))).toMatchObject({
      state: "moved",
      citation: "dorf-chronik:3",
      text: tower,
    });
    const proof = await stateOf(fundstelle, old);
    expect(proof).toMatchObject({ state: "moved", location: { citation: old.replace(":2@", ":3@") } });
    // The new citation is as good as the old one was.
    expect(await stateOf(fundstelle, proof?.location?.citation ?? "")).toMatchObject({ state: "proven" });
    // Without a fingerprint the id means whatever stands there now.
    expect(await fundstelle.lookUp(requireCitation("dorf-chronik:2"))).toMatchObject({ state: "same", text: bridge });
  });

  it("has moved as well where the whole answer is checked that named its place", async () => {
    const before = renderAnswerJson(await (await open()).ask("Wann stürzte der Turm der Kirche ein?", { limit: 1 }));
    collection.write("neu.txt", `Ein neuer Absatz, der nun ganz am Anfang des Textes steht.\n\n${article}`);
    collection.delete("dorf-chronik.txt");
    const fundstelle = await open();
    const [proof] = await fundstelle.verify(readClaims(before, () => true));
    expect(proof).toMatchObject({ claim: "dorf-chronik:2", state: "moved", location: { file: "neu.txt" } });
    const changed = before.replace("Turm der Kirche stürzte", "Turm der Kirche fiel");
    expect(await fundstelle.verify(readClaims(changed, () => true))).toMatchObject([{ state: "failed" }]);
  });

  it("has changed where its words were edited, and shows no others", async () => {
    const old = await cited("dorf-chronik:2");
    collection.write("dorf-chronik.txt", article.replace("1911", "1912"));
    const fundstelle = await open();
    await expect(fundstelle.lookUp(requireCitation(old))).rejects.toMatchObject({ code: "document-changed" });
    await expect(fundstelle.reference(requireCitation(old))).rejects.toMatchObject({ code: "document-changed" });
    expect(await stateOf(fundstelle, old)).toMatchObject({ state: "changed", instead: ["dorf-chronik:2"] });
  });

  it("is gone where its paragraph was taken out at the end", async () => {
    const old = await cited("dorf-chronik:3");
    collection.write("dorf-chronik.txt", [bridge, tower].join("\n\n"));
    const fundstelle = await open();
    await expect(fundstelle.lookUp(requireCitation(old))).rejects.toMatchObject({ code: "citation-unknown" });
    expect(await stateOf(fundstelle, old)).toMatchObject({ state: "gone" });
  });

  it("is found in another document where its own is gone", async () => {
    const old = await cited("dorf-chronik:3");
    collection.delete("dorf-chronik.txt");
    collection.write("neue-chronik.txt", `${mill}\n\nUnd sonst steht hier noch ein zweiter Absatz mit Worten.`);
    const fundstelle = await open();
    expect(await fundstelle.lookUp(requireCitation(old))).toMatchObject({ state: "moved", citation: "neue-chronik:1" });
    collection.delete("neue-chronik.txt");
    expect(await stateOf(await open(), old)).toMatchObject({ state: "gone" });
  });

  it("is found as part of a paragraph that has grown", async () => {
    const old = await cited("dorf-chronik:2");
    collection.write("dorf-chronik.txt", article.replace(tower, `Das weiß jeder im Dorf. ${tower} Man vermisst ihn.`));
    const fundstelle = await open();
    const found = await fundstelle.lookUp(requireCitation(old));
    expect(found).toMatchObject({
      state: "moved",
      citation: "dorf-chronik:2",
      text: tower,
      fingerprint: old.split("@")[1],
    });
    const proof = await stateOf(fundstelle, old);
    expect(proof?.state).toBe("moved");
    expect(proof?.checks.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual(["place"]);
  });

  it("is found where a long paragraph is split elsewhere now", async () => {
    const sentence = (n: number) =>
      `Im Jahr ${1800 + n} geschah in der Gemeinde etwas, woran sich heute noch viele erinnern können.`;
    const long = Array.from({ length: 25 }, (_, n) => sentence(n)).join(" ");
    collection.write("dorf-chronik.txt", long);
    const old = await cited("dorf-chronik:1b");
    const { text } = await (await open()).lookUp(requireCitation(old));
    collection.write(
      "dorf-chronik.txt",
      `Ein Satz, der neu davor gekommen ist, verschiebt alles um einiges. Noch einer. ${long}`,
    );
    const found = await (await open()).lookUp(requireCitation(old));
    expect(found).toMatchObject({ state: "moved", text, fingerprint: old.split("@")[1] });
    expect(found.passage.paragraph).toBe(1);
  });
});
