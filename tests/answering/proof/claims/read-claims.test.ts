import { describe, expect, it } from "vitest";
import type { Claim } from "../../../../src/answering/proof/claims/claim.ts";
import { readClaims } from "../../../../src/answering/proof/claims/read-claims.ts";

const read = (text: string) => readClaims(text, (key) => ["d", "e", "f"].includes(key));

function named(label: string, others: Partial<Claim> = {}): Claim {
  const [, documentKey = "", paragraph] = /^(.*):(\d+)/u.exec(label) ?? [];
  return { label, reference: { documentKey, paragraph: Number(paragraph) }, quotes: [], ...others };
}

const shown = (...readings: readonly string[]): Claim["quotes"] => [{ readings, compared: "shown" }];

/** In which list each citation of a line stands, by what is claimed of it. */
const listsOf = (line: string) =>
  read(`> A\nd:9@0123456789ab\n${line}`)
    .slice(1)
    .map(({ isLookUp, quotes }) => (isLookUp === true ? "similar" : quotes.length > 0 ? "elsewhere" : undefined));

describe("a text", () => {
  it("is read as JSON, as a list of citations, or as a message", () => {
    expect(read('["d:1"]')).toEqual([named("d:1", { isLookUp: true })]);
    expect(read("\uFEFFd:1\r\n\n  x:2  \rnichts\n")).toStrictEqual([
      named("d:1", { isLookUp: true }),
      named("x:2", { isLookUp: true }),
      { label: "nichts", quotes: [], isLookUp: true },
    ]);
    expect(read("Siehe d:1\r\nund x:2\rund e:2")).toEqual([
      named("d:1", { isLookUp: false }),
      named("e:2", { isLookUp: false }),
    ]);
  });

  it.each(["Um 11:57 geschah nichts.", "", " \n"])("without a citation is refused: %j", (text) => {
    let thrown: unknown;
    try {
      read(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({
      code: "citation-invalid",
      message: "There is no citation to verify.",
      remedy: expect.stringContaining("ask --json"),
    });
  });
});

describe("a message", () => {
  it("claims the quote of each citation, and the line of the source of the first of a line", () => {
    expect(read("> A\n-# **Titel** · Absatz 1 · d:1 · e:2")).toEqual([
      named("d:1", { quotes: shown("A"), isLookUp: false, shown: { title: "Titel", parts: ["Absatz 1"], links: [] } }),
      named("e:2", { isLookUp: false }),
    ]);
    expect(read("\uFEFF1 · Titel\nA\nS. 1 · d:1")).toMatchObject([{ label: "d:1", quotes: shown("A") }]);
    expect(read("„A\uFEFFb“ (d:1)")).toStrictEqual([named("d:1", { quotes: shown("A\uFEFFb"), isLookUp: false })]);
    expect(read("**Titel** · e:2\n> A\nS. 1 · d:1")[1]?.shown).toEqual({ parts: ["S. 1"], links: [] });
  });

  it("only looks up what stands inside of a quote", () => {
    expect(read("    d:1 dort\n  > e:2 dort\n   f:3 dort").map(({ isLookUp }) => isLookUp)).toEqual([
      true,
      true,
      false,
    ]);
    expect(read("Dort    d:1 > e:2").map(({ isLookUp }) => isLookUp)).toEqual([false, false]);
  });

  it.each(["d:1 … e:2", "d:1 ... e:2", "`d:1` – `e:2`", "d:1 - e:2", "Seite 1: `d:1`…`e:2` davon"])(
    "quotes nothing where it says from where to where to read: %s",
    (line) => {
      expect(read(`> A\n${line}`)).toEqual([named("d:1", { isLookUp: true }), named("e:2", { isLookUp: true })]);
    },
  );

  it.each(["d:1, e:2", "d:1 und … e:2", "d:1 … und e:2", "d:1 e:2"])("quotes as ever otherwise: %s", (line) => {
    expect(read(`> A\n${line}`)[0]).toMatchObject({ label: "d:1", quotes: shown("A"), isLookUp: false });
  });

  it("claims of a file's hash that it is the hash of the first citation's file, and quotes nothing there", () => {
    const hash = "0123456789ABCDEF".repeat(4);
    for (const line of [`d:1 SHA-256 ${hash}`, `d:1 · sha-256 \`${hash}\` (e:2)`]) {
      expect(read(`> A\n${line}`)[0], line).toEqual(named("d:1", { fileSha256: hash.toLowerCase() }));
    }
    expect(read(`> A\nd:1 und e:2 mit SHA-256 ${hash}`)[1]).toEqual(named("e:2", { isLookUp: false }));
    for (const line of [`d:1 SHA-256 ${hash}0`, `d:1 SHA-256 ${hash.slice(1)}`, `d:1 xSHA-256 ${hash}`]) {
      expect(read(`> A\n${line}`)[0], line).not.toHaveProperty("fileSha256");
    }
  });
});

describe("a list of other places", () => {
  it("claims the words and the fingerprint of what was cited before", () => {
    const pinned = { documentKey: "e", paragraph: 2, fingerprint: "0123456789ab" };
    expect(read("> A\nd:1@0123456789ab · x\nAuch in e:2, f:3@ffffffff")).toEqual([
      expect.objectContaining({ label: "d:1@0123456789ab", quotes: shown("A") }),
      { label: "e:2", reference: pinned, quotes: shown("A") },
      {
        label: "f:3@ffffffff",
        reference: { documentKey: "f", paragraph: 3, fingerprint: "ffffffff" },
        quotes: shown("A"),
      },
    ]);
    expect(read("> A\nd:1 · x\nAuch in e:2")).toEqual([expect.anything(), named("e:2", { quotes: shown("A") })]);
    expect(read("Also in d:1 and elsewhere")).toStrictEqual([named("d:1")]);
    expect(read("„A“ (e:2)\nAuch in d:1")[1]?.quotes).toEqual(shown("A"));
  });

  it("of what is similar claims nothing but the places, whatever is quoted beside them", () => {
    expect(read("> A\nd:1 · x\nÄhnlich in e:2, „B“ (f:3)")).toEqual([
      expect.anything(),
      named("e:2", { isLookUp: true }),
      named("f:3", { quotes: shown("B"), isLookUp: false }),
    ]);
    for (const list of ["Auch in", "Ähnlich in"]) {
      const [, beside] = read(`> A\nd:1 · x\n${list} „B“ e:2`);
      expect(beside).toEqual(named("e:2", { quotes: shown("B"), isLookUp: false }));
    }
  });

  it.each([
    ["Ebenso in `d:1`, `e:2@abcdef12` · Ähnlich in `f:3`", ["elsewhere", "elsewhere", "similar"]],
    ["Also in d:1,e:2", ["elsewhere", "elsewhere"]],
    ["  auch in d:1", ["elsewhere"]],
    ["· also in d:1", ["elsewhere"]],
    ["Much the same in d:1", ["similar"]],
    ["Also in d:1 · Much the same in e:2 · f:3", ["elsewhere", "similar", undefined]],
    ["Also in d:1 · dort: e:2, f:3", ["elsewhere", undefined, undefined]],
    ["Auch inseln d:1", [undefined]],
    ["Das steht auch in d:1", [undefined]],
    ["Auch in \\`d:1\\` und (e:2)", ["elsewhere", undefined]],
    ["Auch in x(d:1)", [undefined]],
    ["**Titel** · Much the same in d:1 · Also in x, e:2", ["similar", "elsewhere"]],
  ])("begins a line or stands behind a dot: %s", (line, kinds) => {
    expect(listsOf(line)).toEqual(kinds);
  });
});
