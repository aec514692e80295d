import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderChart, type Series } from "./chart.ts";
import { renderHeadings } from "./headings/render-headings.ts";
import type { Entry, Report } from "./results.ts";
import { renderBuildTable, renderLatencyTable, renderQualityTable, renderStageTable, renderTable } from "./table.ts";
import { checkTargets } from "./targets.ts";

/** The raw figures of a folder's RESULTS.md. */
export function reportFile(folder: string): string {
  return join(folder, "results.json");
}

/** The newest figures of each size; reports without any left go. */
export function mergeReports(earlier: readonly Report[], newest: Report): Report[] {
  const measured = new Set(newest.runs.map(({ corpus }) => corpus));
  return [
    newest,
    ...earlier
      .map((report) => ({
        ...report,
        quality: newest.quality === null ? report.quality : null,
        headings: newest.headings === null ? report.headings : null,
        runs: report.runs.filter(({ corpus }) => !measured.has(corpus)),
      }))
      .filter(({ runs, quality, headings }) => runs.length > 0 || quality !== null || headings !== null),
  ];
}

export async function writeReport(folder: string, reports: readonly Report[]): Promise<void> {
  await writeFile(reportFile(folder), `${JSON.stringify(reports, null, 1)}\n`);
  await writeFile(join(folder, "RESULTS.md"), renderReport(reports));
  if (!isTimed(reports)) return;
  await writeFile(
    join(folder, "latency.svg"),
    renderChart(
      "Latency p50 of one question",
      "passages",
      "ms",
      seriesOf(reports, ({ figures }) => figures.p50Ms),
    ),
  );
  await writeFile(
    join(folder, "memory.svg"),
    renderChart(
      "Resident memory after loading",
      "passages",
      "MB",
      seriesOf(reports, ({ figures }) => figures.residentMb),
    ),
  );
}

/** Whether anything but the quality of answers was measured. */
function isTimed(reports: readonly Report[]): boolean {
  return reports.some(({ runs }) => runs.length > 0);
}

/** One series an engine, the project's own first. */
export function seriesOf(reports: readonly Report[], figure: (entry: Entry) => number | undefined): Series[] {
  const series = new Map<string, { x: number; y: number }[]>();
  for (const { passages, entries } of reports.flatMap(({ runs }) => runs)) {
    for (const entry of entries) {
      const y = figure(entry);
      if (y !== undefined) series.set(entry.name, [...(series.get(entry.name) ?? []), { x: passages, y }]);
    }
  }
  return [...series].map(([name, points]) => ({ name, points }));
}

const whyNotFaster =
  "FlexSearch by itself looks each word of a question up once and cuts its lists off. Fundstelle looks up everything that may stand for a word " +
  "(inflections, parts of compounds, synonyms, translations, other spellings), adds BM25 over all of it, and reads the best passages word by word for sentences and letters, " +
  "which is what its Recall@1 rests on. The look-ups alone take about as long as a whole question of FlexSearch at its best, and longer where more stands for a word: where they are most of a question, in small and middle collections, being faster than it is out of reach for whatever looks further than the words of the question. In large ones most of a question is reading the lists, which FlexSearch reads to their ends and Fundstelle only as far as they may change the best. Each stage is measured by itself, in a round of its own:";

export function renderReport(reports: readonly Report[]): string {
  const names = new Map(
    reports.flatMap(({ runs }) => runs.flatMap(({ entries }) => entries.map((entry) => [entry.engine, entry]))),
  );
  // The program beside itself, with its index elsewhere, has no targets.
  const hasPeers = [...names.keys()].some((engine) => engine !== "fundstelle" && engine !== "opensearch");
  const sections = [
    "# Benchmarks",
    "Written by `npm run bench`; every figure is from a run. A ratio holds between engines of one run, which answered in turns; absolute times are those of the machine at that hour. " +
      "Latency is from the question's text to the numbers of the ten best passages; each question's latency is the median of its rounds. Building starts from the documents for Fundstelle and from the text of their passages for the others. " +
      "An engine that needs more than 10 minutes or 8 GB gives up.",
    ...(hasPeers ? targetSections(reports) : []),
  ];
  if (isTimed(reports)) {
    sections.push(
      "![Latency against size](latency.svg)",
      "![Memory against size](memory.svg)",
      "## Engines",
      renderTable(
        ["engine", "version", "set-up"],
        [...names.values()].map(({ name, version, setup }) => [name, version, setup]),
      ),
    );
  }
  const stages = renderStageTable(reports.flatMap(({ runs }) => runs));
  if (stages !== undefined && hasPeers) sections.push("## Where a question's time goes", whyNotFaster, stages);
  for (const { quality } of reports) {
    if (quality === null) continue;
    sections.push(`## Quality: ${quality.set} (${quality.questions} questions)`);
    sections.push(renderQualityTable(quality.engines, (engine) => names.get(engine)?.name ?? engine));
  }
  for (const { headings } of reports) if (headings !== null) sections.push(...renderHeadings(headings));
  for (const report of reports) {
    const { machine, date, command } = report;
    const where = `${date} UTC, \`${command}\`; ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.platform}, Node ${machine.node}.`;
    for (const run of report.runs) {
      const size = `${run.passages.toLocaleString("en")} passages`;
      sections.push(`## ${run.corpus === "seeds" ? `The seeds: ${size}` : size}`);
      sections.push(`${where} ${run.textMb.toFixed(1)} MB of text, ${run.questions} questions, ${run.rounds} rounds.`);
      sections.push(renderLatencyTable(run), renderBuildTable(run));
    }
  }
  return `${sections.join("\n\n")}\n`;
}

function targetSections(reports: readonly Report[]): string[] {
  const checked = checkTargets(reports).map(({ target, verdict, figures }) => [target, verdict, figures]);
  return ["## Targets", renderTable(["target", "verdict", "figures"], checked)];
}
