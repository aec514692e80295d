import { z } from "zod";
import { MessageBody } from "../bodies.ts";
import { intents } from "../flags.ts";
import { createMessage, deleteMessage, deleteMessages, editMessage } from "../state/messages.ts";
import { messageJson, messageJsonFor } from "../state/serialize.ts";
import { compareSnowflakes } from "../state/snowflake.ts";
import type { Channel, Message } from "../state/state.ts";
import type { World } from "../state/world.ts";
import { apiErrors } from "./errors.ts";
import { attachmentsOf, changeOf, checkMessage } from "./message-input.ts";
import type { Call, Reply, Route } from "./route.ts";
import { channelIn } from "./routes-channels.ts";

/** REST withholds text by what is switched on in the developer portal, whatever a session asked for. */
function restIntents(world: World): number {
  return world.settings.allowedIntents.includes("messageContent") ? intents.messageContent : 0;
}

/** The message that the path names. An ephemeral one cannot be reached this way. */
function messageIn(call: Call, channel: Channel): Message {
  const message = channel.messages.get(call.param("message_id"));
  if (!message || message.ephemeralFor !== undefined) throw apiErrors.unknownMessage();
  return message;
}

function checkMaySend(call: Call, channel: Channel, body: MessageBody): void {
  const { world } = call;
  const recipient = channel.recipientId === undefined ? undefined : world.users.get(channel.recipientId);
  if (recipient?.dms === "closed") throw apiErrors.directMessagesClosed();
  if (!world.maySend(channel, world.bot.id)) throw apiErrors.missingPermissions();
  if (channel.thread?.locked && !world.may(channel, world.bot.id, "ManageThreads")) throw apiErrors.threadLocked();
  const may = (permission: "EmbedLinks" | "AttachFiles") => world.may(channel, world.bot.id, permission);
  if (body.embeds?.length && !may("EmbedLinks")) throw apiErrors.missingPermissions();
  if (call.request.files.length > 0 && !may("AttachFiles")) throw apiErrors.missingPermissions();
}

/** The message to answer, or undefined where a missing one is no matter. */
function repliedIn(call: Call, channel: Channel, body: MessageBody): string | undefined {
  const reference = body.message_reference;
  if (!reference) return undefined;
  const exists = channel.messages.has(reference.message_id);
  if (!exists && reference.fail_if_not_exists === false) return undefined;
  if (!exists) {
    // A message that was deleted meanwhile is bad luck and breaks no rule.
    const error = { code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" };
    throw apiErrors.invalidForm({ message_reference: { _errors: [error] } });
  }
  if (!call.world.may(channel, call.world.bot.id, "ReadMessageHistory")) throw apiErrors.cannotReplyWithoutHistory();
  return reference.message_id;
}

/** Discord knows a nonce again "in the past few minutes". */
const nonceLifeMs = 5 * 60_000;

function create(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  const body = call.parse(MessageBody);
  checkMaySend(call, channel, body);
  checkMessage(call, body, "channel");
  const replyTo = repliedIn(call, channel, body);
  if (body.enforce_nonce && body.nonce !== undefined && body.nonce !== null) {
    const since = world.clock.now() - nonceLifeMs;
    const same = [...channel.messages.values()].find(
      (each) => each.nonce === body.nonce && each.author === world.bot && each.createdAt > since,
    );
    if (same) return { status: 200, body: messageJson(world, same) };
  }
  const message = createMessage(world, channel, {
    author: world.bot,
    content: body.content ?? "",
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: attachmentsOf(call, body, []),
    flags: body.flags ?? 0,
    allowedMentions: body.allowed_mentions ?? undefined,
    nonce: body.nonce ?? undefined,
    replyTo,
  });
  return { status: 200, body: messageJson(world, message) };
}

function list(call: Call): Reply {
  const { world, request } = call;
  const channel = channelIn(call);
  if (!world.may(channel, world.bot.id, "ReadMessageHistory")) return { status: 200, body: [] };
  const query = z
    .object({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      before: z.string().optional(),
      after: z.string().optional(),
      around: z.string().optional(),
    })
    .safeParse(Object.fromEntries(request.query));
  if (!query.success) throw apiErrors.invalidForm({ _errors: [{ code: "query", message: "limit is 1 to 100" }] });
  const { limit, before, after, around } = query.data;
  const all = [...channel.messages.values()].filter((message) => message.ephemeralFor === undefined);
  const fits = all.filter(
    ({ id }) => (!before || compareSnowflakes(id, before) < 0) && (!after || compareSnowflakes(id, after) > 0),
  );
  const centre = around === undefined ? -1 : fits.findIndex(({ id }) => compareSnowflakes(id, around) >= 0);
  const start = Math.max(0, centre - Math.floor(limit / 2));
  const chosen = centre >= 0 ? fits.slice(start, start + limit) : after ? fits.slice(0, limit) : fits.slice(-limit);
  const bits = restIntents(world);
  return { status: 200, body: chosen.reverse().map((message) => messageJsonFor(world, message, bits)) };
}

function edit(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  const message = messageIn(call, channel);
  if (message.author !== world.bot) throw apiErrors.notTheAuthor();
  if (channel.thread?.archived) throw apiErrors.threadArchived();
  const body = call.parse(MessageBody);
  checkMessage(call, body, "channel", message);
  editMessage(world, message, changeOf(call, body, message));
  return { status: 200, body: messageJson(world, message) };
}

function remove(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  const message = messageIn(call, channel);
  if (message.author !== world.bot && !world.may(channel, world.bot.id, "ManageMessages"))
    throw apiErrors.missingPermissions();
  if (channel.thread?.archived) throw apiErrors.threadArchived();
  deleteMessage(world, message);
  return { status: 204 };
}

function get(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  if (!world.may(channel, world.bot.id, "ReadMessageHistory")) throw apiErrors.missingPermissions();
  const message = messageIn(call, channel);
  return { status: 200, body: messageJsonFor(world, message, restIntents(world)) };
}

function removeMany(call: Call): Reply {
  const { world } = call;
  const channel = channelIn(call);
  const { messages: ids } = call.parse(z.looseObject({ messages: z.array(z.string()).min(2).max(100) }));
  if (!world.may(channel, world.bot.id, "ManageMessages")) throw apiErrors.missingPermissions();
  deleteMessages(
    world,
    channel,
    ids.flatMap((id) => channel.messages.get(id) ?? []),
  );
  return { status: 204 };
}

const one = "/channels/{channel_id}/messages/{message_id}";

export const messageRoutes: readonly Route[] = [
  { method: "GET", template: "/channels/{channel_id}/messages", access: "bot", handle: list },
  { method: "POST", template: "/channels/{channel_id}/messages", access: "bot", handle: create },
  { method: "POST", template: "/channels/{channel_id}/messages/bulk-delete", access: "bot", handle: removeMany },
  { method: "GET", template: one, access: "bot", handle: get },
  { method: "PATCH", template: one, access: "bot", handle: edit },
  { method: "DELETE", template: one, access: "bot", handle: remove },
];
