import type { RepliableInteraction } from "discord.js";
import type { ManagerAction } from "../../locales/messages/community-messages.ts";
import type { Store } from "../../store/store.ts";
import type { CommandContext } from "../commands/command.ts";
import { explain } from "../replying/respond.ts";
import { isManager } from "./managers.ts";

/** Somebody who manages the bot in a server, at work. */
export interface Managing {
  readonly guildId: string;
  readonly store: Store;
  /** Puts what was done on the audit list. */
  note(action: ManagerAction, detail: string): Promise<void>;
}

/** @returns undefined if the person may not manage, which they have been told then */
export async function asManager(
  interaction: RepliableInteraction,
  { m, community }: Pick<CommandContext, "m" | "community">,
): Promise<Managing | undefined> {
  const { guildId, user } = interaction;
  const { store } = community;
  const words = m.discord.community;
  const refusal =
    guildId === null
      ? words.onlyInServers
      : !isManager(interaction, community.settingsOf(guildId))
        ? words.notManager
        : words.noStore;
  if (guildId === null || store === undefined || refusal === words.notManager) {
    await explain(interaction, refusal);
    return undefined;
  }
  return {
    guildId,
    store,
    note: (action, detail) => store.audit.add({ guild: guildId, manager: user.id, action, detail }),
  };
}
