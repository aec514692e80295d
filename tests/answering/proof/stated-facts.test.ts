import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { createCollection } from "../collection.ts";

const collection = createCollection();
let fundstelle: Fundstelle;
beforeAll(async () => {
  collection.write(
    "hafen.md",
    "---\ntitle: Der Hafen\ndate: 2024-05-03\nurl: https://example.org/hafen\n---\n\n# Der Hafen\n\n## Größe\n\n" +
      "Der Hafen fasst neunhundert Schiffe. Die Ladung wog rund 10⁶ Tonnen. Die Graﬁk zeigt die Eﬃzienz der Schiﬀfahrt.\n",
  );
  fundstelle = (await collection.open()).fundstelle;
}, 60_000);
afterAll(() => collection.remove());

const passageSchema = z.looseObject({ citation: z.string(), text: z.string() });

async function answered(): Promise<z.infer<typeof passageSchema>> {
  const json = renderAnswerJson(await fundstelle.ask("Wie viele Schiffe fasst der Hafen?"));
  const [passage] = z.object({ passages: z.array(passageSchema).min(1) }).parse(JSON.parse(json)).passages;
  if (passage === undefined) throw new Error("Not answered");
  return passage;
}

async function proofOf(text: string) {
  const [proof] = await fundstelle.verify(readClaims(text, (key) => key === "hafen"));
  return {
    state: proof?.state,
    failing: proof?.checks.filter(({ holds }) => !holds).map(({ name }) => name),
    unchecked: proof?.unchecked,
  };
}

describe("an answer as JSON", () => {
  it("is proven with every fact that it states", async () => {
    const passage = await answered();
    expect(passage).toMatchObject({
      title: "Der Hafen",
      date: "2024-05-03",
      section: expect.any(String),
      link: expect.any(String),
    });
    expect(await proofOf(JSON.stringify({ passages: [passage] }))).toMatchObject({ state: "proven", failing: [] });
  });

  it.each([
    ["title", "Der Bahnhof"],
    ["date", "2023-05-03"],
    ["paragraph", 99],
    ["section", "Kleine"],
    ["page", 3],
    ["anchor", "kleine"],
    ["link", "https://example.com/anders"],
  ])("is not proven with another %s", async (name, value) => {
    const passage = { ...(await answered()), [name]: value };
    expect(await proofOf(JSON.stringify({ passages: [passage] }))).toMatchObject({ state: "failed", failing: [name] });
  });

  it("names what is not checked", async () => {
    const passage = { ...(await answered()), mood: "gut" };
    expect(await proofOf(JSON.stringify({ passages: [passage] }))).toMatchObject({
      state: "proven",
      unchecked: ["mood"],
    });
  });
});

describe("a message", () => {
  const cite = async () => (await answered()).citation;

  it.each([
    "Der Hafen fasst neunhundert Schiffe.",
    "Die Ladung wog rund 10⁶ Tonnen. Die Graﬁk zeigt die Eﬃzienz der Schiﬀfahrt.",
    "Die Grafik zeigt die Effizienz der Schifffahrt.",
  ])("is proven by sentences word for word: %s", async (sentence) => {
    expect(await proofOf(`„${sentence}“ (${await cite()})`)).toMatchObject({ state: "proven" });
    expect(await proofOf(`> ${sentence}\n${await cite()}`)).toMatchObject({ state: "proven" });
  });

  it.each([
    "Die Ladung wog rund 106 Tonnen.",
    "Der Hafen fasst neunhundert.",
    "Der Hafen fasst neunhundert Schiffe. Die Grafik zeigt die Effizienz der Schifffahrt.",
    "fasst neunhundert Schiffe.",
  ])("is not by other words, or by parts that do not say that they are some: %s", async (sentence) => {
    expect(await proofOf(`„${sentence}“ (${await cite()})`)).toMatchObject({ state: "failed", failing: ["quote"] });
  });

  it.each([
    ["proven", [], "[1] Der Hafen · 3. Mai 2024 · Größe · Absatz 4"],
    ["proven", [], "-# **Der Hafen** · 3 May 2024 · Größe · paragraph 4"],
    ["proven", [], "-# 2 · **Der Ha…** · 3. Mai 2024 · Absatz 4"],
    ["failed", ["title"], "[1] Der Bahnhof · 3. Mai 2024 · Größe · Absatz 4"],
    ["failed", ["title"], "-# **Der Bahnhof** · 3. Mai 2024 · Absatz 4"],
    ["failed", ["date"], "[1] Der Hafen · 3. Mai 2023 · Absatz 4"],
    ["failed", ["date"], "[1] Der Hafen · undated · Absatz 4"],
    ["failed", ["paragraph"], "[1] Der Hafen · 3. Mai 2024 · Absatz 9"],
    ["failed", ["section"], "[1] Der Hafen · 3. Mai 2024 · Kleine › Größe · Absatz 4"],
    ["failed", ["page"], "[1] Der Hafen · 3. Mai 2024 · Seite 9 · Absatz 4"],
  ])("is %s, not so %j, where beside it stands: %s", async (state, failing, source) => {
    const quote = "> Der Hafen fasst neunhundert Schiffe.";
    const cited = await cite();
    expect(cited).toBe("hafen:4");
    expect(await proofOf(`${quote}\n${source} · ${cited}`)).toEqual({ state, failing, unchecked: undefined });
  });

  it.each([
    [
      "proven",
      [],
      "-# **[Der Hafen](https://example.org/d/hafen)** · 3. Mai 2024 · [Absatz 4](https://example.org/d/hafen)",
    ],
    ["failed", ["title"], "-# [**Der Bahnhof**](<https://example.org/d/hafen>) · 3. Mai 2024 · Absatz 4"],
  ])("is %s, not so %j, and says of an address that it was not checked: %s", async (state, failing, source) => {
    expect(await proofOf(`> Der Hafen fasst neunhundert Schiffe.\n${source} · ${await cite()}`)).toEqual({
      state,
      failing,
      unchecked: ["https://example.org/d/hafen"],
    });
  });

  it("says what stands beside it and was not checked", async () => {
    const text = `> Der Hafen fasst neunhundert Schiffe.\n-# **Der Hafen** · Hafenbote · Absatz 4 · ${await cite()}`;
    expect(await proofOf(text)).toEqual({ state: "proven", failing: [], unchecked: ["Hafenbote"] });
  });

  it("proves nothing where it quotes nothing", async () => {
    expect(await proofOf(`Der Hafen ist groß, siehe ${await cite()} dort.`)).toMatchObject({ state: "unquoted" });
    expect(await proofOf(await cite())).toMatchObject({ state: "proven" });
  });
});
