import { parseStoredSettings } from "../../config/server-settings.ts";
import type { Store } from "../../store/store.ts";
import type { CommandContext } from "../commands/command.ts";
import { renderSettings } from "../render/community/settings-view.ts";
import type { View } from "../render/parts/layout.ts";

/** A server's settings as a form of menus. */
export async function settingsPanel(
  guildId: string,
  store: Store,
  { m, community, settings }: Pick<CommandContext, "m" | "community" | "settings">,
): Promise<View> {
  return renderSettings(parseStoredSettings(await store.settings.read(guildId)), {
    m,
    settings: community.settingsOf(guildId),
    defaults: settings.servers,
    hasIntent: settings.discord.messageContentIntent,
  });
}
