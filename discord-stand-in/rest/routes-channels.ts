import { channelJson } from "../state/serialize.ts";
import type { Channel } from "../state/state.ts";
import { apiErrors } from "./errors.ts";
import type { Call, Route } from "./route.ts";

/** The channel that the path names, as far as the bot may see it. */
export function channelIn(call: Call): Channel {
  const { world } = call;
  const channel = world.channels.get(call.param("channel_id"));
  if (!channel) throw apiErrors.unknownChannel();
  if (!world.may(channel, world.bot.id, "ViewChannel")) throw apiErrors.missingAccess();
  return channel;
}

export const channelRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/channels/{channel_id}",
    access: "bot",
    handle: (call) => ({ status: 200, body: channelJson(call.world, channelIn(call)) }),
  },
  {
    method: "POST",
    template: "/channels/{channel_id}/typing",
    access: "bot",
    handle: (call) => {
      const channel = channelIn(call);
      if (!call.world.maySend(channel, call.world.bot.id)) throw apiErrors.missingPermissions();
      call.world.hub.tell("typing", channel);
      return { status: 204 };
    },
  },
];
