import { describe, expect, it } from "vitest";
import { mergeReports, renderReport, seriesOf } from "../../bench/report.ts";
import { checkTargets } from "../../bench/targets.ts";
import { entry, report, run } from "./results.ts";

const quality = (own: number, peer: number) => ({
  set: "some questions",
  questions: 100,
  engines: [
    { engine: "fundstelle", recallAt1: own, mrrAt10: own, gaveUp: null },
    { engine: "minisearch", recallAt1: peer, mrrAt10: peer, gaveUp: null },
  ],
});

function verdictOf(target: RegExp, ...reports: Parameters<typeof checkTargets>[0]): string | undefined {
  return checkTargets(reports).find((check) => target.test(check.target))?.verdict;
}

describe("targets", () => {
  it("are met or not by the figures of one run", () => {
    const own = entry("fundstelle", { p50Ms: 1, buildCpuMs: 900, buildMs: 1000, loadMs: 101 });
    const measured = report("2026-01-01", [
      run("100000", [own, entry("minisearch", { p50Ms: 2, buildCpuMs: 800 }), entry("sqlite", { p50Ms: 0.5 })]),
    ]);
    expect(verdictOf(/p50 at 100,000/, measured)).toBe("not met");
    expect(verdictOf(/faster than MiniSearch/, measured)).toBe("not met");
    expect(verdictOf(/load from disk/, measured)).toBe("not met");
    expect(checkTargets([measured]).find(({ target }) => /p50 at 100,000/.test(target))?.figures).toBe(
      "1.00 against 0.500 (SQLITE, ms)",
    );
  });

  it("ask for the best recall as well", () => {
    expect(verdictOf(/Recall@1/, report("2026-01-01", [], quality(0.95, 0.9)))).toBe("met");
    expect(verdictOf(/Recall@1/, report("2026-01-01", [], quality(0.9, 0.9)))).toBe("not met");
  });

  it("are not judged without figures", () => {
    expect(checkTargets([]).map(({ verdict }) => verdict)).toEqual(checkTargets([]).map(() => "not measured"));
  });

  it("count what an engine that stands alone was measured at", () => {
    const alone = report("2026-01-01", [run("1000000", [entry("fundstelle", { p99Ms: 49, residentMb: 2600 })])]);
    expect(verdictOf(/p99/, alone)).toBe("met");
    expect(verdictOf(/resident/, alone)).toBe("not met");
  });
});

describe("reports", () => {
  const first = report(
    "2026-01-01",
    [run("seeds", []), run("10000", [entry("fundstelle", { p50Ms: 5 })])],
    quality(0.9, 0.8),
  );
  const second = report("2026-01-02", [run("10000", [entry("fundstelle", { p50Ms: 3 })])]);

  it("keep the newest figures of each size, and the quality until it is measured again", () => {
    const merged = mergeReports([first], second);
    expect(merged.map(({ date, runs }) => [date, runs.map(({ corpus }) => corpus)])).toEqual([
      ["2026-01-02", ["10000"]],
      ["2026-01-01", ["seeds"]],
    ]);
    expect(merged[1]?.quality).not.toBeNull();
    expect(seriesOf(merged, ({ figures }) => figures.p50Ms)).toEqual([
      { name: "FUNDSTELLE", points: [{ x: 10_000, y: 3 }] },
    ]);
  });

  it("name machine, date and command of every figure", () => {
    const text = renderReport(mergeReports([first], second));
    expect(text).toContain("2026-01-02 UTC, `npm run bench`; 2 cores (Some processor), 8 GB, linux, Node v20.19.0.");
    expect(text).toContain("2026-01-01");
    expect(text).toContain("## 10,000 passages");
  });

  it("have no charts where nothing was timed", () => {
    expect(renderReport([second])).toContain(".svg");
    const onlyQuality = renderReport([report("2026-01-01", [], quality(0.9, 0.8))]);
    expect(onlyQuality).toContain("## Quality");
    expect(onlyQuality).not.toContain(".svg");
  });
});
