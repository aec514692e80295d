import { ActivityType, type Client, Events, type Guild, type GuildTextBasedChannel } from "discord.js";
import type { Fundstelle } from "../answering/service.ts";
import { messagesFor } from "../locales/choose-messages.ts";
import type { Locale } from "../locales/locale.ts";
import { isGone, isPermissionMissing } from "./connection/discord-errors.ts";
import type { BotContext } from "./context.ts";
import { messagesForText, settingsIn } from "./locale.ts";
import { missingToAnswer } from "./messages/permissions.ts";
import { notice, toPayload } from "./render/parts/layout.ts";
import { openIn } from "./scope.ts";

/** Documents come and go while the bot runs. */
const presenceIntervalMs = 5 * 60_000;

/** Greets servers that the bot joins, and keeps its presence up to date. */
export function attendServers(client: Client, context: BotContext): void {
  const { log } = context;
  client.on(Events.GuildCreate, (guild) => {
    log.info({ guild: guild.id, members: guild.memberCount }, "joined a server");
    greet(guild, context).catch((err: unknown) => {
      if (isGone(err) || isPermissionMissing(err)) return;
      log.warn({ err, guild: guild.id }, "could not say hello");
    });
  });
  client.on(Events.GuildDelete, (guild) => log.info({ guild: guild.id }, "left a server"));
  keepPresence(client, context);
}

/** One message where the server has its own announced, if the bot may write there. */
async function greet(guild: Guild, context: BotContext): Promise<void> {
  const { fundstelle, log } = context;
  const channel: GuildTextBasedChannel | null = guild.systemChannel;
  const me = guild.members.me ?? (await guild.members.fetchMe());
  if (channel === null || missingToAnswer(channel, me).length > 0) {
    log.info({ guild: guild.id }, "no channel to say hello in");
    return;
  }
  const { discord } = messagesForText(undefined, guild.preferredLocale, settingsIn(guild.id, context));
  const documents = fundstelle.sources(openIn(guild.id, context.community)).length;
  const words = discord.joined(`<@${guild.client.user.id}>`, documents).join("\n");
  // With a nonce, a request that is sent again does not become a second hello.
  await channel.send({ ...toPayload(notice(words)), nonce: guild.id, enforceNonce: true });
}

function keepPresence(client: Client, { fundstelle, settings }: BotContext): void {
  let shown = "";
  const show = (isNew: boolean): void => {
    const words = presenceOf(fundstelle, settings.locale ?? settings.defaultLocale);
    if (!client.isReady() || (words === shown && !isNew)) return;
    shown = words;
    client.user.setPresence({ activities: [{ type: ActivityType.Custom, name: words, state: words }] });
  };
  // A new session starts without a presence.
  client.on(Events.ShardReady, () => show(true));
  client.on(Events.ClientReady, () => {
    show(true);
    const timer = setInterval(() => {
      if (client.isReady()) show(false);
      else clearInterval(timer);
    }, presenceIntervalMs).unref();
  });
}

/** What can be asked, and of how many documents that are open to everybody. */
export function presenceOf(fundstelle: Pick<Fundstelle, "sources">, locale: Locale): string {
  return messagesFor(locale).discord.presence(fundstelle.sources({ audience: {} }).length);
}
