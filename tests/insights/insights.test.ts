import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { drawChart } from "../../src/insights/chart/draw-chart.ts";
import { computeInsights, type InsightsSource } from "../../src/insights/compute-insights.ts";
import { renderInsightsCsv } from "../../src/insights/insights-csv.ts";
import type { QuestionRow, VoteRow } from "../../src/store/tables.ts";

const day = 86_400_000;
const from = Date.UTC(2026, 2, 1);

let ids = 0;
function asked(changes: Partial<QuestionRow>): QuestionRow {
  const usual = {
    guild: "1",
    trigger_kind: "command",
    language: "de",
    certainty: "sure",
    reason: null,
    latency_ms: 10,
  };
  return { ...usual, id: String(ids++), asked_at: from, citations: "a:1", question: null, person: null, ...changes };
}
function voted(changes: Partial<VoteRow>): VoteRow {
  const usual = { message: String(ids++), person: "p", guild: "1", vote: -1, word: null, question: null };
  return { ...usual, citation: "a:1", voted_at: from, ...changes };
}
const compute = (source: Partial<InsightsSource>) =>
  computeInsights({
    from,
    until: from + 3 * day,
    questions: [],
    votes: [],
    documents: ["a", "b"],
    group: async (texts) => texts.map((_, index) => [index]),
    ...source,
  });

describe("insights", () => {
  it("count answers day by day, days without any included", async () => {
    const insights = await compute({
      questions: [
        asked({}),
        asked({ certainty: "uncertain", asked_at: from + 2 * day }),
        asked({ certainty: "none", reason: "weak", citations: null, asked_at: from + 2 * day }),
      ],
    });
    expect(insights).toMatchObject({ questions: 3, sure: 1, uncertain: 1, unanswered: 1, unansweredWithoutWords: 1 });
    expect(insights.days).toEqual([
      { day: "2026-03-01", sure: 1, uncertain: 0, unanswered: 0 },
      { day: "2026-03-02", sure: 0, uncertain: 0, unanswered: 0 },
      { day: "2026-03-03", sure: 0, uncertain: 1, unanswered: 1 },
    ]);
  });

  it("tell which passages are shown most, and which documents never", async () => {
    const insights = await compute({ questions: [asked({ citations: "a:2 a:1" }), asked({ citations: "a:2" })] });
    expect(insights.cited).toEqual([
      { citation: "a:2", count: 2 },
      { citation: "a:1", count: 1 },
    ]);
    expect(insights.neverCited).toEqual(["b"]);
  });

  it("list passages with more votes against than for, with what was said, newest first", async () => {
    const { leastHelpful, helpful, notHelpful } = await compute({
      votes: [
        voted({ word: "old" }),
        voted({ word: "wrong", voted_at: from + 1 }),
        voted({ vote: 1 }),
        voted({ citation: "b:1" }),
        voted({ citation: "b:1", vote: 1 }),
      ],
    });
    expect([helpful, notHelpful]).toEqual([2, 3]);
    expect(leastHelpful).toEqual([
      { citation: "a:1", helpful: 1, notHelpful: 2, words: ["wrong", "old"], questions: [] },
    ]);
  });

  it("give quantiles that occurred, and none where nobody asked", async () => {
    const times = Array.from({ length: 20 }, (_, index) => asked({ latency_ms: (index + 1) * 10 }));
    expect(await compute({ questions: times })).toMatchObject({ medianMs: 100, slowMs: 190 });
    expect(await compute({})).toMatchObject({ medianMs: undefined, slowMs: undefined, questions: 0 });
  });

  it("go into a spreadsheet without becoming formulas", async () => {
    const texts = ['=HYPERLINK("x")', "+1", 'Wer sagte "nein", und warum?', "zwei\nZeilen"];
    const csv = renderInsightsCsv(
      await compute({
        questions: texts.map((question) => asked({ question, certainty: "none", citations: null })),
      }),
    );
    expect(csv.split("\r\n")[0]).toBe("section,item,number");
    expect(csv).toContain(`unanswered,"'=HYPERLINK(""x"")",1`);
    expect(csv).toContain("unanswered,'+1,1");
    expect(csv).toContain('unanswered,"Wer sagte ""nein"", und warum?",1');
    expect(csv).toContain('unanswered,"zwei\nZeilen",1');
  });
});

describe("the chart", () => {
  it("has bars as high as their numbers, from the ground, in the colours of answers", () => {
    const days = [
      { day: "2026-03-01", sure: 4, uncertain: 0, unanswered: 0 },
      { day: "2026-03-02", sure: 1, uncertain: 1, unanswered: 0 },
    ];
    const { width, height, data } = decode(drawChart(days));
    const count = (color: readonly number[], fromX: number, toX: number): number => {
      let pixels = 0;
      for (let y = 0; y < height; y++)
        for (let x = fromX; x < toX; x++)
          if (color.every((value, channel) => data[(y * width + x) * 3 + channel] === value)) pixels++;
      return pixels;
    };
    const [green, amber] = [
      [59, 165, 103],
      [224, 165, 48],
    ];
    const middle = Math.round(90 + (960 - 90 - 24) / 2);
    expect(count(green, 0, middle) / count(green, middle, width)).toBeCloseTo(4, 1);
    expect(count(amber, 0, middle)).toBe(0);
    expect(count(amber, middle, width) / count(green, middle, width)).toBeCloseTo(1, 1);
  });

  it.each([0, 1, 365, 3650])("is a picture of %i days too", (length) => {
    const days = Array.from({ length }, (_, index) => ({
      day: new Date(from + index * day).toISOString().slice(0, 10),
      sure: index % 7,
      uncertain: 1,
      unanswered: 0,
    }));
    expect(decode(drawChart(days))).toMatchObject({ width: 960, height: 360 });
  });
});
