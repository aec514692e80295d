import { benchStarts } from "./program-start.ts";
import type { Entry, Report, Run } from "./results.ts";
import { formatFigure } from "./table.ts";

export interface TargetCheck {
  readonly target: string;
  /** `not measured` where the figures for it are missing. */
  readonly verdict: "met" | "not met" | "not measured";
  readonly figures: string;
}

const own = "fundstelle";

/** What the figures say about the targets. @param reports each with sizes that no other has */
export function checkTargets(reports: readonly Report[]): TargetCheck[] {
  const runs = reports.flatMap((report) => report.runs);
  const quality = reports.map((report) => report.quality).find((measured) => measured !== null);
  const runOf = (corpus: string): Run | undefined => runs.find((run) => run.corpus === corpus);
  const ownRecall = quality?.engines.find(({ engine }) => engine === own)?.recallAt1;
  const bestRecall = Math.max(
    0,
    ...(quality?.engines.filter(({ engine }) => engine !== own).map((e) => e.recallAt1) ?? []),
  );
  const at = (corpus: string): Entry | undefined => runOf(corpus)?.entries.find(({ engine }) => engine === own);
  const million = at("1000000")?.figures;
  const hundred = at("100000")?.figures;
  return [
    ...["24000", "100000", "1000000"].map((corpus) => latencyTarget(runOf(corpus), corpus)),
    compared(
      "Recall@1 the highest of all",
      ownRecall,
      quality === undefined ? undefined : bestRecall,
      "best peer",
      false,
    ),
    bounded("latency p99 at 1,000,000 passages under 50 ms", million?.p99Ms, 50, "ms"),
    bounded("resident memory at 1,000,000 passages under 2.5 GB after loading", million?.residentMb, 2.5 * 1024, "MB"),
    buildTarget(runOf("100000")),
    compared(
      "load from disk at least 10 times as fast as building, at 100,000 passages",
      hundred?.loadMs,
      hundred?.buildMs === undefined ? undefined : hundred.buildMs / 10,
      "a tenth of the build in ms",
      true,
    ),
    bounded(
      "cold start to the first answer on the seeds under 400 ms",
      at("seeds")?.figures.programColdMs,
      400,
      `ms, best of ${benchStarts} starts`,
    ),
  ];
}

function latencyTarget(run: Run | undefined, corpus: string): TargetCheck {
  const target = `latency p50 at ${Number(corpus).toLocaleString("en")} passages below every peer's`;
  const mine = run?.entries.find(({ engine }) => engine === own)?.figures.p50Ms;
  const peers = (run?.entries ?? []).flatMap(({ engine, name, figures }) =>
    engine === own || figures.p50Ms === undefined ? [] : [{ name, p50Ms: figures.p50Ms }],
  );
  const best = peers.sort((a, b) => a.p50Ms - b.p50Ms)[0];
  return compared(target, mine, best?.p50Ms, `${best?.name ?? "best peer"}, ms`, true);
}

function buildTarget(run: Run | undefined): TargetCheck {
  const cpu = (key: string): number | undefined =>
    run?.entries.find(({ engine }) => engine === key)?.figures.buildCpuMs;
  return compared(
    "build at 100,000 passages faster than MiniSearch with German stems (CPU)",
    cpu(own),
    cpu("minisearch"),
    "MiniSearch, ms",
    true,
  );
}

function compared(
  target: string,
  mine: number | undefined,
  other: number | undefined,
  otherName: string,
  isLess: boolean,
): TargetCheck {
  if (mine === undefined || other === undefined) return { target, verdict: "not measured", figures: "–" };
  const isMet = isLess ? mine < other : mine > other;
  return {
    target,
    verdict: isMet ? "met" : "not met",
    figures: `${formatFigure(mine)} against ${formatFigure(other)} (${otherName})`,
  };
}

function bounded(target: string, mine: number | undefined, bound: number, unit: string): TargetCheck {
  if (mine === undefined) return { target, verdict: "not measured", figures: "–" };
  return { target, verdict: mine < bound ? "met" : "not met", figures: `${formatFigure(mine)} ${unit}` };
}
