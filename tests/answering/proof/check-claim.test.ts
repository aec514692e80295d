import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import type { DocumentOnDisk } from "../../../src/answering/citing/catalogue.ts";
import { type CitedWords, checkClaim } from "../../../src/answering/proof/check-claim.ts";
import type { Claim } from "../../../src/answering/proof/claims/claim.ts";
import { Collection } from "../../../src/app/collection/collection.ts";
import type { Passage } from "../../../src/documents/document.ts";
import { temporaryFolder } from "../../support/program.ts";

const bridge = "Die Brücke über den Fluss wurde im Jahr 1893 aus Granit gebaut und trägt seitdem jeden Zug.";
const rule = "Die Brücke trägt Züge, Wagen und Fußgänger, solange der Fluss nicht über das Ufer tritt.";
const announced = "Verboten ist dort außerdem:";
const list = Array.from(
  { length: 20 },
  (_, n) =>
    `- Feuer ${n + 1} auf der Brücke und an ihren beiden Ufern, zu welcher Zeit des Jahres und von wem auch immer`,
);
const chronicle = ["Chronik", bridge, `${rule} ${announced}`, list.join("\r\n")].join("\r\n\r\n");
const page = `<!doctype html><title>The tower</title><h1>The tower</h1><h2 id="fall">Its fall</h2><p>The tower of the church fell down in a storm in the autumn of 1911 and was never built again.</p>`;

const folder = temporaryFolder();
let chronicleOnDisk: DocumentOnDisk;
let pageOnDisk: DocumentOnDisk;
beforeAll(async () => {
  const seeds = path.join(folder.path, "seeds");
  mkdirSync(seeds);
  writeFileSync(path.join(seeds, "chronik.txt"), chronicle);
  writeFileSync(path.join(seeds, "tower.html"), page);
  const collection = await Collection.open(seeds, createLexicon(emptyLexicon()));
  chronicleOnDisk = await collection.reread("chronik.txt");
  pageOnDisk = await collection.reread("tower.html");
}, 60_000);
afterAll(() => folder.remove());

const sha256 = (words: string) => createHash("sha256").update(words).digest("hex");
const wordsOf = ({ document }: DocumentOnDisk, { range }: Pick<Passage, "range">) =>
  document.canonicalText.slice(range.start, range.end);

/** The passage or paragraph that has the words and no others. */
function placeOf(disk: DocumentOnDisk, words: string, among: readonly Passage[] = disk.passages): Passage {
  const found = among.find((passage) => wordsOf(disk, passage) === words);
  if (found === undefined) throw new Error(`No passage is ${words}`);
  return found;
}

interface Checked {
  readonly disk?: DocumentOnDisk;
  readonly passage: Passage;
  readonly claim?: Partial<Claim>;
  /** What the index says, where that is not what the file says. */
  readonly cited?: Partial<CitedWords>;
}

function checked({ disk = chronicleOnDisk, passage, claim, cited }: Checked) {
  return checkClaim(
    { label: "chronik:2", quotes: [], ...claim },
    { document: disk.document, passage, text: wordsOf(disk, passage), isInPlace: true, ...cited },
    disk,
  );
}

/** What fails, with what was found instead. */
function failing(all: Checked) {
  return Object.fromEntries(
    checked(all)
      .checks.filter(({ holds }) => !holds)
      .map(({ name, found }) => [name, found]),
  );
}

describe("what a claim is checked for", () => {
  it("is every fact that a plain text has, and where it stands is told whole", () => {
    const passage = placeOf(chronicleOnDisk, bridge);
    const fingerprint = sha256(bridge).slice(0, 12);
    const fileSha256 = sha256(chronicle);
    const { checks, location, unchecked } = checked({
      passage,
      claim: {
        reference: { documentKey: "chronik", paragraph: 2, fingerprint },
        file: "chronik.txt",
        range: passage.range,
        highlight: passage.range,
        fileSha256,
        quotes: [{ readings: [bridge], compared: "exact" }],
        stated: { paragraph: 2 },
        shown: { parts: ["Absatz 2", "Dorfblatt"], links: [] },
        unchecked: ["mood"],
      },
    });
    expect(checks).toEqual(
      [
        ...["document", "file-hash", "text-hash", "place", "range", "bytes", "lines", "fingerprint", "quote"],
        ...["highlight", "paragraph", "paragraph"],
      ].map((name) => ({ name, holds: true })),
    );
    expect(unchecked).toEqual(["mood", "Dorfblatt"]);
    expect(location).toEqual({
      citation: `chronik:2@${fingerprint}`,
      file: "chronik.txt",
      parser: chronicleOnDisk.document.parser,
      range: { start: 11, end: 11 + bridge.length },
      bytes: { start: 11, end: 11 + Buffer.byteLength(bridge) },
      lines: { first: 3, last: 3 },
      headingPath: [],
      fileSha256,
      textSha256: fileSha256,
      quoteSha256: sha256(bridge),
      text: bridge,
    });
  });

  it("leaves out bytes and lines where the text is not the file's, and tells anchor, section and page", () => {
    const [passage] = pageOnDisk.passages;
    if (passage === undefined) throw new Error("Nothing was read");
    const { checks, location, unchecked } = checked({
      disk: pageOnDisk,
      passage: { ...passage, page: 4, lastPage: 5 },
    });
    expect(checks.map(({ name }) => name)).toEqual(["document", "file-hash", "text-hash", "place", "range"]);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(location).toEqual({
      citation: `tower:${passage.paragraph}@${sha256(wordsOf(pageOnDisk, passage)).slice(0, 12)}`,
      file: "tower.html",
      parser: pageOnDisk.document.parser,
      range: passage.range,
      page: 4,
      lastPage: 5,
      headingPath: passage.headingPath,
      anchor: "fall",
      fileSha256: sha256(page),
      textSha256: sha256(pageOnDisk.document.canonicalText),
      quoteSha256: sha256(wordsOf(pageOnDisk, passage)),
      text: wordsOf(pageOnDisk, passage),
    });
    expect(location.headingPath).toContain("Its fall");
  });

  it("has to be the same document, file and text as in the index and in the claim", () => {
    const passage = placeOf(chronicleOnDisk, bridge);
    const { fileSha256, textSha256 } = chronicleOnDisk.document;
    const other = "0".repeat(64);
    expect(failing({ passage, claim: { file: "anderes.txt" } })).toEqual({ document: "chronik.txt" });
    expect(failing({ passage, claim: { fileSha256: other } })).toEqual({ "file-hash": fileSha256 });
    expect(failing({ passage, cited: { document: { fileSha256: other, textSha256 } } })).toEqual({
      "file-hash": fileSha256,
    });
    expect(failing({ passage, cited: { document: { fileSha256, textSha256: other } } })).toEqual({
      "text-hash": textSha256,
    });
  });

  it("has to be the same characters, bytes and lines", () => {
    const passage = placeOf(chronicleOnDisk, bridge);
    const { start, end } = passage.range;
    const range = `${start}–${end}`;
    expect(failing({ passage, claim: { range: { start, end } } })).toEqual({});
    expect(failing({ passage, claim: { range: { start: start + 1, end } } })).toEqual({ range });
    expect(failing({ passage, claim: { range: { start, end: end - 1 } } })).toEqual({ range });
    expect(failing({ passage, cited: { text: rule } })).toEqual({ range });
    const { bytes } = passage;
    const shifted = { start: bytes.start - 1, end: bytes.end - 1 };
    expect(failing({ passage: { ...passage, bytes: shifted } })).toEqual({ bytes: `${shifted.start}–${shifted.end}` });
    const other = placeOf(chronicleOnDisk, rule).bytes;
    expect(failing({ passage: { ...passage, bytes: other } })).toEqual({
      bytes: `${other.start}–${other.end}`,
      lines: "3–3",
    });
    const longer = { start: bytes.start, end: other.end };
    expect(failing({ passage: { ...passage, bytes: longer } })).toEqual({
      bytes: `${longer.start}–${longer.end}`,
      lines: "3–3",
    });
    const earlier = { start: bytes.start, end: other.end };
    expect(failing({ passage: { ...placeOf(chronicleOnDisk, rule), bytes: earlier } })).toEqual({
      bytes: `${earlier.start}–${earlier.end}`,
      lines: "5–5",
    });
  });

  it("has to be the words of the fingerprint and of the quotes", () => {
    const passage = placeOf(chronicleOnDisk, bridge);
    const reference = { documentKey: "chronik", paragraph: 2 };
    const own = sha256(bridge).slice(0, 12);
    expect(failing({ passage, claim: { reference: { ...reference, fingerprint: own } } })).toEqual({});
    expect(failing({ passage, claim: { reference: { ...reference, fingerprint: "0123abcd" } } })).toEqual({
      fingerprint: own,
    });
    expect(
      failing({ passage, claim: { reference, quotes: [{ readings: [bridge, rule], compared: "exact" }] } }),
    ).toEqual({});
    const quotes: Claim["quotes"] = [
      { readings: [bridge], compared: "exact" },
      { readings: [rule], compared: "shown" },
    ];
    expect(failing({ passage, claim: { quotes } })).toEqual({ quote: bridge });
    const sentences = placeOf(chronicleOnDisk, `${rule} ${announced}`, chronicleOnDisk.paragraphs);
    for (const sentence of [rule, announced]) {
      const one: Claim["quotes"] = [{ readings: [sentence], compared: "exact" }];
      expect(failing({ passage: sentences, claim: { quotes: one } }), sentence).toEqual({});
    }
  });

  it("has to mark words of its own", () => {
    const passage = placeOf(chronicleOnDisk, bridge);
    const { start, end } = passage.range;
    expect(failing({ passage, claim: { highlight: { start: start + 4, end: end - 4 } } })).toEqual({});
    for (const highlight of [
      { start: start - 1, end },
      { start, end: end + 1 },
      { start: start - 2, end: start - 1 },
      { start: start + 4, end: start + 4 },
      { start: start + 5, end: start + 4 },
    ]) {
      expect(Object.keys(failing({ passage, claim: { highlight } })), JSON.stringify(highlight)).toEqual(["highlight"]);
    }
  });
});

describe("the place of a claim", () => {
  it("is a passage that leaves out what its paragraph announces", () => {
    const divided = placeOf(chronicleOnDisk, rule);
    expect(chronicleOnDisk.paragraphs.map((one) => wordsOf(chronicleOnDisk, one))).not.toContain(rule);
    expect(failing({ passage: divided })).toEqual({});
    expect(Object.keys(failing({ passage: divided, cited: { isInPlace: false } }))).toEqual(["place"]);
    for (const other of [{ paragraph: 2 }, { lastParagraph: 4 }, { part: "b" }]) {
      const passage = { ...divided, ...other };
      expect(Object.keys(failing({ passage })), JSON.stringify(other)).toEqual(["place"]);
    }
  });

  it("is a paragraph, whole, whether or not it is a passage", () => {
    const { paragraphs } = chronicleOnDisk;
    const whole = placeOf(chronicleOnDisk, `${rule} ${announced}`, paragraphs);
    expect(failing({ passage: whole })).toEqual({});
    const { start } = whole.range;
    const sentence = placeOf(chronicleOnDisk, rule);
    const { range, bytes } = sentence;
    expect(range.start).toBe(start);
    const cut = { range: { start, end: range.end - 1 }, bytes: { start: bytes.start, end: bytes.end - 1 } };
    expect(failing({ passage: { ...whole, ...cut } })).toEqual({
      place: `chronik:3@${sha256(rule.slice(0, -1)).slice(0, 12)}`,
    });
    const nowhere = failing({ passage: { ...whole, paragraph: 99 } });
    expect(Object.keys(nowhere)).toEqual(["place"]);
    expect(Object.values(nowhere)[0]).toMatch(/^chronik:99@/);
  });
});
