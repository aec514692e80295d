import type { Entry, Figures, Report, Run } from "../../bench/results.ts";

export function entry(engine: string, figures: Partial<Figures>, gaveUp: string | null = null): Entry {
  return { engine, name: engine.toUpperCase(), setup: "plain", version: "1.0.0", figures, gaveUp };
}

export function run(corpus: string, entries: readonly Entry[]): Run {
  const passages = corpus === "seeds" ? 80 : Number(corpus);
  return { corpus, passages, textMb: 1, questions: 10, rounds: 3, entries: [...entries] };
}

export function report(date: string, runs: readonly Run[], quality: Report["quality"] = null): Report {
  return {
    date,
    command: "npm run bench",
    machine: { processor: "Some processor", cores: 2, memoryGb: 8, platform: "linux", node: "v20.19.0" },
    quality,
    headings: null,
    runs: [...runs],
  };
}
