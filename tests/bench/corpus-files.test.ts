import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { generatePassages } from "../../bench/corpus.ts";
import { writeCorpus, writePassages } from "../../bench/corpus-files.ts";
import { readPassages } from "../../bench/passages-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bench-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("writes documents of 20 passages whose passages are read back as they were made", async () => {
  const documents = join(folder, "documents");
  await writeCorpus(documents, 50);
  const names = (await readdir(documents, { recursive: true })).filter((name) => name.endsWith(".txt"));
  expect(names).toHaveLength(3);
  const file = join(folder, "passages.jsonl");
  const { passages, textBytes } = await writePassages(documents, file);
  const read: string[] = [];
  for await (const { text } of readPassages(file)) read.push(text);
  expect(passages).toBe(50);
  expect(read).toEqual([...generatePassages(50)].map(({ text }) => text));
  expect(textBytes).toBe(read.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
});
