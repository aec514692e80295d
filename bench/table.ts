import { type Entry, type Quality, questionsAtOnce, type Run } from "./results.ts";

/** A Markdown table; numbers to the right. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/** Three significant digits, no exponent; a dash where there is no figure. */
export function formatFigure(value: number | null | undefined): string {
  if (value === undefined || value === null || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}

function seconds(value: number | null | undefined): string {
  return formatFigure(value === undefined || value === null ? undefined : value / 1000);
}

/** Whether an engine has a server, whose memory and processor time are not those of the process that asks it. */
function isServed({ figures }: Entry): boolean {
  return (figures.serverBuildCpuMs ?? null) !== null;
}

function nameOf({ name, gaveUp }: Entry): string {
  return gaveUp === null ? name : `${name}: gave up (${gaveUp})`;
}

/** What an index costs before the first question, and what it weighs. */
export function renderBuildTable({ entries, passages }: Run): string {
  const hasServers = entries.some(isServed);
  const rows = entries.map((entry) => {
    const { figures } = entry;
    const perPassage = figures.residentMb === undefined ? undefined : (figures.residentMb * (1 << 20)) / passages;
    return [
      nameOf(entry),
      seconds(figures.buildMs),
      seconds(figures.buildCpuMs),
      formatFigure(figures.peakMb),
      figures.saveFailure === null
        ? formatFigure(figures.diskMb)
        : figures.saveFailure === undefined
          ? "–"
          : "cannot save",
      formatFigure(figures.loadMs),
      formatFigure(figures.coldMs),
      formatFigure(figures.residentMb),
      formatFigure(perPassage === undefined ? undefined : perPassage / 1024),
      ...(hasServers ? [seconds(figures.serverBuildCpuMs), formatFigure(figures.serverMb)] : []),
    ];
  });
  return renderTable(
    [
      "engine",
      "build s",
      "build CPU s",
      "peak MB",
      "disk MB",
      "load ms",
      "start to first answer ms",
      "resident MB",
      "KB a passage",
      ...(hasServers ? ["build CPU s of its server", "MB of its server"] : []),
    ],
    rows,
  );
}

export function renderLatencyTable({ entries }: Run): string {
  const hasServers = entries.some(isServed);
  const rows = entries
    .filter(({ figures }) => figures.p50Ms !== undefined)
    .map((entry) => {
      const { figures } = entry;
      return [
        nameOf(entry),
        formatFigure(figures.p50Ms),
        formatFigure(figures.p99Ms),
        formatFigure(figures.cpuMsPerQuestion),
        formatFigure(figures.perSecond),
        formatFigure(figures.perSecondAtOnce),
        formatFigure(figures.withTextP50Ms),
        formatFigure(figures.withTextP99Ms),
        ...(hasServers ? [formatFigure(figures.serverCpuMsPerQuestion)] : []),
      ];
    });
  return renderTable(
    [
      "engine",
      "p50 ms",
      "p99 ms",
      "CPU ms a question",
      "questions a second",
      `${questionsAtOnce} at once a second`,
      "with text p50 ms",
      "with text p99 ms",
      ...(hasServers ? ["CPU ms of its server"] : []),
    ],
    rows,
  );
}

/** Where a question's time goes, by size; undefined where no engine says it. */
export function renderStageTable(runs: readonly Run[]): string | undefined {
  const sizes = runs
    .flatMap(({ passages, entries }) =>
      entries.flatMap(({ stages, figures }) =>
        stages === undefined ? [] : [{ passages, stages, p50Ms: figures.p50Ms }],
      ),
    )
    .sort((a, b) => a.passages - b.passages);
  const [first] = sizes;
  if (first === undefined) return undefined;
  const sumOf = (stages: Readonly<Record<string, number>>): number => Object.values(stages).reduce((a, b) => a + b, 0);
  return renderTable(
    ["mean ms of a question", ...sizes.map(({ passages }) => `${passages.toLocaleString("en")} passages`)],
    [
      ...Object.keys(first.stages).map((stage) => [
        stage,
        ...sizes.map(({ stages }) => {
          const ms = stages[stage] ?? 0;
          return `${formatFigure(ms)} (${Math.round((100 * ms) / Math.max(sumOf(stages), 1e-9))} %)`;
        }),
      ]),
      ["together", ...sizes.map(({ stages }) => formatFigure(sumOf(stages)))],
    ],
  );
}

export function renderQualityTable(engines: readonly Quality[], nameOfEngine: (key: string) => string): string {
  return renderTable(
    ["engine", "Recall@1", "MRR@10"],
    engines.map(({ engine, recallAt1, mrrAt10, gaveUp }) => [
      nameOfEngine(engine) + (gaveUp === null ? "" : `: gave up (${gaveUp})`),
      gaveUp === null ? recallAt1.toFixed(3) : "–",
      gaveUp === null ? mrrAt10.toFixed(3) : "–",
    ]),
  );
}
