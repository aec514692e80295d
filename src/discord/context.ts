import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import type { ServerDocuments } from "../documents/servers/server-documents.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { Community } from "./community/community.ts";
import type { Cooldowns } from "./load/cooldown.ts";
import type { RecentEvents } from "./load/recent-events.ts";

/** The settings that concern the bot. */
export type BotSettings = Pick<
  Settings,
  "locale" | "defaultLocale" | "logQuestions" | "discord" | "servers" | "cooldown" | "queue"
>;

/** What every handler of commands, components and messages is given. */
export interface BotContext {
  readonly fundstelle: Fundstelle;
  readonly settings: BotSettings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly cooldowns: Cooldowns;
  readonly recentEvents: RecentEvents;
  readonly community: Community;
  /** The documents that servers add themselves; absent: they cannot. */
  readonly serverDocuments?: ServerDocuments | undefined;
  /** A link to the page of what was asked in a server; absent: there is no such page. */
  readonly insightsLink?: ((guild: string, days: number) => string) | undefined;
}
