/**
 * How long a page of the reader takes over a large collection: `npm run bench:reader -- [--passages N] [--rounds N]`. The
 * built program serves a made-up collection in a process of its own; each kind of page is asked for one after the other.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { generateQuestions } from "./corpus.ts";
import { writeCorpus } from "./corpus-files.ts";
import { serve, timePage } from "./served-program.ts";
import { formatFigure, renderTable } from "./table.ts";

const { values } = parseArgs({
  options: { passages: { type: "string", default: "100000" }, rounds: { type: "string", default: "100" } },
});
const count = z.coerce.number().int().positive();
const rounds = count.parse(values.rounds);
/** So many answers and searches are not counted: they are when the program's code is compiled, and its vocabulary prepared. */
const warmUp = 100;
const folder = await mkdtemp(join(tmpdir(), "fundstelle-reader-"));
try {
  const seeds = join(folder, "seeds");
  const questions = generateQuestions(await writeCorpus(seeds, count.parse(values.passages)), rounds + warmUp);
  const program = await serve({ seeds, index: join(folder, "index") });
  const words = questions.map((question) => encodeURIComponent(question));
  for (const word of words.splice(0, warmUp)) {
    for (const page of ["ask", "search"]) await timePage(`${program.address}/${page}?q=${word}`);
  }
  const pages: Readonly<Record<string, (turn: number) => string>> = {
    "an answer": (turn) => `/ask?q=${words[turn % words.length]}`,
    "a search": (turn) => `/search?q=${words[turn % words.length]}`,
    "a document": (turn) => `/d/document-${String(turn).padStart(6, "0")}`,
    "a passage in its document": (turn) =>
      `/d/document-${String(turn).padStart(6, "0")}?c=document-${String(turn).padStart(6, "0")}:7`,
  };
  const rows: string[][] = [];
  for (const [name, pageAddress] of Object.entries(pages)) {
    const times: number[] = [];
    for (let turn = 0; turn < rounds; turn++) times.push(await timePage(program.address + pageAddress(turn)));
    times.sort((a, b) => a - b);
    rows.push([name, ...[0.5, 0.99].map((share) => formatFigure(times[Math.floor(share * (times.length - 1))] ?? 0))]);
  }
  process.stdout.write(`${renderTable(["page", "p50, ms", "p99, ms"], rows)}\n`);
  program.stop();
} finally {
  await rm(folder, { recursive: true, force: true });
}
