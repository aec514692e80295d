/**
 * What it costs a question that a model helps to find: `npm run bench:meaning -- [--passages N] [--rounds N]`. A server
 * of this script answers with made-up vectors of 384 numbers, so that what is left beside the time of its answer is the
 * program's own. Two processes over the same documents, one with the server and one without, are asked in turns.
 */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { z } from "zod";
import { generateQuestions } from "./corpus.ts";
import { writeCorpus } from "./corpus-files.ts";
import { buildIndex, serve, timePage } from "./served-program.ts";
import { percentile } from "./statistics.ts";
import { formatFigure, renderTable } from "./table.ts";

const { values } = parseArgs({
  options: { passages: { type: "string", default: "24000" }, rounds: { type: "string", default: "300" } },
});
const count = z.coerce.number().int().positive();
const rounds = count.parse(values.rounds);
/** So many questions are not counted: they are when the program's code is compiled. */
const warmUp = 100;
const dimension = 384;
const requestSchema = z.object({ input: z.array(z.string()) });

let asked = 0;
const model = createServer(async (request, response) => {
  asked++;
  const { input } = requestSchema.parse(JSON.parse(await textOf(request)));
  const data = input.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) }));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ object: "list", data }));
});
await new Promise<void>((resolve) => model.listen(0, "127.0.0.1", resolve));
const listening = model.address();
const port = typeof listening === "object" && listening !== null ? listening.port : 0;
const url = `http://127.0.0.1:${port}/v1`;
const folder = await mkdtemp(join(tmpdir(), "fundstelle-meaning-"));
try {
  const seeds = join(folder, "seeds");
  const questions = generateQuestions(await writeCorpus(seeds, count.parse(values.passages)), rounds + warmUp);
  const words = await serve({ seeds, index: join(folder, "words") });
  const folders = { seeds, index: join(folder, "meaning") };
  const settings = { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: "made-up" };
  await buildIndex(folders, settings);
  const withModel = await serve(folders, settings);
  const times = { words: [] as number[], model: [] as number[], alone: [] as number[] };
  asked = 0;
  for (const [turn, question] of questions.entries()) {
    const page = `/ask?q=${encodeURIComponent(question)}`;
    const [first, second] = [await timePage(words.address + page), await timePage(withModel.address + page)];
    const alone = await timeModel(question);
    if (turn < warmUp) continue;
    times.words.push(first);
    times.model.push(second);
    times.alone.push(alone);
  }
  // Once by the program and once by this script.
  if (asked < 2 * questions.length) throw new Error("The program did not ask the model.");
  words.stop();
  withModel.stop();
  const added = times.model.map((time, at) => time - (times.words[at] ?? 0) - (times.alone[at] ?? 0));
  const row = (name: string, figures: readonly number[]): string[] => [
    name,
    ...[0.5, 0.9].map((share) => formatFigure(percentile(figures, share))),
  ];
  const rows = [
    row("an answer from the words", times.words),
    row("an answer with the model's help", times.model),
    row("the model alone", times.alone),
    row("added by the program, question by question", added),
  ];
  process.stdout.write(`${renderTable(["ms", "p50", "p90"], rows)}\n`);
} finally {
  model.closeAllConnections();
  model.close();
  await rm(folder, { recursive: true, force: true });
}

/** Numbers that look like a model's: the same for the same text, and spread over all directions. */
function vectorOf(text: string): number[] {
  const bytes = createHash("shake256", { outputLength: dimension }).update(text).digest();
  return Array.from(bytes, (byte) => (byte - 127.5) / 1500);
}

async function timeModel(question: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${url}/embeddings`, {
    method: "POST",
    body: JSON.stringify({ model: "made-up", input: [question] }),
  });
  await response.text();
  return performance.now() - startedAt;
}
