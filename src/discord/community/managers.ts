import { type BaseInteraction, GuildMember, PermissionFlagsBits } from "discord.js";
import type { ServerSettings } from "../../config/server-settings.ts";

/** Whether whoever acts manages the bot in this server: who manages the server does, and who has the role for it. */
export function isManager(
  { member, memberPermissions }: Pick<BaseInteraction, "member" | "memberPermissions">,
  { managerRole }: Pick<ServerSettings, "managerRole">,
): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return true;
  if (managerRole === undefined || member === null) return false;
  return member instanceof GuildMember ? member.roles.cache.has(managerRole) : member.roles.includes(managerRole);
}
