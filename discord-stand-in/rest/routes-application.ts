import { z } from "zod";
import { privilegedIntents } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import { channelJson, userJson } from "../state/serialize.ts";
import type { World } from "../state/world.ts";
import { apiErrors } from "./errors.ts";
import type { Route } from "./route.ts";

/** In the application's flags, "limited" means that an intent is switched on for a bot in few servers. */
const limitedFlags = { guildPresences: 1 << 13, guildMembers: 1 << 15, messageContent: 1 << 19 } as const;

export function applicationFlags(world: World): number {
  return privilegedIntents
    .filter((name) => world.settings.allowedIntents.includes(name))
    .reduce((flags, name) => flags | limitedFlags[name], 0);
}

function applicationJson(world: World): JsonObject {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: "",
    summary: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    team: null,
    flags: applicationFlags(world),
    bot: userJson(world.bot),
    owner: userJson(world.bot),
    approximate_guild_count: world.guilds.size,
    integration_types_config: { "0": {}, "1": {} },
    tags: [],
    redirect_uris: [],
  };
}

const gatewayUrl = (world: World) => `${world.origin.replace("http", "ws")}/gateway`;

export const applicationRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/gateway",
    access: "open",
    handle: ({ world }) => ({ status: 200, body: { url: gatewayUrl(world) } }),
  },
  {
    method: "GET",
    template: "/gateway/bot",
    access: "bot",
    handle: ({ world }) => ({
      status: 200,
      body: {
        url: gatewayUrl(world),
        shards: world.settings.recommendedShards,
        session_start_limit: {
          total: 1000,
          remaining: 1000,
          reset_after: 86_400_000,
          max_concurrency: world.settings.recommendedShards,
        },
      },
    }),
  },
  {
    method: "GET",
    template: "/users/@me",
    access: "bot",
    handle: ({ world }) => ({ status: 200, body: userJson(world.bot) }),
  },
  {
    method: "GET",
    template: "/users/{user_id}",
    access: "bot",
    handle: ({ world, param }) => {
      const user = world.users.get(param("user_id"));
      if (!user) throw apiErrors.unknownUser();
      return { status: 200, body: userJson(user) };
    },
  },
  {
    method: "POST",
    template: "/users/@me/channels",
    access: "bot",
    handle: ({ world, parse }) => {
      const { recipient_id } = parse(z.looseObject({ recipient_id: z.string() }));
      const user = world.users.get(recipient_id);
      if (!user) throw apiErrors.unknownUser();
      if (user.bot) throw apiErrors.directMessagesClosed();
      return { status: 200, body: channelJson(world, world.directChannel(user)) };
    },
  },
  ...["/oauth2/applications/@me", "/applications/@me"].map(
    (template): Route => ({
      method: "GET",
      template,
      access: "bot",
      handle: ({ world }) => ({ status: 200, body: applicationJson(world) }),
    }),
  ),
  {
    method: "GET",
    template: "/oauth2/@me",
    access: "bot",
    handle: ({ world }) => ({
      status: 200,
      body: { application: applicationJson(world), scopes: [], expires: "2100-01-01T00:00:00Z" },
    }),
  },
];
