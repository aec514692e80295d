import { describe, expect, it } from "vitest";
import { renderInsights } from "../../../../src/discord/render/community/insights-view.ts";
import type { Insights } from "../../../../src/insights/insights.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { shown } from "../support/shown.ts";

const none: Insights = {
  from: 0,
  until: 1,
  questions: 0,
  sure: 0,
  uncertain: 0,
  unanswered: 0,
  medianMs: undefined,
  slowMs: undefined,
  days: [],
  unansweredGroups: [],
  unansweredWithoutWords: 0,
  cited: [],
  helpful: 0,
  notHelpful: 0,
  leastHelpful: [],
  neverCited: [],
  documents: 0,
};
const asked = { ...none, questions: 8, sure: 5, uncertain: 1, unanswered: 2, helpful: 3, notHelpful: 4 };

type Options = Parameters<typeof renderInsights>[1];

const view = (insights: Insights, options: Partial<Options> = {}): string[] =>
  shown(
    renderInsights(insights, {
      days: 7,
      m: messagesFor("de"),
      link: undefined,
      hasChart: false,
      isDigest: false,
      ...options,
    }),
  );

describe("what was asked", () => {
  it("is nothing", () => {
    expect(view(none, { isDigest: true, hasChart: true })).toEqual([
      "=== plain",
      "## Wochenbericht: Was in den letzten 7 Tagen gefragt wurde",
      "In dieser Zeit hat niemand etwas gefragt.",
    ]);
  });

  it("is told in figures, with a chart and a link where there are any", () => {
    expect(view(asked)).toEqual([
      "=== plain",
      "## Was in den letzten 7 Tagen gefragt wurde\n**8 Fragen** · 75 % beantwortet: 5 sicher, 1 unsicher · 2 ohne Antwort\nStimmen: 3 hilfreich, 4 nicht hilfreich",
    ]);
    const link = "https://read.example/insights";
    const timed = { ...asked, medianMs: 12, slowMs: 340 };
    expect(view(timed, { hasChart: true, isDigest: true, link })).toEqual([
      "=== plain",
      "## Wochenbericht: Was in den letzten 7 Tagen gefragt wurde\n**8 Fragen** · 75 % beantwortet: 5 sicher, 1 unsicher · 2 ohne Antwort\nStimmen: 3 hilfreich, 4 nicht hilfreich\n-# Dauer einer Antwort: die Hälfte in 12 ms, 95 von 100 in 340 ms",
      '{"type":12,"items":[{"media":{"url":"attachment://chart.png"}}]}',
      "-# 🟩 sicher beantwortet  🟨 unsicher beantwortet  ⬜ ohne Antwort",
      "[Alles ansehen (eine Stunde lang) -> https://read.example/insights]",
    ]);
    expect(view({ ...asked, medianMs: 12 })).toEqual(view(asked));
    expect(view({ ...asked, slowMs: 12 })).toEqual(view(asked));
  });

  it("has lists of what to look at", () => {
    const told = {
      ...asked,
      unansweredGroups: [{ question: "Was *kostet*\ndas?", count: 2, alike: [] }],
      unansweredWithoutWords: 3,
      leastHelpful: [
        { citation: "turm:7", helpful: 1, notHelpful: 4, words: ["Fal_sch", "nein"], questions: [] },
        { citation: "turm:8", helpful: 0, notHelpful: 1, words: [], questions: [] },
      ],
      cited: [{ citation: "turm:9", count: 5 }],
      neverCited: ["hügel", "bau"],
      documents: 9,
    };
    expect(view(told)).toEqual([
      "=== plain",
      "## Was in den letzten 7 Tagen gefragt wurde\n**8 Fragen** · 75 % beantwortet: 5 sicher, 1 unsicher · 2 ohne Antwort\nStimmen: 3 hilfreich, 4 nicht hilfreich",
      "---",
      "**Ohne Antwort, nach dem, worum es ging**\n- **2×** Was \\*kostet\\* das?\n-# 3 Fragen ohne Antwort, deren Wortlaut nicht gespeichert ist. Den Wortlaut speichern lässt sich in /einstellungen.",
      "---",
      "**Am wenigsten hilfreich**\n- `turm:7` 4 dagegen, 1 dafür · *Fal\\_sch*\n- `turm:8` 1 dagegen, 0 dafür",
      "---",
      "**Am häufigsten gezeigte Textstellen**\n- **5×** `turm:9`",
      "**Nie gezeigt: 2 von 9 Dokumenten**\n`hügel` `bau`",
    ]);
    const unkept = { ...asked, unansweredWithoutWords: 1 };
    expect(view(unkept)).toEqual([
      "=== plain",
      "## Was in den letzten 7 Tagen gefragt wurde\n**8 Fragen** · 75 % beantwortet: 5 sicher, 1 unsicher · 2 ohne Antwort\nStimmen: 3 hilfreich, 4 nicht hilfreich",
      "---",
      "**Ohne Antwort, nach dem, worum es ging**\n-# 1 Frage ohne Antwort, deren Wortlaut nicht gespeichert ist. Den Wortlaut speichern lässt sich in /einstellungen.",
    ]);
  });

  it("names six of each, and how many more there are", () => {
    const lists = (count: number): Insights => {
      const numbers = Array.from({ length: count }, (_, index) => index);
      return {
        ...asked,
        unansweredGroups: numbers.map((number) => ({ question: `Frage ${number}`, count: 1, alike: [] })),
        unansweredWithoutWords: 1,
        cited: numbers.map((number) => ({ citation: `turm:${number}`, count: 1 })),
        neverCited: numbers.map((number) => `d${number}`),
        documents: count,
      };
    };
    expect(view(lists(8)).slice(2)).toEqual([
      "---",
      "**Ohne Antwort, nach dem, worum es ging**\n- **1×** Frage 0\n- **1×** Frage 1\n- **1×** Frage 2\n- **1×** Frage 3\n- **1×** Frage 4\n- **1×** Frage 5\n… und 2 weitere\n-# 1 Frage ohne Antwort, deren Wortlaut nicht gespeichert ist. Den Wortlaut speichern lässt sich in /einstellungen.",
      "---",
      "**Am häufigsten gezeigte Textstellen**\n- **1×** `turm:0`\n- **1×** `turm:1`\n- **1×** `turm:2`\n- **1×** `turm:3`\n- **1×** `turm:4`\n- **1×** `turm:5`\n… und 2 weitere",
      "**Nie gezeigt: 8 von 8 Dokumenten**\n`d0` `d1` `d2` `d3` `d4` `d5` … und 2 weitere",
    ]);
    expect(view(lists(6)).join("\n")).not.toContain("weitere");
  });

  it("fits a message, however long the words and keys are", () => {
    const long = "*".repeat(500);
    const key = "k".repeat(64);
    const eight = <T>(value: T): T[] => Array<T>(8).fill(value);
    const longest = {
      ...asked,
      questions: 1_000_000,
      sure: 1_000_000,
      unanswered: 1_000_000,
      medianMs: 100_000,
      slowMs: 1_000_000,
      unansweredGroups: eight({ question: long, count: 100_000, alike: [] }),
      unansweredWithoutWords: 100_000,
      leastHelpful: eight({ citation: `${key}:123456`, helpful: 1, notHelpful: 100_000, words: [long], questions: [] }),
      cited: eight({ citation: `${key}:123456-123460`, count: 100_000 }),
      neverCited: eight(key),
      documents: 100_000,
    };
    for (const locale of ["de", "en"] as const) {
      const options = { hasChart: true, isDigest: true, m: messagesFor(locale), days: 365 };
      expect(view(longest, options).length).toBeGreaterThan(5);
    }
  });
});
