import { ComponentType } from "discord.js";
import type { Insights } from "../../../insights/insights.ts";
import { formatNumber } from "../../../locales/dates.ts";
import type { Messages } from "../../../locales/messages.ts";
import { type Block, colors, container, rows, separator, sourceButtons, text, type View } from "../parts/layout.ts";
import { cutLine } from "../text/cut.ts";
import { inlineCode } from "../text/escape.ts";

/** The name under which the chart is attached. */
export const chartFile = "chart.png";
const mostLines = 6;
const questionChars = 120;
const squares = { sure: "🟩", uncertain: "🟨", unanswered: "⬜" } as const;

/**
 * What can be learned of what was asked, as a message that a chart is attached to.
 * @param link to the page with all of it; undefined where there is none
 */
export function renderInsights(
  insights: Insights,
  {
    days,
    m,
    link,
    hasChart,
    isDigest,
  }: {
    readonly days: number;
    readonly m: Messages;
    readonly link: string | undefined;
    readonly hasChart: boolean;
    readonly isDigest: boolean;
  },
): View {
  const words = m.insights;
  const { questions, sure, uncertain, unanswered, medianMs, slowMs } = insights;
  const title = `## ${isDigest ? `${words.digest}: ` : ""}${words.title(days)}`;
  if (questions === 0) return container([text(title), text(words.nothing)], colors.plain);
  const share = `${formatNumber(((sure + uncertain) / questions) * 100, m.locale)} %`;
  const said = (typed: string): string => cutLine(typed, questionChars);
  return container(
    [
      text(
        [
          title,
          `**${words.questions(questions)}** · ${words.answered(share, sure, uncertain)} · ${words.unanswered(unanswered)}`,
          words.votes(insights.helpful, insights.notHelpful),
          ...(medianMs === undefined || slowMs === undefined ? [] : [`-# ${words.latency(medianMs, slowMs)}`]),
        ].join("\n"),
      ),
      ...(hasChart ? chartBlocks(m) : []),
      ...list(
        words.unansweredGroups,
        insights.unansweredGroups.map(({ question, count }) => `**${words.times(count)}** ${said(question)}`),
        m,
        insights.unansweredWithoutWords === 0
          ? []
          : [`-# ${words.wordsNotKept(insights.unansweredWithoutWords)} ${words.howToKeep}`],
      ),
      ...list(
        words.leastHelpful,
        insights.leastHelpful.map(
          ({ citation, helpful, notHelpful, words: told }) =>
            `${inlineCode(citation)} ${words.against(notHelpful, helpful)}${told[0] === undefined ? "" : ` · *${said(told[0])}*`}`,
        ),
        m,
      ),
      ...list(
        words.cited,
        insights.cited.map(({ citation, count }) => `**${words.times(count)}** ${inlineCode(citation)}`),
        m,
      ),
      ...(insights.neverCited.length === 0
        ? []
        : [
            text(
              `**${words.neverCited(insights.neverCited.length, insights.documents)}**\n${insights.neverCited.slice(0, mostLines).map(inlineCode).join(" ")}${more(insights.neverCited.length, m)}`,
            ),
          ]),
      ...rows(sourceButtons([link], words.openPage)),
    ],
    colors.plain,
  );
}

function chartBlocks({ insights }: Messages): Block[] {
  const legend = (["sure", "uncertain", "unanswered"] as const).map(
    (kind) => `${squares[kind]} ${insights.kinds[kind]}`,
  );
  return [
    { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${chartFile}` } }] },
    text(`-# ${legend.join("  ")}`),
  ];
}

function list(title: string, lines: readonly string[], m: Messages, last: readonly string[] = []): Block[] {
  if (lines.length + last.length === 0) return [];
  const shown = lines.slice(0, mostLines).map((line) => `- ${line}`);
  const all = [`**${title}**`, ...shown, ...(lines.length > mostLines ? [more(lines.length, m).trim()] : []), ...last];
  return [separator(), text(all.join("\n"))];
}

function more(count: number, { insights }: Messages): string {
  return count > mostLines ? ` ${insights.more(count - mostLines)}` : "";
}
