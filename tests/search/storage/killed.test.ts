import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { builtIndex, findings, lexicon, temporaryFolder } from "./invented.ts";
import { documentOfStep, documentsAfter } from "./killed-steps.ts";

const script = fileURLToPath(new URL("./killed-writer.ts", import.meta.url));
const analyzerFingerprint = "analysis-1";
const rounds = 6;

/** Lets the writer work on a folder and kills it at a random moment. @returns the last step that it called done */
async function killAfter(folder: string, ms: number): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = once(child, "close");
  await Promise.race([once(child.stdout, "data"), ended]);
  await setTimeout(ms);
  child.kill("SIGKILL");
  const [, signal] = await ended;
  expect(errors).toBe("");
  expect(signal).toBe("SIGKILL");
  return Number(output.trimEnd().split("\n").at(-1));
}

it("an index whose writer is killed at any moment holds the state before or after the change", async () => {
  await Promise.all([killOften(), killOften()]);
}, 60_000);

async function killOften(): Promise<void> {
  const { folder, remove } = await temporaryFolder();
  for (let round = 0; round < rounds; round++) {
    const done = await killAfter(folder, Math.random() * 150);
    const opening = await openIndex(folder, { analyzerFingerprint });
    if (opening.kind !== "loaded") throw new Error(`round ${round}: ${JSON.stringify(opening)}`);
    const step = Number(opening.documentsFingerprint.slice(5));
    // A change may have reached the disk before the process could say so.
    expect(step, `round ${round}`).toBeGreaterThanOrEqual(done);
    const fresh = builtIndex(documentsAfter(step));
    const question = `Schritt ${step} wort${(step * 31 + 3) % 500}`;
    const found = await findings(opening.data, question);
    expect(opening.data.sums).toEqual(fresh.sums);
    expect(new Set(found.map(({ score }) => score))).toEqual(
      new Set((await findings(fresh, question)).map(({ score }) => score)),
    );
  }
  const opening = await openIndex(folder, { analyzerFingerprint });
  if (opening.kind !== "loaded") throw new Error(JSON.stringify(opening));
  const store = new IndexStore(opening, { folder, files: createFileWriter(), lexicon, analyzerFingerprint });
  const next = Number(opening.documentsFingerprint.slice(5)) + 1;
  await store.update({ added: [documentOfStep(next)], removed: [], documentsFingerprint: `step-${next}` });
  expect(await store.compact()).toEqual({ kind: "saved" });
  expect((await readdir(folder)).filter((name) => !/^(manifest\.json|generation-\w+\.bin)$/.test(name))).toEqual([]);
  await remove();
}
