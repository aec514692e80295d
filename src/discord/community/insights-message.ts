import { drawChart } from "../../insights/chart/draw-chart.ts";
import { collectInsights } from "../../insights/collect-insights.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Store } from "../../store/store.ts";
import type { BotContext } from "../context.ts";
import { chartFile, renderInsights } from "../render/community/insights-view.ts";
import type { View } from "../render/parts/layout.ts";

/** What a message about a server's questions consists of. */
export interface InsightsMessage {
  readonly view: View;
  readonly files: readonly { readonly attachment: Buffer; readonly name: string }[];
}

export interface InsightsWish {
  readonly guild: string;
  readonly days: number;
  readonly m: Messages;
  /** Whether it is posted in a channel every week, rather than shown to a manager. */
  readonly isDigest?: boolean;
  /** Whether files may be sent there. */
  readonly mayAttach?: boolean;
}

export async function insightsMessage(
  {
    store,
    fundstelle,
    insightsLink,
    community,
  }: Pick<BotContext, "fundstelle" | "insightsLink" | "community"> & { readonly store: Store },
  { guild, days, m, isDigest = false, mayAttach = true }: InsightsWish,
): Promise<InsightsMessage> {
  await community.flush();
  const insights = await collectInsights({ store, fundstelle }, { guild, days });
  // The link opens what managers alone may see: it does not go into a channel.
  const link = isDigest ? undefined : insightsLink?.(guild, days);
  const hasChart = mayAttach && insights.questions > 0;
  const files = !hasChart ? [] : [{ attachment: Buffer.from(drawChart(insights.days)), name: chartFile }];
  return { view: renderInsights(insights, { days, m, link, hasChart, isDigest }), files };
}
