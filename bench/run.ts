/**
 * Fundstelle beside other engines: `npm run bench -- [--full] [--sizes seeds,10000,…] [--engines a,b,… | --engine a] [--rounds N]
 * [--questions N] [--minutes N] [--turn SECONDS] [--no-quality | --only-quality] [--out FOLDER]`. Writes RESULTS.md and charts; figures of
 * sizes that are not measured now stay as they were.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { compileBench } from "./compile.ts";
import { generateQuestions } from "./corpus.ts";
import { writeCorpus, writePassages } from "./corpus-files.ts";
import { engineKeys, engineOf } from "./engines/engines.ts";
import { peersFolder } from "./engines/peer-packages.ts";
import { measureHeadings } from "./headings/measure-headings.ts";
import { measure } from "./measure.ts";
import { benchStarts, measureProgramStarts } from "./program-start.ts";
import { measureQuality } from "./quality.ts";
import { mergeReports, reportFile, writeReport } from "./report.ts";
import { type Entry, type Report, type Run, reportSchema } from "./results.ts";
import { seedQuestions } from "./seed-questions.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string" },
    full: { type: "boolean", default: false },
    engines: { type: "string" },
    /** One engine beside the program with its own index. */
    engine: { type: "string" },
    rounds: { type: "string", default: "3" },
    questions: { type: "string", default: "200" },
    minutes: { type: "string", default: "10" },
    /** How long an engine may go on answering before it is another one's turn. */
    turn: { type: "string", default: "30" },
    "no-quality": { type: "boolean", default: false },
    "only-quality": { type: "boolean", default: false },
    out: { type: "string", default: "bench" },
  },
});
const count = z.coerce.number().int().positive();
const allSizes = `seeds,10000,24000,100000${values.full ? ",1000000" : ""}`;
const sizes = z
  .array(z.union([z.literal("seeds"), count]))
  .parse(values["only-quality"] ? [] : (values.sizes ?? allSizes).split(","));
const chosen = await Promise.all(
  (values.engines?.split(",") ?? (values.engine === undefined ? engineKeys : ["fundstelle", values.engine])).map(
    engineOf,
  ),
);
const rounds = count.parse(values.rounds);
const questionCount = count.parse(values.questions);

const say = (line: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};
installPeers();
const program = compileBench(process.cwd(), "bench");
const work = await mkdtemp(join(tmpdir(), "fundstelle-bench-"));
try {
  const quality = values["no-quality"] ? null : await measureQuality(chosen, work, program, say);
  const headings = values["no-quality"] ? null : await measureHeadings(say);
  const report: Report = { ...header(), quality, headings, runs: [] };
  if (sizes.length === 0) await keep(report);
  for (const size of sizes) {
    report.runs.push(await measureSize(size));
    await keep(report);
  }
  process.stdout.write(await readFile(join(values.out, "RESULTS.md"), "utf8"));
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Writes what was measured so far beside what was measured before. */
async function keep(report: Report): Promise<void> {
  const file = reportFile(values.out);
  const earlier = existsSync(file) ? reportSchema.array().parse(JSON.parse(await readFile(file, "utf8"))) : [];
  mkdirSync(values.out, { recursive: true });
  await writeReport(values.out, mergeReports(earlier, report));
}

async function measureSize(size: "seeds" | number): Promise<Run> {
  const folder = join(work, String(size));
  mkdirSync(folder);
  const documentsFolder = size === "seeds" ? "seeds" : join(folder, "documents");
  const passagesFile = join(folder, "passages.jsonl");
  say(`${size}: writing documents`);
  const questions =
    size === "seeds"
      ? seedQuestions(2 * questionCount + 50)
      : generateQuestions(await writeCorpus(documentsFolder, size), 2 * questionCount + 50);
  const { passages, textBytes } = await writePassages(documentsFolder, passagesFile);
  say(`${size}: ${passages} passages, ${(textBytes / 1e6).toFixed(1)} MB`);
  const asked = questions.slice(0, questionCount);
  const entries = await measure(
    chosen,
    { documentsFolder, passages: passagesFile, work: folder, program, limitMs: count.parse(values.minutes) * 60_000 },
    {
      questions: asked,
      together: questions.slice(questionCount, -50),
      warmUp: questions.slice(-50),
      rounds,
      budgetMs: count.parse(values.turn) * 1000,
    },
    (line) => say(`${size}: ${line}`),
  );
  await rm(folder, { recursive: true, force: true });
  const all = size === "seeds" ? entries.map(withProgramStart) : entries;
  return { corpus: String(size), passages, textMb: textBytes / 1e6, questions: asked.length, rounds, entries: all };
}

/** People wait for the program and not for its index alone. The best of its starts says most on a machine that others use. */
function withProgramStart(entry: Entry): Entry {
  if (entry.engine !== "fundstelle") return entry;
  const starts = measureProgramStarts(process.cwd(), benchStarts);
  if (starts === undefined) return entry;
  return { ...entry, figures: { ...entry.figures, programColdMs: Math.min(...starts.firstAnswers) } };
}

function header(): Omit<Report, "quality" | "headings" | "runs"> {
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    command: `npm run bench${process.argv.length > 2 ? ` -- ${process.argv.slice(2).join(" ")}` : ""}`,
    machine: {
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      platform: process.platform,
      node: process.version,
    },
  };
}

/** The peers come from their own lock file, once. */
function installPeers(): void {
  if (existsSync(join(peersFolder, "node_modules", "minisearch"))) return;
  say("installing the peers");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: peersFolder, stdio: "inherit" });
}
