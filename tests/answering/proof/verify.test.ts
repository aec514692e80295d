import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import type { Catalogue } from "../../../src/answering/citing/catalogue.ts";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { fingerprintOf, sha256Of } from "../../../src/answering/citing/fingerprint.ts";
import type { Claim } from "../../../src/answering/proof/claims/claim.ts";
import { verify } from "../../../src/answering/proof/verify.ts";
import { createCatalogue } from "../../../src/app/collection/catalogue.ts";
import { Collection } from "../../../src/app/collection/collection.ts";
import type { PassageIndex } from "../../../src/search/passage-index.ts";
import { indexed, textsOf } from "../../support/indexed.ts";
import { temporaryFolder } from "../../support/program.ts";

const bridge = "Die Brücke über den Fluss wurde im Jahr 1893 aus Granit gebaut und trägt seitdem jeden Zug.";
const tower = "Der Turm der Kirche stürzte bei einem Sturm im Herbst 1911 ein und wurde nie wieder errichtet.";
const mill = "Die Mühle am Bach mahlte bis 1958 das Korn der Bauern aus den umliegenden Dörfern der Gegend.";
const forge = "Die Schmiede am Markt beschlug bis 1961 die Pferde der Bauern und der Gäste aus der Stadt.";
const inn = "Das Wirtshaus an der Straße schenkte bis 1970 jeden Abend das Bier der Brauerei im Tal aus.";
const village = [bridge, tower, mill, forge, inn].join("\n\n");
/** What is before the first letter with marks has the same bytes in many encodings. */
const tomb = "Das Grab des Grafen wurde im Herbst 1911 ausgegraben und nie wieder verschlossen, wie man sagt.";
const field = `${tomb}\n\n${mill}`;

const folder = temporaryFolder();
afterAll(() => folder.remove());
const lexicon = createLexicon(emptyLexicon());

interface Opened {
  readonly index: PassageIndex;
  readonly catalogue: Catalogue;
  /** The files that were read again, in their order. */
  readonly reread: readonly string[];
}

/** Documents that were indexed, and their files as they have become since; undefined: gone. */
async function opened(
  files: Readonly<Record<string, string>>,
  since: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<Opened> {
  const seeds = mkdtempSync(path.join(folder.path, "seeds-"));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(seeds, file), text);
  const collection = await Collection.open(seeds, lexicon);
  const inputs = await Promise.all(collection.listing.files.map((file) => collection.input(file)));
  const { index } = indexed(inputs, lexicon);
  for (const [file, text] of Object.entries(since)) {
    if (text === undefined) rmSync(path.join(seeds, file));
    else writeFileSync(path.join(seeds, file), text);
  }
  const outlines = {
    keep: async () => undefined,
    read: async () => undefined,
    isDamaged: async () => false,
    removeOthers: async () => undefined,
  };
  const catalogue = createCatalogue(collection, { indexed: () => index.documents(), texts: textsOf(inputs), outlines });
  const reread: string[] = [];
  return {
    index,
    catalogue: {
      ...catalogue,
      reread: (file) => {
        reread.push(file);
        return catalogue.reread(file);
      },
    },
    reread,
  };
}

function claimOf(citation: string, others: Partial<Claim> = {}): Claim {
  return { label: citation, reference: requireCitation(citation), quotes: [], ...others };
}

const exactly = (words: string): Claim["quotes"] => [{ readings: [words], compared: "exact" }];

async function proofOf({ index, catalogue }: Opened, claim: Claim) {
  const [proof] = await verify(index, catalogue, [claim]);
  if (proof === undefined) throw new Error("Nothing was proven");
  const failing = proof.checks.filter(({ holds }) => !holds).map(({ name }) => name);
  return { ...proof, failing };
}

describe("claims", () => {
  it("are checked in their order, each file read once", async () => {
    const { index, catalogue, reread } = await opened({ "dorf.txt": village, "feld.txt": field });
    const named = ["dorf:1", "feld:1", "dorf:2", "nichts", "feld:1"];
    const claims = named.map((label) => (label === "nichts" ? { label, quotes: [] } : claimOf(label)));
    const proofs = await verify(index, catalogue, claims);
    expect(proofs.map(({ claim }) => claim)).toEqual(named);
    expect(reread).toEqual(["dorf.txt", "feld.txt"]);
    expect(proofs[3]).toEqual({ claim: "nichts", state: "invalid", checks: [] });
    expect(await verify(index, catalogue, [])).toEqual([]);
  });

  it("are compared with files that are there, whatever has become of the others", async () => {
    const { index, catalogue } = await opened({ "dorf.txt": village, "feld.txt": field }, { "dorf.txt": undefined });
    const proofs = await verify(index, catalogue, [claimOf("dorf:1"), claimOf("feld:1", { quotes: exactly(tomb) })]);
    expect(proofs[0]).toEqual({
      claim: "dorf:1",
      state: "failed",
      checks: [{ name: "document", holds: false, found: expect.stringContaining("dorf.txt") }],
    });
    expect(proofs[1]?.state).toBe("proven");
  });

  it("hide no error of the program's own", async () => {
    const { index, catalogue } = await opened({ "dorf.txt": village });
    const broken = { ...catalogue, reread: () => Promise.reject(new TypeError("not a function")) };
    await expect(verify(index, broken, [claimOf("dorf:1")])).rejects.toThrow("not a function");
  });

  it("prove nothing of documents that whoever asks may not see", async () => {
    const { index, catalogue } = await opened({ "dorf.txt": village, "dorf-alt.txt": village });
    const filter = { keys: ["dorf-alt"] };
    const [hidden] = await verify(index, catalogue, [claimOf("dorf:2", { quotes: exactly(tower) })], { filter });
    expect(hidden?.state).toBe("unknown");
    const instead = hidden?.instead ?? [];
    expect(instead).toHaveLength(3);
    expect(new Set(instead.map((citation) => citation.split(":")[0]))).toEqual(new Set(["dorf-alt"]));
    const [seen] = await verify(index, catalogue, [claimOf("dorf:2", { quotes: exactly(tower) })]);
    expect(seen?.state).toBe("proven");
  });
});

describe("words that are not at the place of a citation", () => {
  it("have changed where others stand, whose citation is told", async () => {
    const edited = await opened({ "dorf.txt": village.replace("1911", "1912") });
    const claim = claimOf(`dorf:2@${fingerprintOf(tower)}`);
    expect(await proofOf(edited, claim)).toEqual({
      claim: claim.label,
      state: "changed",
      checks: [],
      failing: [],
      instead: ["dorf:2"],
    });
  });

  it("are gone or unknown where there is no such place, and three nearby are told", async () => {
    const shortened = await opened({ "dorf.txt": village });
    const gone = claimOf(`dorf:6@${fingerprintOf("Der Zug fährt ab.")}`);
    const nearby = { checks: [], failing: [], instead: ["dorf:5", "dorf:4", "dorf:3"] };
    expect(await proofOf(shortened, gone)).toEqual({ claim: gone.label, state: "gone", ...nearby });
    expect(await proofOf(shortened, claimOf("dorf:6"))).toEqual({ claim: "dorf:6", state: "unknown", ...nearby });
  });

  it("have moved where they stand elsewhere, whatever is said of their place", async () => {
    const added = await opened({ "dorf.txt": `Ein Absatz, der neu an den Anfang des Textes kam.\n\n${village}` });
    const claim = claimOf(`dorf:2@${fingerprintOf(tower)}`, {
      file: "chronik.txt",
      range: { start: 1, end: 2 },
      highlight: { start: 1, end: 2 },
      fileSha256: "0".repeat(64),
      stated: { paragraph: 2 },
      shown: { parts: ["Absatz 2", "Dorfblatt"], links: [] },
      quotes: exactly(tower),
      unchecked: ["mood"],
    });
    const proof = await proofOf(added, claim);
    expect(proof).toMatchObject({ state: "moved", failing: ["place"], unchecked: ["mood"] });
    expect(proof.location?.citation).toBe(`dorf:3@${fingerprintOf(tower)}`);
    expect(proof.checks.map(({ name }) => name)).toEqual([
      "document",
      "file-hash",
      "text-hash",
      "place",
      "range",
      "bytes",
      "lines",
      "fingerprint",
      "quote",
    ]);
    expect(await proofOf(added, { ...claim, quotes: exactly(mill) })).toMatchObject({
      state: "failed",
      failing: ["place", "quote"],
    });
  });
});

describe("words at the place of a citation", () => {
  it.each<[string, string, Partial<Claim>]>([
    ["proven", `@${fingerprintOf(tomb)}`, {}],
    ["proven", "", { quotes: exactly(tomb) }],
    ["proven", "", { fileSha256: sha256Of(field) }],
    ["proven", "", { isLookUp: true }],
    ["unquoted", "", { isLookUp: false }],
    ["unquoted", "", {}],
    ["unquoted", "", { file: "feld.txt", stated: { paragraph: 1 } }],
    ["failed", "", { quotes: exactly(mill) }],
    ["failed", `@${fingerprintOf(tomb)}`, { quotes: exactly(mill) }],
    ["failed", "", { isLookUp: true, stated: { paragraph: 9 } }],
  ])("are %s, of feld:1%s with %j", async (state, fingerprint, others) => {
    const proof = await proofOf(await opened({ "feld.txt": field }), claimOf(`feld:1${fingerprint}`, others));
    expect(proof.state).toBe(state);
    expect(proof).not.toHaveProperty("unchecked");
    expect(proof.location?.text).toBe(tomb);
  });

  it("name what was not checked of them", async () => {
    const claim = claimOf("feld:1", { quotes: exactly(tomb), unchecked: ["mood"] });
    expect(await proofOf(await opened({ "feld.txt": field }), claim)).toMatchObject({
      state: "proven",
      unchecked: ["mood"],
    });
  });

  it("have moved where their file is another and they are pinned, and the others are not theirs", async () => {
    const encoded = await opened({ "feld.txt": field }, { "feld.txt": Buffer.from(field, "latin1") });
    const pinned = claimOf(`feld:1@${fingerprintOf(tomb)}`);
    expect(await proofOf(encoded, pinned)).toMatchObject({ state: "moved", failing: ["file-hash"] });
    expect(await proofOf(encoded, claimOf("feld:1", { quotes: exactly(tomb) }))).toMatchObject({
      state: "failed",
      failing: ["file-hash"],
    });
    expect(await proofOf(encoded, { ...pinned, quotes: exactly(mill) })).toMatchObject({
      state: "failed",
      failing: ["file-hash", "quote"],
    });
    const rewritten = await opened({ "feld.txt": field }, { "feld.txt": field.replace(tomb, bridge) });
    expect((await proofOf(rewritten, pinned)).state).toBe("failed");
  });
});
