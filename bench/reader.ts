/**
 * How long a page of the reader takes over a large collection: `npm run bench:reader -- [--passages N] [--rounds N]`. The
 * built program serves a made-up collection in a process of its own; each kind of page is asked for one after the other.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { generateQuestions } from "./corpus.ts";
import { writeCorpus } from "./corpus-files.ts";
import { formatFigure, renderTable } from "./table.ts";

const { values } = parseArgs({
  options: { passages: { type: "string", default: "100000" }, rounds: { type: "string", default: "100" } },
});
const count = z.coerce.number().int().positive();
const rounds = count.parse(values.rounds);
/** So many answers and searches are not counted: they are when the program's code is compiled, and its vocabulary prepared. */
const warmUp = 100;
const { PATH } = process.env;
const folder = await mkdtemp(join(tmpdir(), "fundstelle-reader-"));
try {
  const seeds = join(folder, "seeds");
  const questions = generateQuestions(await writeCorpus(seeds, count.parse(values.passages)), rounds + warmUp);
  const program = spawn(
    process.execPath,
    [join("dist", "main.js"), "serve", "--seeds", seeds, "--index", join(folder, "index")],
    {
      env: {
        PATH,
        READER_PORT: "0",
        READER_PUBLIC: "true",
        READER_REQUESTS_PER_MINUTE: "1000000",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const base = await new Promise<string>((resolve, reject) => {
    program.once("exit", () => reject(new Error("The program ended too early.")));
    program.stdout.setEncoding("utf8").on("data", (piece: string) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(piece)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  const words = questions.map((question) => encodeURIComponent(question));
  for (const word of words.splice(0, warmUp)) {
    for (const page of ["ask", "search"]) await (await fetch(`${base}/${page}?q=${word}`)).text();
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
    for (let turn = 0; turn < rounds; turn++) {
      const startedAt = performance.now();
      const response = await fetch(base + pageAddress(turn));
      await response.text();
      if (!response.ok) throw new Error(`${pageAddress(turn)}: ${response.status}`);
      times.push(performance.now() - startedAt);
    }
    times.sort((a, b) => a - b);
    rows.push([name, ...[0.5, 0.99].map((share) => formatFigure(times[Math.floor(share * (times.length - 1))] ?? 0))]);
  }
  process.stdout.write(`${renderTable(["page", "p50, ms", "p99, ms"], rows)}\n`);
  program.kill();
} finally {
  await rm(folder, { recursive: true, force: true });
}
