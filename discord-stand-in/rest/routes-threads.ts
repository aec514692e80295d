import { z } from "zod";
import { channelTypes } from "../flags.ts";
import { archiveThread, createThread } from "../state/messages.ts";
import { channelJson, threadMemberJson } from "../state/serialize.ts";
import { deleteChannel } from "../state/setup.ts";
import type { Channel } from "../state/state.ts";
import { apiErrors } from "./errors.ts";
import type { Call, Reply, Route } from "./route.ts";
import { channelIn } from "./routes-channels.ts";

const NewThreadBody = z.looseObject({
  name: z.string().min(1).max(100),
  type: z.int().nullish(),
  auto_archive_duration: z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10_080)]).nullish(),
});

function checkMayThread({ world }: Call, channel: Channel): void {
  if (channel.guildId === undefined || channel.thread) throw apiErrors.missingPermissions();
  if (!world.may(channel, world.bot.id, "CreatePublicThreads")) throw apiErrors.missingPermissions();
  if (channel.type === channelTypes.voice) throw apiErrors.wrongChannelType();
}

function fromMessage(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  const message = channel.messages.get(call.param("message_id"));
  if (!message || message.ephemeralFor !== undefined) throw apiErrors.unknownMessage();
  checkMayThread(call, channel);
  const body = call.parse(NewThreadBody);
  if (message.threadId !== undefined) throw apiErrors.threadExists();
  const thread = createThread(world, channel, {
    name: body.name,
    owner: world.bot,
    from: message,
    autoArchiveMinutes: body.auto_archive_duration ?? undefined,
  });
  return { status: 201, body: channelJson(world, thread) };
}

function withoutMessage(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  checkMayThread(call, channel);
  const body = call.parse(NewThreadBody);
  const thread = createThread(world, channel, {
    name: body.name,
    owner: world.bot,
    from: undefined,
    // Discord makes a thread private unless told otherwise.
    type: body.type ?? channelTypes.privateThread,
    autoArchiveMinutes: body.auto_archive_duration ?? undefined,
  });
  return { status: 201, body: channelJson(world, thread) };
}

function threadIn(call: Call): Channel {
  const channel = channelIn(call);
  if (!channel.thread) throw apiErrors.missingPermissions();
  return channel;
}

function change(call: Call): Reply {
  const { world } = call;
  const channel = threadIn(call);
  const body = call.parse(
    z.looseObject({
      name: z.string().min(1).max(100).optional(),
      archived: z.boolean().optional(),
      locked: z.boolean().optional(),
    }),
  );
  const owns = channel.thread?.ownerId === world.bot.id;
  // Whoever may write in a thread can open it again, unless it is locked.
  const opens = body.archived === false && Object.keys(body).every((name) => name === "archived");
  const may = !channel.thread?.locked && (owns || (opens && world.maySend(channel, world.bot.id)));
  if (!may && !world.may(channel, world.bot.id, "ManageThreads")) throw apiErrors.missingPermissions();
  if (body.name !== undefined) channel.name = body.name;
  archiveThread(world, channel, {
    ...(body.archived === undefined ? {} : { archived: body.archived }),
    ...(body.locked === undefined ? {} : { locked: body.locked }),
  });
  return { status: 200, body: channelJson(world, channel) };
}

function remove(call: Call): Reply {
  const { world } = call;
  const channel = threadIn(call);
  if (!world.may(channel, world.bot.id, "ManageThreads")) throw apiErrors.missingPermissions();
  deleteChannel(world, channel);
  return { status: 200, body: channelJson(world, channel) };
}

function join(call: Call): Reply {
  const channel = threadIn(call);
  if (channel.thread?.archived) throw apiErrors.threadArchived();
  channel.thread?.memberIds.add(call.world.bot.id);
  return { status: 204 };
}

function leave(call: Call): Reply {
  threadIn(call).thread?.memberIds.delete(call.world.bot.id);
  return { status: 204 };
}

const own = "/channels/{channel_id}/thread-members/@me";

export const threadRoutes: readonly Route[] = [
  {
    method: "POST",
    template: "/channels/{channel_id}/messages/{message_id}/threads",
    access: "bot",
    handle: fromMessage,
  },
  { method: "POST", template: "/channels/{channel_id}/threads", access: "bot", handle: withoutMessage },
  { method: "PATCH", template: "/channels/{channel_id}", access: "bot", handle: change },
  { method: "DELETE", template: "/channels/{channel_id}", access: "bot", handle: remove },
  { method: "PUT", template: own, access: "bot", handle: join },
  { method: "DELETE", template: own, access: "bot", handle: leave },
  {
    method: "GET",
    template: "/channels/{channel_id}/thread-members",
    access: "bot",
    handle: (call) => {
      const channel = threadIn(call);
      const members = [...(channel.thread?.memberIds ?? [])];
      return { status: 200, body: members.map((userId) => threadMemberJson(channel, userId)) };
    },
  },
];
