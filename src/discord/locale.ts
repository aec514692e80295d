import type { BaseInteraction } from "discord.js";
import { messagesFor } from "../locales/choose-messages.ts";
import { chooseLocale } from "../locales/locale.ts";
import type { Messages } from "../locales/messages.ts";
import type { BotContext, BotSettings } from "./context.ts";

/** What decides the language in a server, which may have set its own. */
export function settingsIn(
  guildId: string | null,
  { settings, community }: Pick<BotContext, "settings" | "community">,
): Pick<BotSettings, "locale" | "defaultLocale"> {
  return { locale: community.settingsOf(guildId).locale, defaultLocale: settings.defaultLocale };
}

/** The words to speak with the person who acted. */
export function messagesOf(
  interaction: Pick<BaseInteraction, "locale" | "guildLocale">,
  { locale, defaultLocale }: Pick<BotSettings, "locale" | "defaultLocale">,
): Messages {
  const clues = { setting: locale, person: interaction.locale, guild: interaction.guildLocale ?? undefined };
  return messagesFor(chooseLocale(clues, defaultLocale));
}

/** The words to speak with somebody who wrote a message: Discord does not tell their language. */
export function messagesForText(
  question: string | undefined,
  guild: string | undefined,
  { locale, defaultLocale }: Pick<BotSettings, "locale" | "defaultLocale">,
): Messages {
  return messagesFor(chooseLocale({ setting: locale, question, guild }, defaultLocale));
}
