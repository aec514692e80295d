import type { Insights } from "./insights.ts";

/** Everything as lines of three cells, section, item and number, for a spreadsheet. */
export function renderInsightsCsv(insights: Insights): string {
  const { questions, sure, uncertain, unanswered, medianMs, slowMs, helpful, notHelpful } = insights;
  const totals = { questions, sure, uncertain, unanswered, helpful, notHelpful, medianMs, slowMs };
  const rows: (readonly (string | number)[])[] = [
    ["section", "item", "number"],
    ...Object.entries(totals).flatMap(([name, value]) => (value === undefined ? [] : [["total", name, value]])),
    ...insights.days.flatMap(({ day, ...figures }) =>
      Object.entries(figures).map(([name, count]) => [`day ${name}`, day, count]),
    ),
    ...insights.unansweredGroups.map(({ question, count }) => ["unanswered", question, count]),
    ...insights.cited.map(({ citation, count }) => ["cited", citation, count]),
    ...insights.leastHelpful.map((voted) => ["not helpful", voted.citation, voted.notHelpful - voted.helpful]),
    ...insights.neverCited.map((key) => ["never cited", key, 0]),
  ];
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}

/** Quoted as RFC 4180 has it. Spreadsheets would take what begins like a formula for one: people wrote these texts. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
