import { CallbackBody, ChoicesBody, DeferBody, MessageBody, ModalBody } from "../bodies.ts";
import { callbackTypes, commandTypes, interactionTypes, messageFlags, messageTypes } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import type { Interaction } from "../people/interaction.ts";
import { callbackRules } from "../rules/callback-rules.ts";
import { createMessage, deleteMessage, editMessage } from "../state/messages.ts";
import { messageJson } from "../state/serialize.ts";
import type { Message } from "../state/state.ts";
import { apiErrors } from "./errors.ts";
import { attachmentsOf, changeOf, checkMessage } from "./message-input.ts";
import type { Call, Reply, Route } from "./route.ts";

const emptyBody = MessageBody.parse({});

function typeOfAnswer(interaction: Interaction): number {
  if (interaction.type !== interactionTypes.command) return messageTypes.regular;
  const isSlash = interaction.command?.type === commandTypes.chatInput;
  return isSlash ? messageTypes.chatInputCommand : messageTypes.contextMenuCommand;
}

/** A message that answers an interaction; it needs none of the bot's permissions in the channel. */
function createAnswer(call: Call, interaction: Interaction, body: MessageBody, loading: boolean): Message {
  const { world } = call;
  const ephemeral = ((body.flags ?? 0) & messageFlags.ephemeral) !== 0;
  return createMessage(world, interaction.channel, {
    author: world.bot,
    content: body.content ?? "",
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: attachmentsOf(call, body, []),
    flags: (body.flags ?? 0) | (loading ? messageFlags.loading : 0),
    allowedMentions: body.allowed_mentions ?? undefined,
    type: typeOfAnswer(interaction),
    interaction: {
      id: interaction.id,
      type: interaction.type,
      userId: interaction.user.id,
      name: interaction.command?.body.name,
    },
    originalResponseId: interaction.original?.id,
    ephemeralFor: ephemeral ? interaction.user.id : undefined,
  });
}

function callback(call: Call): Reply {
  const { world } = call;
  const interaction = world.interactions.get(call.param("interaction_id"));
  const body = call.parse(CallbackBody);
  if (!interaction || interaction.token !== call.param("interaction_token")) throw apiErrors.unknownInteraction();
  if (interaction.firstResponse !== undefined) throw apiErrors.alreadyAcknowledged();
  const late = world.clock.now() - interaction.createdAt > world.settings.interactionTimeoutMs;
  if (late) interaction.fail();
  if (interaction.state === "failed") throw apiErrors.unknownInteraction();
  call.check(callbackRules, {
    body,
    interactionType: interaction.type,
    fromComponent: interaction.source !== undefined,
  });
  const message = respond(call, interaction, body);
  if (call.request.query.get("with_response") !== "true") return { status: 204 };
  return { status: 200, body: responseJson(call, interaction, body.type, message) };
}

function respond(call: Call, interaction: Interaction, body: CallbackBody): Message | undefined {
  const { world } = call;
  const acknowledge = () => interaction.acknowledge(body.type, world.clock.now());
  switch (body.type) {
    case callbackTypes.message: {
      const data = call.parse(MessageBody, body.data ?? {});
      checkMessage(call, data, "interaction");
      acknowledge();
      const message = createAnswer(call, interaction, data, false);
      interaction.original = message;
      interaction.show({ kind: "message", message });
      return message;
    }
    case callbackTypes.deferredMessage: {
      acknowledge();
      const flags = DeferBody.parse(body.data ?? {}).flags ?? 0;
      interaction.original = createAnswer(call, interaction, { ...emptyBody, flags }, true);
      const left = interaction.createdAt + world.settings.tokenLifeMs - world.clock.now();
      interaction.deadline = world.clock.after(left, () => interaction.fail());
      return interaction.original;
    }
    case callbackTypes.deferredUpdate:
      acknowledge();
      interaction.original = interaction.source;
      return interaction.source;
    case callbackTypes.update: {
      const source = interaction.source;
      const data = call.parse(MessageBody, body.data ?? {});
      if (!source || source.deleted) throw apiErrors.unknownMessage();
      checkMessage(call, data, "interaction", source);
      acknowledge();
      interaction.original = source;
      editMessage(world, source, changeOf(call, data, source));
      interaction.show({ kind: "update", message: source });
      return source;
    }
    case callbackTypes.autocomplete:
      acknowledge();
      interaction.show({ kind: "choices", choices: ChoicesBody.parse(body.data).choices });
      return undefined;
    default: {
      acknowledge();
      const modal = ModalBody.parse(body.data);
      const { id, source, channel } = interaction;
      interaction.show({ kind: "modal", modal: { ...modal, interactionId: id, source, channel } });
      return undefined;
    }
  }
}

function responseJson(call: Call, interaction: Interaction, type: number, message: Message | undefined): JsonObject {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & messageFlags.loading) !== 0,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }
        : {}),
    },
    resource: { type, ...(message ? { message: messageJson(call.world, message) } : {}) },
  };
}

/** The interaction whose token stands in the path, as long as it is good and has had its first response. */
function interactionIn(call: Call): Interaction {
  const { world } = call;
  const token = call.param("webhook_token");
  const interaction = world.interactions.get(token.replace(/^token-/, ""));
  if (interaction?.token !== token || call.param("webhook_id") !== world.applicationId)
    throw apiErrors.unknownWebhook();
  if (world.clock.now() - interaction.createdAt > world.settings.tokenLifeMs) throw apiErrors.tokenExpired();
  if (interaction.firstResponse === undefined) throw apiErrors.unknownWebhook();
  return interaction;
}

/** The message that the path names: `@original`, or one that this interaction brought about. */
function messageOf(call: Call, interaction: Interaction, named: boolean): Message {
  const id = named ? call.param("message_id") : undefined;
  const own = [interaction.original, ...interaction.followups];
  const message = id === undefined ? interaction.original : own.find((each) => each?.id === id);
  if (!message || message.deleted) throw apiErrors.unknownMessage();
  return message;
}

function editAnswer(call: Call, interaction: Interaction, message: Message, body: MessageBody): Reply {
  checkMessage(call, body, "interaction", message);
  editMessage(call.world, message, changeOf(call, body, message));
  if (message === interaction.original) settle(interaction, message);
  return { status: 200, body: messageJson(call.world, message) };
}

function settle(interaction: Interaction, message: Message): void {
  if (interaction.state === "thinking") interaction.show({ kind: "message", message });
  else if (interaction.state === "updating") interaction.show({ kind: "update", message });
  interaction.deadline?.cancel();
}

function followUp(call: Call): Reply {
  const { world } = call;
  const interaction = interactionIn(call);
  const body = call.parse(MessageBody);
  if (interaction.state === "thinking" && interaction.original && !interaction.original.deleted) {
    // The first follow-up takes the place of the "thinking" message and stays as visible as that was.
    return editAnswer(call, interaction, interaction.original, body);
  }
  checkMessage(call, body, "interaction");
  const message = createAnswer(call, interaction, body, false);
  interaction.followups.push(message);
  if (interaction.state === "updating") interaction.show({ kind: "message", message });
  return { status: 200, body: messageJson(world, message) };
}

function messageRoutesAt(template: string, named: boolean): Route[] {
  return [
    {
      method: "GET",
      template,
      access: "open",
      handle: (call) => ({ status: 200, body: messageJson(call.world, messageOf(call, interactionIn(call), named)) }),
    },
    {
      method: "PATCH",
      template,
      access: "open",
      handle: (call) => {
        const interaction = interactionIn(call);
        return editAnswer(call, interaction, messageOf(call, interaction, named), call.parse(MessageBody));
      },
    },
    {
      method: "DELETE",
      template,
      access: "open",
      handle: (call) => {
        const interaction = interactionIn(call);
        const message = messageOf(call, interaction, named);
        deleteMessage(call.world, message);
        if (message === interaction.original && interaction.state !== "answered") interaction.show({ kind: "deleted" });
        return { status: 204 };
      },
    },
  ];
}

const root = "/webhooks/{webhook_id}/{webhook_token}";

export const interactionRoutes: readonly Route[] = [
  {
    method: "POST",
    template: "/interactions/{interaction_id}/{interaction_token}/callback",
    access: "open",
    handle: callback,
  },
  { method: "POST", template: root, access: "open", handle: followUp },
  ...messageRoutesAt(`${root}/messages/@original`, false),
  ...messageRoutesAt(`${root}/messages/{message_id}`, true),
];
