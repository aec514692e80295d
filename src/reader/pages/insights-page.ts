import type { Insights } from "../../insights/insights.ts";
import { formatNumber } from "../../locales/dates.ts";
import type { Messages } from "../../locales/messages.ts";
import { type Html, html, nothing } from "./parts/html.ts";
import { renderPage } from "./parts/layout.ts";

const chart = { width: 900, height: 240 };
const kinds = ["sure", "uncertain", "unanswered"] as const;

/** What was asked in a server, for its managers: no link leads from here to anything else. */
export function renderInsightsPage(insights: Insights, days: number, m: Messages): Html {
  const { questions, sure, uncertain, unanswered, medianMs, slowMs } = insights;
  const words = m.insights;
  const title = words.title(days);
  const share = `${formatNumber(questions === 0 ? 0 : ((sure + uncertain) / questions) * 100, m.locale)} %`;
  const body =
    questions === 0
      ? html`<h1>${title}</h1><p>${words.nothing}</p>`
      : html`<h1>${title}</h1>
<p>${words.questions(questions)}. ${words.answered(share, sure, uncertain)}. ${words.unanswered(unanswered)}.
${medianMs === undefined || slowMs === undefined ? "" : `${words.latency(medianMs, slowMs)}.`} ${words.votes(insights.helpful, insights.notHelpful)}.</p>
<h2>${words.days}</h2>${renderChart(insights, m)}
${renderList(
  words.unansweredGroups,
  insights.unansweredGroups.map(
    ({ question, count, alike }) =>
      html`<strong>${words.times(count)}</strong> ${question}${alike.length === 0 ? nothing : html` <small>${alike.join(" · ")}</small>`}`,
  ),
)}
${insights.unansweredWithoutWords === 0 ? nothing : html`<p class="source">${words.wordsNotKept(insights.unansweredWithoutWords)} ${words.howToKeep}</p>`}
${renderList(
  words.cited,
  insights.cited.map(({ citation, count }) => html`<strong>${words.times(count)}</strong> <code>${citation}</code>`),
)}
${renderList(
  words.leastHelpful,
  insights.leastHelpful.map(
    (voted) =>
      html`<code>${voted.citation}</code> ${words.against(voted.notHelpful, voted.helpful)} ${[...voted.questions, ...voted.words].map((text) => html`<q>${text}</q> `)}`,
  ),
)}
${renderList(
  words.neverCited(insights.neverCited.length, insights.documents),
  insights.neverCited.map((key) => html`<code>${key}</code>`),
)}`;
  return renderPage({ title, body }, { m, visitor: undefined });
}

function renderList(title: string, items: readonly Html[]): Html {
  return items.length === 0 ? nothing : html`<h2>${title}</h2><ol>${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}

/** Bars day by day, which a screen reader gets as a table. */
function renderChart({ days }: Insights, { insights }: Messages): Html {
  const highest = Math.max(1, ...days.map(({ sure, uncertain, unanswered }) => sure + uncertain + unanswered));
  const step = chart.width / Math.max(1, days.length);
  const bars = days.flatMap((figures, position) => {
    let top = chart.height;
    return kinds.map((kind) => {
      const height = (figures[kind] / highest) * chart.height;
      top -= height;
      return html`<rect class="${kind}" x="${(position * step + step * 0.12).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.76).toFixed(1)}" height="${height.toFixed(1)}"><title>${figures.day}: ${figures[kind]} ${insights.kinds[kind]}</title></rect>`;
    });
  });
  return html`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" aria-hidden="true">${bars}</svg>
<p class="legend" aria-hidden="true">${kinds.map((kind) => html`<span class="${kind}">${insights.kinds[kind]}</span> `)}</p>
<table class="figures"><caption>${insights.days}</caption><thead><tr><th></th>${kinds.map((kind) => html`<th scope="col">${insights.kinds[kind]}</th>`)}</tr></thead>
<tbody>${days.map((figures) => html`<tr><th scope="row">${figures.day}</th>${kinds.map((kind) => html`<td>${figures[kind]}</td>`)}</tr>`)}</tbody></table>`;
}
