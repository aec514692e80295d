import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { renderReference } from "../../../src/answering/styles/render-reference.ts";
import { renderAnswer as renderDiscordAnswer } from "../../../src/discord/render/answer-view.ts";
import { renderPassage } from "../../../src/discord/render/passage-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderAnswer } from "../../../src/terminal/render/passages/answer-text.ts";
import { renderHits } from "../../../src/terminal/render/passages/hits.ts";
import { renderLookedUp } from "../../../src/terminal/render/passages/passage.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";
import { createCollection } from "../collection.ts";

const odd =
  "- Die *alte* Brücke [über] den Fluss `wurde` 1893 **fertig**, sagt @everyone <b>laut</b>; C:\\Pfad\\_x_ kostet 5 ~Euro~ … und #mehr.";
const long = Array.from(
  { length: 14 },
  (_, n) => `Die Brücke wurde ${1900 + n} von den Maurern der Gegend mit Granit und Sandstein ausgebessert.`,
).join(" ");

const collection = createCollection();
let fundstelle: Fundstelle;
const de = messagesFor("de");
beforeAll(async () => {
  collection.write(
    "bruecken.txt",
    [odd, "Der Absatz dazwischen handelt vom Wetter im Winter und vom Eis.", long].join("\n\n"),
  );
  collection.write(
    "turm.md",
    "# Türme\n\nDer Turm, „ein *Wahrzeichen*“, fiel 1911 um 11:57 Uhr ein.\n\n## Mühlen\n\nDie Mühle steht.",
  );
  collection.write(
    "preise.md",
    "# Preise\n\n| Ware | Preis |\n|------|-------|\n| Brötchen | 40 Pfennig |\n| Krapfen | 90 Pfennig |\n\nSie sagte: »So viel«\n",
  );
  collection.write(
    "zuege.md",
    "- Abfahrt 11:57\n  - nach Nord\n1. nach Süd\n\n```\nAbfahrt um zug:57\n  Ankunft 1.2345\n```\n",
  );
  collection.write("schiff.txt", "Schiffe\n\nDie Donau\u00addampfschiffe f\u00e4hrt.");
  collection.write(
    "lohn.txt",
    "Der Lohn\n\nDer Geselle sagte: »Zu wenig Lohn«. Der Meister sagte: »Genug Lohn« und zahlte keinen Pfennig mehr aus als Lohn",
  );
  fundstelle = (await collection.open()).fundstelle;
}, 60_000);
afterAll(() => collection.remove());

async function statesOf(text: string): Promise<Record<string, string>> {
  const keys = new Set(fundstelle.sources().map(({ metadata }) => metadata.key));
  const proofs = await fundstelle.verify(readClaims(text, (key) => keys.has(key)));
  return Object.fromEntries(proofs.map(({ claim, state }) => [claim.split("@")[0], state]));
}

/** The text of a message's components as whoever reads the message has it. */
function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== "")
      .join("\n");
  if (typeof value !== "object" || value === null) return "";
  const own = "content" in value && typeof value.content === "string" ? [value.content] : [];
  return [...own, ...("components" in value ? [textOf(value.components)] : [])]
    .filter((text) => text !== "")
    .join("\n");
}

async function discordAnswer(question: string): Promise<string> {
  const answer = await fundstelle.ask(question);
  const view = {
    m: de,
    asker: "1",
    scope: { source: "", from: "", until: "" },
    previous: "",
    isPrivate: false,
    canShare: false,
    isClosest: true,
  };
  return textOf(renderDiscordAnswer({ answer, passages: answer.passages, offset: 0 }, view).components);
}

describe("what the program shows", () => {
  const styles = [
    createStyle({ isTerminal: false, noColor: true }),
    createStyle({ isTerminal: true, noColor: true, columns: 60 }),
  ];

  it.each(styles)("is proven as a terminal's answer, hits and passages ($width columns)", async (style) => {
    for (const question of [
      "Wann wurde die Brücke fertig?",
      "Wann fiel der Turm?",
      "Welchen Preis haben Krapfen?",
      "Was sagte der Meister zum Lohn?",
    ]) {
      const shown = renderAnswer(await fundstelle.ask(question), de, style);
      const states = await statesOf(shown);
      expect(Object.keys(states).length).toBeGreaterThan(0);
      expect(new Set(Object.values(states)), shown).toEqual(new Set(["proven"]));
    }
    for (const explain of [false, true]) {
      const hits = renderHits(await fundstelle.search("Brücke Granit"), de, style, { explain });
      expect(new Set(Object.values(await statesOf(hits))), hits).toEqual(new Set(["proven"]));
    }
    const prices = renderLookedUp(await fundstelle.lookUp(requireCitation("preise:2")), de, style);
    expect(prices).toContain("    Ware | Preis\n    Brötchen | 40 Pfennig\n    Krapfen | 90 Pfennig\n");
    expect(await statesOf(prices)).toEqual({ "preise:2": "proven", "preise:3": "proven" });
    const trains = renderLookedUp(await fundstelle.lookUp(requireCitation("zuege:2")), de, style);
    expect(trains).toContain("    - Abfahrt 11:57\n      - nach Nord\n");
    expect(trains).toContain("    Abfahrt um zug:57\n      Ankunft 1.2345\n");
    expect(new Set(Object.values(await statesOf(trains)))).toEqual(new Set(["proven"]));
    const passage = renderLookedUp(await fundstelle.lookUp(requireCitation("bruecken:1")), de, style);
    expect(new Set(Object.values(await statesOf(passage))), passage).toEqual(new Set(["proven"]));
  });

  it("is proven as a message, bold, escaped and cut", async () => {
    for (const question of [
      "Wann wurde die Brücke fertig?",
      "Wann wurde die Brücke 1905 ausgebessert?",
      "Wann fiel der Turm?",
    ]) {
      const message = await discordAnswer(question);
      const states = await statesOf(message);
      expect(Object.keys(states).length).toBeGreaterThan(0);
      expect(new Set(Object.values(states)), message).toEqual(new Set(["proven"]));
    }
    const found = await fundstelle.lookUp(requireCitation("bruecken:2"));
    const view = { m: de, asker: "1", isPrivate: false, canShare: false };
    const message = textOf(renderPassage(found, view).components);
    expect(new Set(Object.values(await statesOf(message))), message).toEqual(new Set(["proven"]));
  });

  it("is proven as a reference with its quote", async () => {
    for (const citation of ["bruecken:1", "turm:2"]) {
      const reference = await fundstelle.reference(requireCitation(citation));
      expect(await statesOf(await renderReference("markdown", reference, "de"))).toEqual({ [citation]: "proven" });
    }
  });
});

describe("what was changed on the way", () => {
  it.each([
    ["a word", (text: string) => text.replaceAll("1893", "1894")],
    ["a word left out", (text: string) => text.replaceAll("laut", "")],
  ])("is not proven: %s", async (_what, change) => {
    const style = createStyle({ isTerminal: false, noColor: true });
    const question = "Wann wurde die Brücke fertig?";
    for (const shown of [renderAnswer(await fundstelle.ask(question), de, style), await discordAnswer(question)]) {
      expect((await statesOf(change(shown)))["bruecken:1-2"]).toBe("failed");
    }
    const json = renderAnswerJson(await fundstelle.ask(question));
    expect((await statesOf(change(json)))["bruecken:1-2"]).toBe("failed");
  });

  it.each([
    ["start", (json: string) => json.replace(/"start":(\d+)/, (_, n) => `"start":${Number(n) + 1}`)],
    ["document", (json: string) => json.replace('"document":"bruecken.txt"', '"document":"turm.md"')],
    ["highlight", (json: string) => json.replace(/"highlight":\[\d+/, '"highlight":[99999')],
    ["fingerprint", (json: string) => json.replace(/"fingerprint":"..../, '"fingerprint":"0000')],
  ])("is not proven: an answer's %s", async (_what, change) => {
    const json = renderAnswerJson(await fundstelle.ask("Wann wurde die Brücke fertig?", { limit: 1 }));
    expect(new Set(Object.values(await statesOf(json)))).toEqual(new Set(["proven"]));
    expect(Object.values(await statesOf(change(json)))).not.toContain("proven");
  });
});

describe("texts that people write", () => {
  it.each([
    ["»Die Mühle steht.« (turm:4)", "proven"],
    ["Wie es heißt, „Die Mühle steht.“ [turm:4]", "proven"],
    ["turm:4: “Die Mühle fällt.”", "failed"],
    ["> …Mühle steht.\n> \n> turm:4", "proven"],
    ["> Mühle\n> \n> turm:4", "failed"],
    ["TURM:4", "proven"],
    ["1 · **Anderes**\n\nDie Mühle fällt.\n-# Seite 1 von 1 · Absatz 4–5: `turm:4` … `turm:5`", "proven"],
    ["1 · **Anderes**\nDie Mühle fällt.\n-# Mühlen · Absatz 4 · `turm:4`", "failed"],
    ["Der Termin um 11:57, siehe turm:4.", "unquoted"],
    ["„Die Mühle steht.“ Das liest man in turm:4.", "proven"],
    ["„Die Mühle fällt.“ Das liest man in turm:4.", "failed"],
    ["„Die Mühle steht.“\n\n— turm:4", "proven"],
    ["Die „Mühle“ steht, siehe turm:4.", "unquoted"],
    ["turm:4\nturm", "proven"],
  ])("%s", async (text, state) => {
    expect((await statesOf(text))[text.includes("TURM") ? "TURM:4" : "turm:4"]).toBe(state);
  });

  it.each<[string, readonly string[]]>([
    ["„… Der Meister sagte: „Genug Lohn“ und …“ (lohn:2)", ["failed"]],
    ["»… Der Meister sagte: »Genug Lohn« und zahlte …« (lohn:2)", ["proven"]],
    ["»… Der Meister sagte: »Genug Lohn« und zahlte gern …« (lohn:2)", ["failed"]],
    ["»… Der Meister sagte: »Genug Lohn«…« (lohn:2)", ["proven"]],
    ["»… Der Geselle sagte: »Genug Lohn«…« (lohn:2)", ["failed"]],
    ['„Die Mühle steht." (turm:4)', ["proven"]],
    ['„Die Mühle fällt." (turm:4)', ["failed"]],
    ["Es heißt „Die Mühle\nsteht.“ (turm:4)", ["proven"]],
    ["Es heißt „Die Mühle\nfällt.“ (turm:4)", ["failed"]],
    ["turm:4: „Die Mühle\nsteht.“", ["proven"]],
    ["turm:4: „Die Mühle\nfällt.“", ["failed"]],
    ["> Die Mühle steht.\n\n— turm:4\n\n> Sie sagte: »So viel«\n\n(preise:3)", ["proven", "proven"]],
    ["> Die Mühle fällt.\n\n— turm:4\n\n> Sie sagte: »So viel«\n\n(preise:3)", ["failed", "proven"]],
    ["„Die Mühle steht.“ (turm:4), aber „Sie sagte: »So viel«“ (preise:3)", ["proven", "proven"]],
    ["„Die Mühle steht.“ (turm:4), aber „Sie sagte: »So wenig«“ (preise:3)", ["proven", "failed"]],
    ["Siehe preise:3, „Die Mühle steht.“ (turm:4)", ["unquoted", "proven"]],
    ["preise:3: „Sie sagte: »So viel«“ turm:4: „Die Mühle steht.“", ["proven", "proven"]],
    ["preise:3: „Sie sagte: »So viel«“ turm:4: „Die Mühle fällt.“", ["proven", "failed"]],
  ])("have each quote compared whole: %s", async (text, states) => {
    expect(Object.values(await statesOf(text))).toEqual(states);
  });

  it("may have lost what is not seen: where a word may be broken, and how a letter's marks are written", async () => {
    const states = [
      await statesOf("„Die Donau\u00addampf\u200bschiffe fa\u0308hrt.“ (schiff:2)"),
      await statesOf("„Die Donaudampfschiffe fährt.“ (schiff:2)"),
      await statesOf("„Die Donaudampfschiffe fahrt.“ (schiff:2)"),
    ];
    expect(states.map((state) => state["schiff:2"])).toEqual(["proven", "proven", "failed"]);
  });

  it("name what is no citation in a list, and refuse a text without any", async () => {
    expect(await statesOf("turm:4\nturm\nnichts:3")).toEqual({
      "turm:4": "proven",
      turm: "invalid",
      "nichts:3": "unknown",
    });
    expect(() => readClaims("Um 11:57 geschah nichts.", () => false)).toThrow("no citation");
  });
});
