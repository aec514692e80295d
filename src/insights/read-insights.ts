import type { Fundstelle } from "../answering/service.ts";
import type { Store } from "../store/store.ts";
import { collectInsights, type InsightsScope, timeOf } from "./collect-insights.ts";
import type { Insights } from "./insights.ts";
import { renderInsightsCsv } from "./insights-csv.ts";
import { renderJudgments } from "./judgments.ts";

/** What can be learned of people's questions, in every form. */
export interface ReadInsights {
  readonly insights: Insights;
  csv(): string;
  judgments(): Promise<readonly string[]>;
}

export async function readInsights(store: Store, fundstelle: Fundstelle, scope: InsightsScope): Promise<ReadInsights> {
  const now = Date.now();
  const insights = await collectInsights({ store, fundstelle }, scope, now);
  const { from, until } = timeOf(scope, now);
  const [votes, pointers] = await Promise.all([store.votes.between(scope.guild, from, until), store.pointers.all()]);
  // What somebody has pointed to outweighs any vote.
  const pointed = pointers
    .filter(({ guild }) => scope.guild === undefined || guild === scope.guild)
    .map(({ question, citation }) => ({
      question,
      citation: citation.split("@")[0] ?? citation,
      vote: votes.length + 1,
    }));
  return {
    insights,
    csv: () => renderInsightsCsv(insights),
    judgments: () => renderJudgments(fundstelle, [...pointed, ...votes]),
  };
}
