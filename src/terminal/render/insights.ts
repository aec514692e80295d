import type { DayFigures, Insights } from "../../insights/insights.ts";
import { formatNumber } from "../../locales/dates.ts";
import type { Messages } from "../../locales/messages.ts";
import { sanitize } from "../text/sanitize.ts";
import type { Style } from "../text/style.ts";
import { fitLines } from "../text/wrap.ts";

const mostLines = 10;
const barColumns = 40;
const blocks: readonly { readonly kind: "sure" | "uncertain" | "unanswered"; readonly block: string }[] = [
  { kind: "sure", block: "█" },
  { kind: "uncertain", block: "▓" },
  { kind: "unanswered", block: "░" },
];
/** More lines than this are too many to look at: then one stands for a week. */
const mostDays = 31;

/** Everything that can be learned of what was asked, with a chart of bars. */
export function renderInsights(insights: Insights, days: number, messages: Messages, style: Style): string {
  const { insights: m } = messages;
  const { questions, sure, uncertain, unanswered, medianMs, slowMs } = insights;
  if (questions === 0) return [style.strong(m.title(days)), m.nothing].join("\n");
  const share = `${formatNumber(((sure + uncertain) / questions) * 100, messages.locale)} %`;
  const list = (title: string, lines: readonly string[], all = lines.length): string[] =>
    lines.length === 0
      ? []
      : ["", style.strong(title), ...lines.slice(0, mostLines), ...rest(all - Math.min(all, mostLines), messages)];
  const lines = [
    style.strong(m.title(days)),
    `${m.questions(questions)}. ${m.answered(share, sure, uncertain)}. ${m.unanswered(unanswered)}.`,
    ...(medianMs === undefined || slowMs === undefined ? [] : [`${m.latency(medianMs, slowMs)}.`]),
    `${m.votes(insights.helpful, insights.notHelpful)}.`,
    "",
    style.strong(m.days),
    ...chart(insights.days, style),
    style.faint(blocks.map(({ kind, block }) => `${block} ${m.kinds[kind]}`).join("   ")),
    ...list(
      m.unansweredGroups,
      insights.unansweredGroups.flatMap(({ question, count, alike }) => [
        `  ${m.times(count).padStart(5)}  ${sanitize(question)}${alike.length === 0 ? "" : style.faint(` (${sanitize(alike.slice(0, 2).join(" · "))})`)}`,
      ]),
    ),
    ...(insights.unansweredWithoutWords === 0
      ? []
      : [style.faint(`  ${m.wordsNotKept(insights.unansweredWithoutWords)} ${m.howToKeep}`)]),
    ...list(
      m.cited,
      insights.cited.map(
        ({ citation, count }) => `  ${m.times(count).padStart(5)}  ${style.accent(sanitize(citation))}`,
      ),
    ),
    ...list(
      m.leastHelpful,
      insights.leastHelpful.map(
        ({ citation, helpful, notHelpful, words }) =>
          `  ${style.accent(sanitize(citation))}  ${m.against(notHelpful, helpful)}${words.length === 0 ? "" : `  »${sanitize(words.slice(0, 3).join("« »"))}«`}`,
      ),
    ),
    ...list(
      m.neverCited(insights.neverCited.length, insights.documents),
      insights.neverCited.map((key) => `  ${style.accent(sanitize(key))}`),
    ),
  ];
  return fitLines(lines.join("\n"), style.width);
}

function rest(count: number, { insights }: Messages): string[] {
  return count > 0 ? [`  ${insights.more(count)}`] : [];
}

function chart(days: readonly DayFigures[], style: Style): string[] {
  const together = days.length > mostDays ? 7 : 1;
  const bars: DayFigures[] = [];
  for (let start = 0; start < days.length; start += together) {
    const joined = days.slice(start, start + together);
    const sum = (kind: (typeof blocks)[number]["kind"]): number => joined.reduce((all, each) => all + each[kind], 0);
    const [sure, uncertain, unanswered] = [sum("sure"), sum("uncertain"), sum("unanswered")];
    bars.push({ day: joined[0]?.day ?? "", sure, uncertain, unanswered });
  }
  const total = ({ sure, uncertain, unanswered }: DayFigures): number => sure + uncertain + unanswered;
  const highest = Math.max(1, ...bars.map(total));
  return bars.map((bar) => {
    const shown = blocks.map(({ kind, block }) => block.repeat(Math.ceil((bar[kind] / highest) * barColumns)));
    return `  ${bar.day}  ${shown.join("")} ${total(bar) === 0 ? style.faint("0") : total(bar)}`;
  });
}
