import type { Component } from "../bodies.ts";
import { findCommand, type OptionValue, slashData } from "../console/command-input.ts";
import { buttonStyles, commandTypes, interactionTypes, componentTypes as types } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import {
  createMessage,
  createThread,
  deleteMessage,
  editMessage,
  flatten,
  type NewMessage,
} from "../state/messages.ts";
import { addReaction, removeReaction } from "../state/reactions.ts";
import { channelJson, memberJsonWithoutUser, messageJson, roleJson, userJson } from "../state/serialize.ts";
import type { Attachment, Channel, Message, User } from "../state/state.ts";
import type { World } from "../state/world.ts";
import { type InteractionOptions, interact } from "./interact.ts";
import type { Interaction, Modal } from "./interaction.ts";

export interface SayOptions {
  /** Puts a mention of the bot (true) or of this person in front of the text. */
  readonly mention?: boolean | Person;
  /** The message that this one answers. */
  readonly replyTo?: Message;
  /** Whether the answered message's author is pinged; true by default, as in Discord's client. */
  readonly ping?: boolean;
}

/** Somebody who uses Discord. What Discord's client would not let them do throws an Error. */
export class Person {
  readonly user: User;
  readonly #world: World;

  constructor(world: World, user: User) {
    this.#world = world;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.username;
  }

  /** How the person is mentioned in a text. */
  get mention(): string {
    return `<@${this.user.id}>`;
  }

  get locale(): string {
    return this.user.locale;
  }

  set locale(locale: string) {
    this.user.locale = locale;
  }

  set dms(dms: "open" | "closed") {
    this.user.dms = dms;
  }

  /** The direct-message channel of this person with the bot. */
  get dm(): Channel {
    return this.#world.directChannel(this.user);
  }

  /** What the person sees in a channel, oldest first, with the ephemeral messages that are for them. */
  view(channel: Channel): Message[] {
    return [...channel.messages.values()].filter((message) => this.#world.sees(this.id, message));
  }

  say(channel: Channel, text: string, options: SayOptions = {}): Message {
    const world = this.#world;
    if (!world.may(channel, this.id, "ViewChannel")) throw new Error(`${this.name} cannot see ${channel.name}`);
    if (!world.maySend(channel, this.id)) throw new Error(`${this.name} may not write in ${channel.name}`);
    if (channel.thread?.locked) throw new Error(`${channel.name} is locked`);
    const { mention, replyTo } = options;
    if (replyTo?.ephemeralFor !== undefined) throw new Error("Nobody can reply to an ephemeral message");
    const whom = mention === true ? world.bot.id : mention ? mention.id : undefined;
    return createMessage(world, channel, {
      author: this.user,
      content: whom === undefined ? text : `<@${whom}> ${text}`,
      replyTo: replyTo?.id,
      allowedMentions: { parse: ["users", "roles", "everyone"], replied_user: options.ping ?? true },
    });
  }

  /** Opens a post in a forum: a thread and the message that it begins with, which bear the same id. */
  post(forum: Channel, title: string, text: string): { thread: Channel; message: Message } {
    const world = this.#world;
    const thread = createThread(world, forum, { name: title, owner: this.user, from: undefined });
    const message = createMessage(world, thread, {
      id: thread.id,
      author: this.user,
      content: text,
      allowedMentions: { parse: ["users", "roles", "everyone"] },
    });
    return { thread, message };
  }

  /** Uploads a file, to send it or to give it to a command by its id. */
  upload(filename: string, content: string | Uint8Array): Attachment {
    const world = this.#world;
    const id = world.newId();
    const data = Buffer.from(content);
    const url = `${world.origin}/attachments/${id}/${encodeURIComponent(filename)}`;
    const file = { id, filename, size: data.length, contentType: undefined, description: undefined, url, data };
    world.uploads.set(id, file);
    return file;
  }

  /** Sends what is no text: embeds, a poll, a file. */
  send(channel: Channel, what: Pick<NewMessage, "embeds" | "poll" | "attachments" | "content">): Message {
    return createMessage(this.#world, channel, { author: this.user, ...what });
  }

  /** What bots do that speak for people: the message goes, and a webhook posts it again under another name. */
  proxy(message: Message, order: "posted first" | "deleted first" = "posted first"): Message {
    const channel = this.#channelOf(message);
    const post = () =>
      createMessage(this.#world, channel, {
        author: { ...this.user, id: this.#world.newId(), bot: true },
        content: message.content,
        webhookId: this.#world.newId(),
        allowedMentions: { parse: ["users"] },
      });
    if (order === "deleted first") deleteMessage(this.#world, message);
    const posted = post();
    if (order === "posted first") deleteMessage(this.#world, message);
    return posted;
  }

  /** Passes a message on to another place. */
  forward(channel: Channel, message: Message): Message {
    return createMessage(this.#world, channel, { author: this.user, forwarded: message });
  }

  /** Changes an own message. Discord does not ping anew, but a mention added to the text counts as one. */
  edit(message: Message, text: string): void {
    if (message.author !== this.user) throw new Error("One can only edit one's own messages");
    editMessage(this.#world, message, { content: text });
  }

  delete(message: Message): void {
    const channel = this.#world.channels.get(message.channelId);
    const may = message.author === this.user || (channel && this.#world.may(channel, this.id, "ManageMessages"));
    if (!may) throw new Error(`${this.name} may not delete this message`);
    deleteMessage(this.#world, message);
  }

  /** Adds a reaction with an emoji of Unicode. */
  react(message: Message, emoji: string): void {
    addReaction(this.#world, message, this.user, emoji);
  }

  /** Takes back an own reaction. */
  unreact(message: Message, emoji: string): void {
    removeReaction(this.#world, message, this.user, emoji);
  }

  openThread(channel: Channel, name: string, from?: Message): Channel {
    if (!this.#world.may(channel, this.id, "CreatePublicThreads"))
      throw new Error(`${this.name} may not open a thread`);
    return createThread(this.#world, channel, { name, owner: this.user, from });
  }

  /** Uses a slash command; `name` may go on with a subcommand. */
  slash(
    channel: Channel,
    name: string,
    values: Readonly<Record<string, OptionValue>> = {},
    options: InteractionOptions = {},
  ): Interaction {
    return this.#command(channel, name, values, options, undefined);
  }

  /** Types into an option: asks for the suggestions for what stands there so far. */
  autocomplete(
    channel: Channel,
    name: string,
    focused: string,
    typed: string,
    values: Readonly<Record<string, OptionValue>> = {},
    options: InteractionOptions = {},
  ): Interaction {
    return this.#command(channel, name, { ...values, [focused]: typed }, options, focused);
  }

  #command(
    channel: Channel,
    name: string,
    values: Readonly<Record<string, OptionValue>>,
    options: InteractionOptions,
    focused: string | undefined,
  ): Interaction {
    const world = this.#world;
    const [first = "", ...path] = name.replace(/^\//, "").split(" ");
    const command = findCommand(world, this.user, channel, commandTypes.chatInput, first);
    const data = slashData(world, command, path, values, focused);
    const type = focused === undefined ? interactionTypes.command : interactionTypes.autocomplete;
    return interact(world, { ...options, user: this.user, channel, type, data, command });
  }

  /** Uses a message command, by its name or its name in the person's language. */
  contextMenu(message: Message, name: string, options: InteractionOptions = {}): Interaction {
    const world = this.#world;
    const channel = this.#channelOf(message);
    const command = findCommand(world, this.user, channel, commandTypes.message, name);
    const data: JsonObject = {
      id: command.id,
      name: command.body.name,
      type: commandTypes.message,
      target_id: message.id,
      resolved: { messages: { [message.id]: messageJson(world, message) } },
    };
    const type = interactionTypes.command;
    return interact(world, { ...options, user: this.user, channel, type, data, command });
  }

  /** Uses a user command on somebody. */
  userMenu(channel: Channel, target: Person, name: string, options: InteractionOptions = {}): Interaction {
    const world = this.#world;
    const command = findCommand(world, this.user, channel, commandTypes.user, name);
    const member = world.memberOf(channel, target.id);
    const data: JsonObject = {
      id: command.id,
      name: command.body.name,
      type: commandTypes.user,
      target_id: target.id,
      resolved: {
        users: { [target.id]: userJson(target.user) },
        members: member ? { [target.id]: { ...memberJsonWithoutUser(member), permissions: "0" } } : {},
      },
    };
    const type = interactionTypes.command;
    return interact(world, { ...options, user: this.user, channel, type, data, command });
  }

  /** Presses a button: by custom_id, by label, or by its number as `renderForPerson` shows it. */
  click(message: Message, which: string | number, options: InteractionOptions = {}): Interaction {
    const button = find("button", buttonsOf(message), which);
    if (button.style === buttonStyles.link) throw new Error(`"${button.label}" is a link to ${button.url}`);
    return this.#component(message, button, undefined, options);
  }

  /** Chooses in a select: the select by custom_id, placeholder or number; the options by value, label or number. */
  select(
    message: Message,
    which: string | number,
    choices: readonly (string | number)[],
    options: InteractionOptions = {},
  ): Interaction {
    const select = find("select", selectsOf(message), which);
    const offered = select.options ?? [];
    const values = choices.map((choice) => {
      if (select.type !== types.stringSelect) return String(choice);
      const found = offered.find(
        (option, index) => option.value === choice || option.label === choice || index + 1 === choice,
      );
      if (!found)
        throw new Error(`There is no option ${choice}; there are: ${offered.map((each) => each.label).join(", ")}`);
      return found.value;
    });
    const [min, max] = [select.min_values ?? 1, select.max_values ?? 1];
    if (values.length < min || values.length > max) throw new Error(`This select takes ${min} to ${max} options`);
    return this.#component(message, select, values, options);
  }

  #component(
    message: Message,
    component: Component,
    values: string[] | undefined,
    options: InteractionOptions,
  ): Interaction {
    if (component.disabled) throw new Error(`"${component.label ?? component.custom_id}" is disabled`);
    const channel = this.#channelOf(message);
    const data: JsonObject = {
      component_type: component.type,
      custom_id: component.custom_id,
      id: component.id,
      ...(values ? { values, resolved: resolvedOf(this.#world, channel, component.type, values) } : {}),
    };
    const type = interactionTypes.component;
    return interact(this.#world, { ...options, user: this.user, channel, type, data, source: message });
  }

  /** Sends a form off; the fields by custom_id or label, those not named as they stand. */
  submitModal(
    modal: Modal,
    fields: Readonly<Record<string, string>> = {},
    options: InteractionOptions = {},
  ): Interaction {
    const known = modalFields(modal);
    const unknown = Object.keys(fields).find(
      (name) => !known.some((each) => each.customId === name || each.label === name),
    );
    if (unknown !== undefined)
      throw new Error(`There is no field ${unknown}; there are: ${known.map((each) => each.label).join(", ")}`);
    const components = known.map(({ customId, label, input, rowType, rowId }) => {
      const value = fields[customId] ?? fields[label] ?? input.value ?? "";
      const [min, max] = [input.min_length ?? 0, input.max_length ?? 4000];
      if ((input.required ?? true) && value === "") throw new Error(`Field ${label} is required`);
      if (value !== "" && (value.length < min || value.length > max))
        throw new Error(`Field ${label} takes ${min} to ${max} characters`);
      const filled = input.type === types.textInput ? { value } : { values: value === "" ? [] : [value] };
      const field = { type: input.type, id: input.id ?? 0, custom_id: customId, ...filled };
      return rowType === types.label
        ? { type: rowType, id: rowId, component: field }
        : { type: rowType, id: rowId, components: [field] };
    });
    const { channel, source } = modal;
    const data: JsonObject = { custom_id: modal.custom_id, components, resolved: {} };
    return interact(this.#world, { ...options, user: this.user, channel, type: interactionTypes.modal, data, source });
  }

  #channelOf(message: Message): Channel {
    const channel = this.#world.channels.get(message.channelId);
    if (!channel || !this.#world.sees(this.id, message)) throw new Error(`${this.name} does not see this message`);
    return channel;
  }
}

/** What Discord tells of the channels and roles that were chosen. */
function resolvedOf(world: World, place: Channel, type: number, ids: readonly string[]): JsonObject {
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  const roles = ids.flatMap((id) => world.guildOf(place)?.roles.get(id) ?? []);
  if (type === types.channelSelect)
    return { channels: Object.fromEntries(channels.map((each) => [each.id, channelJson(world, each)])) };
  if (type === types.roleSelect) return { roles: Object.fromEntries(roles.map((each) => [each.id, roleJson(each)])) };
  return {};
}

/** The buttons of a message in the order of their numbers. */
export function buttonsOf(message: Pick<Message, "components">): Component[] {
  return flatten(message.components).filter((each) => each.type === types.button);
}

/** The selects of a message in the order of their numbers. */
export function selectsOf(message: Pick<Message, "components">): Component[] {
  return flatten(message.components).filter(
    (each) => each.type === types.stringSelect || (each.type >= 5 && each.type <= 8),
  );
}

function find(kind: string, all: readonly Component[], which: string | number): Component {
  const found =
    typeof which === "number"
      ? all[which - 1]
      : all.find((each) => each.custom_id === which || each.label === which || each.placeholder === which);
  if (found) return found;
  const there = all.map((each, index) => `${index + 1} ${each.label ?? each.placeholder ?? each.custom_id}`).join(", ");
  throw new Error(`There is no ${kind} ${which}; there are: ${there || "none"}`);
}

export interface ModalField {
  readonly customId: string;
  readonly label: string;
  readonly input: Component;
  readonly rowType: number;
  readonly rowId: number;
}

/** The fields of a form in the order in which they are shown. */
export function modalFields(modal: Modal): ModalField[] {
  return modal.components.flatMap((row, index) => {
    const inputs = row.component ? [row.component] : (row.components ?? []);
    return inputs.flatMap((input) =>
      input.custom_id
        ? [
            {
              customId: input.custom_id,
              label: row.label ?? input.label ?? input.custom_id,
              input,
              rowType: row.type,
              rowId: row.id ?? index + 1,
            },
          ]
        : [],
    );
  });
}
