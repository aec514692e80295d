import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyLexicon } from "../../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../../src/app.ts";
import { parseSettings } from "../../src/config.ts";
import { createEmbeddingsServer } from "../../src/meaning/servers/embeddings-server.ts";
import { prefixesOf } from "../../src/meaning/servers/prefixes.ts";
import type { IndexEvent } from "../../src/search/index-event.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { type EmbeddingsStandIn, startEmbeddings } from "./embeddings-stand-in.ts";

const guild = "123456789012345678";
let folder: TemporaryFolder;
let server: EmbeddingsStandIn;
let apps: App[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startEmbeddings();
  const seeds = path.join(folder.path, "seeds");
  mkdirSync(seeds);
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(path.join(seeds, name), `${lines.join("\n\n")}\n`);
  write("haus.txt", [
    "Der Stubentiger des Hausmeisters schläft tagsüber auf der Heizung im Keller und fängt abends die Mäuse im Hof.",
    "Im Treppenhaus dürfen keine Fahrräder stehen, denn dort führt der einzige Fluchtweg aus dem Gebäude hinaus.",
  ]);
  write("hafen.txt", [
    "Die Schaluppe des Fischers liegt am dritten Steg und wird jedes Jahr im Frühling neu mit Teer gestrichen.",
  ]);
  write("geheim.txt", [
    "Die geheime Mieze der Chefin wohnt im Tresorraum und darf dort niemals von Fremden gestört werden.",
  ]);
  writeFileSync(
    path.join(seeds, "sources.json"),
    JSON.stringify({ documents: [{ file: "geheim.txt", guilds: [guild] }] }),
  );
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  await server.close();
  folder.remove();
});

async function open(environment: Readonly<Record<string, string>> = {}, waits = true) {
  const events: IndexEvent[] = [];
  const { embeddings } = parseSettings({ EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: "stand-in", ...environment });
  const app = await createApp(
    { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index"), embeddings },
    { lexicon: emptyLexicon(), waitForVectors: waits, onEvent: (event) => events.push(event) },
  );
  apps.push(app);
  return { app, events };
}

async function firstFile(
  app: App,
  question: string,
  asked: { guild?: string } | undefined = undefined,
): Promise<string | undefined> {
  const answer = await app.fundstelle.ask(question, asked === undefined ? {} : { filter: { audience: asked } });
  return answer.passages[0]?.file;
}

function embeddedTexts(): string[] {
  return server.requests.flatMap(({ input }) => [...input]);
}

describe("a model behind EMBEDDINGS_URL", () => {
  it("finds the passage where no word is the same", async () => {
    const { app } = await open();
    expect(await firstFile(app, "Wo ruht der Kater?", {})).toBe("haus.txt");
    expect(await firstFile(app, "Welcher Nachen ankert?", {})).toBe("hafen.txt");
    expect(app.meaning()).toEqual({ documents: 3, of: 3, model: "working" });
  });

  it("makes certain nothing that the words do not", async () => {
    const { app } = await open();
    expect((await app.fundstelle.ask("Wo ruht der Kater?", { filter: { audience: {} } })).certainty).toBe("none");
  });

  it("shows its part in what a hit's score adds up to", async () => {
    const { app } = await open();
    const [passage] = (await app.fundstelle.ask("Wo ruht der Kater?", { filter: { audience: {} } })).passages;
    const meaning = passage?.signals.find(({ name }) => name === "meaning");
    expect(meaning?.value).toBe(1);
    expect(passage?.signals.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(
      passage?.score ?? 0,
    );
  });

  it("finds restricted documents for their own servers only", async () => {
    const { app } = await open();
    expect(await firstFile(app, "Was macht die Mieze?", {})).not.toBe("geheim.txt");
    expect(await firstFile(app, "Was macht die Mieze?", { guild: "999999999999999999" })).not.toBe("geheim.txt");
    expect(await firstFile(app, "Was macht die geheime Mieze?", { guild })).toBe("geheim.txt");
  });

  it("reads each passage once, and after a change the changed ones alone", async () => {
    const first = await open();
    await first.app.close();
    apps = [];
    const made = embeddedTexts().length;
    expect(made).toBe(4);
    await open();
    expect(embeddedTexts().length).toBe(made);
    await apps[0]?.close();
    apps = [];
    const hafen =
      "Die Schaluppe liegt seit heute am vierten Steg, weil der dritte nach dem Sturm ausgebessert werden muss.";
    writeFileSync(path.join(folder.path, "seeds", "hafen.txt"), `${hafen}\n`);
    const { app } = await open();
    expect(embeddedTexts().slice(made)).toEqual([expect.stringContaining("am vierten Steg")]);
    expect(await firstFile(app, "Welcher Nachen ankert?", {})).toBe("hafen.txt");
  });

  it("is told what its texts are, with the prefixes that are set and the key", async () => {
    await open({
      EMBEDDINGS_QUESTION_PREFIX: "Frage:",
      EMBEDDINGS_PASSAGE_PREFIX: "Stelle:",
      EMBEDDINGS_KEY: "geheim",
      EMBEDDINGS_INPUT_TYPE: "true",
    });
    await apps[0]?.fundstelle.ask("Wo ruht der Kater?");
    expect(server.requests.every(({ key }) => key === "Bearer geheim")).toBe(true);
    expect(server.requests.at(-1)).toMatchObject({ input: ["Frage: Wo ruht der Kater?"], type: "query" });
    expect(server.requests[0]).toMatchObject({ input: [expect.stringMatching(/^Stelle: /)], type: "passage" });
  });

  it("is never asked where it is not set", async () => {
    const app = await createApp(
      { seedsFolder: path.join(folder.path, "seeds"), indexFolder: path.join(folder.path, "index") },
      { lexicon: emptyLexicon(), waitForVectors: true },
    );
    apps.push(app);
    await app.fundstelle.ask("Wo ruht der Kater?");
    expect(server.requests).toEqual([]);
    expect(app.meaning()).toBeUndefined();
  });
});

describe("a model that does not do what it should", () => {
  it.each(["error-page", "half", "nonsense"] as const)("leaves questions to the words: %s", async (answer) => {
    const { app, events } = await open();
    server.behaviour.answer = answer;
    expect(await firstFile(app, "Wo dürfen keine Fahrräder stehen?")).toBe("haus.txt");
    expect(await firstFile(app, "Wo dürfen keine Fahrräder stehen?")).toBe("haus.txt");
    expect(events.filter(({ kind }) => kind === "model-failing").length).toBe(1);
    expect(app.meaning()?.model).toBe("failing");
    server.behaviour.answer = "vectors";
    expect(await firstFile(app, "Welcher Nachen ankert?", {})).toBe("hafen.txt");
    expect(events.filter(({ kind }) => kind === "model-working").length).toBe(1);
    expect(app.meaning()?.model).toBe("working");
  });

  it("keeps no question waiting", async () => {
    const { app } = await open({ EMBEDDINGS_WAIT_MS: "50" });
    server.behaviour.waitMs = 10_000;
    expect(await firstFile(app, "Wo dürfen keine Fahrräder stehen?")).toBe("haus.txt");
    expect(app.meaning()?.model).toBe("failing");
  });

  it("sends vectors of another dimension in vain", async () => {
    const { app } = await open();
    server.behaviour.dimension = 30;
    expect(await firstFile(app, "Wo dürfen keine Fahrräder stehen?")).toBe("haus.txt");
    expect(app.meaning()?.model).toBe("failing");
  });

  it("holds up no start where it cannot be reached", async () => {
    server.behaviour.answer = "error-page";
    const { app, events } = await open();
    expect(await firstFile(app, "Wo dürfen keine Fahrräder stehen?")).toBe("haus.txt");
    expect(events.some(({ kind }) => kind === "model-failing")).toBe(true);
    expect(app.meaning()?.documents).toBe(0);
  });

  it("goes on where it was when the program is started again in the middle", async () => {
    server.behaviour.waitMs = 60;
    await open({}, false);
    while (server.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await apps[0]?.close();
    apps = [];
    const before = embeddedTexts().length;
    server.behaviour.waitMs = 0;
    const { app } = await open();
    expect(app.meaning()).toMatchObject({ documents: 3, of: 3 });
    // What was under way when it ended may be asked for again, what had been kept is not.
    expect(embeddedTexts().length - before).toBeLessThan(4);
  });
});

describe("prefixes", () => {
  it("are those that a well-known model was trained with", () => {
    expect(prefixesOf("intfloat/multilingual-e5-small")).toEqual({ question: "query: ", passage: "passage: " });
    expect(prefixesOf("nomic-embed-text:latest").passage).toBe("search_document: ");
    expect(prefixesOf("bge-m3")).toEqual({ question: "", passage: "" });
    expect(prefixesOf("text-embedding-3-small")).toEqual({ question: "", passage: "" });
  });

  it("stand before the texts", async () => {
    const embedder = createEmbeddingsServer({
      url: server.url,
      key: undefined,
      setting: "EMBEDDINGS_URL",
      model: "multilingual-e5-small",
    });
    await embedder.passages(["eins", "zwei"]);
    await embedder.question("drei");
    expect(embeddedTexts()).toEqual(["passage: eins", "passage: zwei", "query: drei"]);
  });
});
