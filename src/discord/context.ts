import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { Cooldowns } from "./load/cooldown.ts";
import type { RecentEvents } from "./load/recent-events.ts";

/** What the settings say about the bot. */
export type BotSettings = Pick<
  Settings,
  "locale" | "defaultLocale" | "logQuestions" | "discord" | "cooldown" | "queue"
>;

/** What commands, components and messages are answered with. */
export interface BotContext {
  readonly fundstelle: Fundstelle;
  readonly settings: BotSettings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly cooldowns: Cooldowns;
  readonly recentEvents: RecentEvents;
}
