import { describe, expect, it } from "vitest";
import { formatFigure, renderBuildTable, renderLatencyTable, renderTable } from "../../bench/table.ts";
import { entry, run } from "./results.ts";

describe("tables", () => {
  it("line up, numbers to the right", () => {
    expect(
      renderTable(
        ["engine", "ms"],
        [
          ["a", "1.50"],
          ["longer", "12"],
        ],
      ).split("\n"),
    ).toEqual(["| engine |   ms |", "|--------|-----:|", "| a      | 1.50 |", "| longer |   12 |"]);
  });

  it("show three significant digits and never an exponent", () => {
    expect([0.01234, 1.234, 12.34, 123.4, 1_234_567, 0].map(formatFigure)).toEqual([
      "0.012",
      "1.23",
      "12.3",
      "123",
      "1234567",
      "0",
    ]);
    expect([undefined, null, Number.NaN].map(formatFigure)).toEqual(["–", "–", "–"]);
  });

  it("say that an engine gave up, and why", () => {
    const table = renderBuildTable(run("1000", [entry("slow", {}, "more than 10 minutes")]));
    expect(table).toContain("SLOW: gave up (more than 10 minutes)");
  });

  it("say that an engine cannot save", () => {
    const table = renderBuildTable(
      run("1000", [entry("large", { buildMs: 2000, saveFailure: "Invalid string length", diskMb: 0 })]),
    );
    expect(table).toContain("cannot save");
    expect(table).toContain("2.00");
  });

  it("leave engines that never answered out of the latencies", () => {
    const table = renderLatencyTable(run("1000", [entry("fast", { p50Ms: 1.5 }), entry("slow", {}, "more than 8 GB")]));
    expect(table).toContain("FAST");
    expect(table).not.toContain("SLOW");
  });
});
