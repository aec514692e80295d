/** How long the event loop is held, how fast text is analysed, how memory fares: `npm run bench:steps -- [--passages N] [--updates N] [--folder MB] [--out FOLDER]`. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { compileBench } from "./compile.ts";
import { type GeneratedPassage, generatePassages, generateQuestions } from "./corpus.ts";
import { writeMixedFolder } from "./reading/mixed-folder.ts";
import { type StepsReport, stepsReportSchema } from "./steps-figures.ts";
import { formatFigure, renderTable } from "./table.ts";

const { values } = parseArgs({
  options: {
    passages: { type: "string", default: "10000" },
    updates: { type: "string", default: "10000" },
    folder: { type: "string", default: "100" },
    out: { type: "string", default: "bench" },
  },
});
const count = z.coerce.number().int().positive();
const passagesPerDocument = 20;
const longestAllowedMs = 50;

const passages: GeneratedPassage[] = [...generatePassages(count.parse(values.passages))];
const documents: string[] = [];
for (let i = 0; i < passages.length; i += passagesPerDocument) {
  const texts = passages.slice(i, i + passagesPerDocument).map(({ text }) => text);
  documents.push(`${texts.join("\n\n")}\n`);
}
const folder = await mkdtemp(join(tmpdir(), "fundstelle-folder-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const bytes = z.coerce.number().min(0).parse(values.folder) * 1e6;
const written = bytes === 0 ? undefined : await writeMixedFolder(folder, bytes);
const child = fork(join(compileBench(process.cwd(), "steps"), "bench", "steps-process.js"), [], {
  execArgv: ["--expose-gc"],
});
const answer = Promise.race([
  once(child, "message"),
  once(child, "exit").then(() => Promise.reject(new Error("The measuring process ended too early."))),
]);
const unseen = [...generatePassages(5000, 3)].map(({ text }) => text);
child.send({
  documents,
  unseen,
  questions: generateQuestions(passages, 200),
  updates: count.parse(values.updates),
  ...(written === undefined ? {} : { folder }),
  longestAllowedMs,
});
const [message]: unknown[] = await answer;
const text = renderSteps(stepsReportSchema.parse(message));
await writeFile(join(values.out, "STEPS.md"), text);
process.stdout.write(text);

function renderSteps({ passages: indexed, steps, tooLong, analysisMbPerSecond, updates }: StepsReport): string {
  const [before, ...later] = updates;
  const half = later.slice(Math.floor(later.length / 2));
  const sections = [
    "# Steps",
    `Written by \`npm run bench:steps\` on ${new Date().toISOString().slice(0, 10)}: ${indexed.toLocaleString("en")} passages, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}. ` +
      `The quietest of three repetitions; no step may take more than ${longestAllowedMs} ms. CPU time includes collecting garbage, which is told apart where steps are what passes between turns.`,
    renderTable(
      ["what", "steps", "longest, CPU ms", "of it garbage", "longest, wall ms", "verdict"],
      steps.map(({ what, steps: number, longestCpuMs, garbageMs, longestWallMs }) => [
        what,
        String(number),
        formatFigure(longestCpuMs),
        garbageMs === undefined ? "" : formatFigure(garbageMs),
        formatFigure(longestWallMs),
        longestCpuMs <= longestAllowedMs ? "met" : "not met",
      ]),
    ),
    ...(written === undefined
      ? []
      : [
          `The folder: ${written.files.toLocaleString("en")} files of ${formatFigure(written.bytes / 1e6)} MB (TXT, Markdown, HTML, DOCX, ODT, EPUB, PPTX, XLSX, PDF), read and indexed once in the thread that is measured; ${tooLong ?? 0} of its steps took more than ${longestAllowedMs} ms of CPU. A step is what passes between two turns of the event loop; on Linux its CPU time is that of the main thread alone.`,
        ]),
    `Text analysis: ${formatFigure(analysisMbPerSecond)} MB a second of CPU (target: at least 1): ${analysisMbPerSecond >= 1 ? "met" : "not met"}.`,
    "Memory after a forced collection, while documents are changed over and over:",
    renderTable(
      ["updates", "heap MB", "resident MB"],
      updates.map(({ updates: number, heapMb, residentMb }) => [
        String(number),
        formatFigure(heapMb),
        formatFigure(residentMb),
      ]),
    ),
    `Largest heap in the second half against the first figure: ${formatFigure(Math.max(0, ...half.map(({ heapMb }) => heapMb)))} against ${formatFigure(before?.heapMb)} MB.`,
  ];
  return `${sections.join("\n\n")}\n`;
}
