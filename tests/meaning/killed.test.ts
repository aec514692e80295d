import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { programCommand, type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { type EmbeddingsStandIn, startEmbeddings } from "./embeddings-stand-in.ts";

const passages = 2000;
/** At least so many texts have come when the program is killed. */
const killedAfter = 600;

let folder: TemporaryFolder;
let server: EmbeddingsStandIn;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await startEmbeddings();
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

function startIndexing() {
  const [command, ...args] = programCommand([
    "index",
    "--seeds",
    path.join(folder.path, "seeds"),
    "--index",
    path.join(folder.path, "index"),
  ]);
  const { PATH } = process.env;
  const settings = {
    EMBEDDINGS_URL: server.url,
    EMBEDDINGS_MODEL: "stand-in",
    DATA_DIR: path.join(folder.path, "data"),
  };
  return spawn(command, args, { env: { PATH, ...settings }, stdio: "ignore" });
}

function embeddedTexts(): readonly string[] {
  return server.requests.flatMap(({ input }) => input);
}

it("goes on after a kill in the middle of 2,000 passages' vectors, at the cost of a request", async () => {
  mkdirSync(path.join(folder.path, "seeds"));
  for (let document = 0; document < 20; document++) {
    const paragraphs = Array.from(
      { length: passages / 20 },
      (_, at) =>
        `Im Lager ${document} steht auf Platz ${at} eine Kiste mit der Nummer ${document * 1000 + at}, die seit dem Umzug niemand mehr geöffnet hat.`,
    );
    writeFileSync(path.join(folder.path, "seeds", `lager-${document}.txt`), `${paragraphs.join("\n\n")}\n`);
  }
  const first = startIndexing();
  const ended = once(first, "exit");
  server.onRequest = () => {
    if (embeddedTexts().length >= killedAfter) first.kill("SIGKILL");
  };
  await ended;
  server.onRequest = undefined;
  const before = embeddedTexts().length;
  expect(before).toBeGreaterThanOrEqual(killedAfter);
  expect(before).toBeLessThan(passages);
  const largest = Math.max(...server.requests.map(({ input }) => input.length));
  const [exitCode] = await once(startIndexing(), "exit");
  expect(exitCode).toBe(0);
  expect(new Set(embeddedTexts()).size).toBe(passages);
  expect(embeddedTexts().length - passages).toBeLessThanOrEqual(2 * largest);
}, 120_000);
