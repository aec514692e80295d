import { channelJson, guildSummaryJson, memberJson, roleJson } from "../state/serialize.ts";
import type { Guild } from "../state/state.ts";
import { apiErrors } from "./errors.ts";
import type { Call, Route } from "./route.ts";

function guildIn(call: Call): Guild {
  const guild = call.world.guilds.get(call.param("guild_id"));
  if (!guild) throw apiErrors.unknownGuild();
  if (!guild.members.has(call.world.bot.id)) throw apiErrors.missingAccess();
  return guild;
}

const get = (template: string, answer: (call: Call, guild: Guild) => unknown): Route => ({
  method: "GET",
  template,
  access: "bot",
  handle: (call) => ({ status: 200, body: answer(call, guildIn(call)) }),
});

export const guildRoutes: readonly Route[] = [
  get("/guilds/{guild_id}", (_, guild) => guildSummaryJson(guild)),
  get("/guilds/{guild_id}/roles", (_, guild) => [...guild.roles.values()].map(roleJson)),
  get("/guilds/{guild_id}/roles/{role_id}", (call, guild) => {
    const role = guild.roles.get(call.param("role_id"));
    if (!role) throw apiErrors.notFound();
    return roleJson(role);
  }),
  get("/guilds/{guild_id}/channels", ({ world }, guild) =>
    [...world.channels.values()]
      .filter((channel) => channel.guildId === guild.id && !channel.thread)
      .map((channel) => channelJson(world, channel)),
  ),
  get("/guilds/{guild_id}/members", ({ world }, guild) =>
    [...guild.members.values()].map((member) => memberJson(world, member)),
  ),
  get("/guilds/{guild_id}/members/{user_id}", (call, guild) => {
    const member = guild.members.get(call.param("user_id"));
    if (!member) throw apiErrors.unknownMember();
    return memberJson(call.world, member);
  }),
  get("/guilds/{guild_id}/threads/active", ({ world }, guild) => ({
    threads: [...world.channels.values()]
      .filter((channel) => channel.guildId === guild.id && channel.thread && !channel.thread.archived)
      .map((channel) => channelJson(world, channel)),
    members: [],
  })),
  {
    method: "GET",
    template: "/users/@me/guilds",
    access: "bot",
    handle: ({ world }) => ({
      status: 200,
      body: [...world.guilds.values()].map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        owner: false,
        permissions: "0",
        features: [],
      })),
    }),
  },
  {
    method: "DELETE",
    template: "/users/@me/guilds/{guild_id}",
    access: "bot",
    handle: (call) => {
      guildIn(call).members.delete(call.world.bot.id);
      return { status: 204 };
    },
  },
];
