import { type Client, Events, PermissionFlagsBits } from "discord.js";
import { describeError } from "../../errors.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { messagesForText, settingsIn } from "../locale.ts";
import { toPayload } from "../render/parts/layout.ts";
import { insightsMessage } from "./insights-message.ts";

const checkMs = 600_000;
const dayMs = 86_400_000;
const digestDays = 7;
/** Mondays, from this hour on, in UTC. */
const mondayHour = 8;

/** Posts the summary of the week, once a week, in the channels that servers have named. */
export function postDigests(client: Client, context: BotContext): void {
  client.on(Events.ClientReady, () => {
    const timer = setInterval(() => {
      if (client.isReady()) void postDueDigests(client, context, new Date());
      else clearInterval(timer);
    }, checkMs).unref();
  });
}

/** Posts what is due: whichever of several processes is first, and never twice. */
export async function postDueDigests(client: Client<true>, context: BotContext, now: Date): Promise<void> {
  const { community, log } = context;
  const { store } = community;
  const week = weekOf(now);
  if (store === undefined || week === undefined) return;
  for (const guild of client.guilds.cache.values()) {
    const { digestChannel } = community.settingsOf(guild.id);
    if (digestChannel === undefined) continue;
    try {
      if (!(await store.claims.claim(`digest ${guild.id} ${digestChannel} ${week}`))) continue;
      const channel = await guild.channels.fetch(digestChannel);
      if (channel?.isTextBased() !== true) continue;
      const m = messagesForText(undefined, guild.preferredLocale, settingsIn(guild.id, context));
      const me = guild.members.me ?? (await guild.members.fetchMe());
      const mayAttach = channel.permissionsFor(me).has(PermissionFlagsBits.AttachFiles);
      const wish = { guild: guild.id, days: digestDays, m, isDigest: true, mayAttach };
      const message = await insightsMessage({ ...context, store }, wish);
      await channel.send({ ...toPayload(message.view), files: message.files });
    } catch (error) {
      const isTheirs = isGone(error) || isPermissionMissing(error);
      log[isTheirs ? "info" : "warn"]({ guild: guild.id, reason: describeError(error) }, "no weekly summary");
    }
  }
}

/** The Monday of a week in which the summary is due; undefined before that hour of the Monday. */
function weekOf(now: Date): string | undefined {
  const daysSinceMonday = (now.getUTCDay() + 6) % 7;
  if (daysSinceMonday === 0 && now.getUTCHours() < mondayHour) return undefined;
  return new Date(now.getTime() - daysSinceMonday * dayMs).toISOString().slice(0, 10);
}
