import type { CommandBody, CommandOption } from "../bodies.ts";
import { commandTypes } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import { permissionBits } from "../state/permissions.ts";
import { attachmentJson, channelJson, userJson } from "../state/serialize.ts";
import type { Channel, Command, User } from "../state/state.ts";
import type { World } from "../state/world.ts";

/** What a person gives for an option. One for a user, a channel or a file takes the id. */
export type OptionValue = string | number | boolean;

/** The name that a person sees in their language. */
function localizedName(body: CommandBody, locale: string): string {
  return body.name_localizations?.[locale] ?? body.name;
}

/** The command that a person can use here under this name; throws an Error that says why there is none. */
export function findCommand(world: World, user: User, channel: Channel, type: number, name: string): Command {
  const candidates = [...world.commands.values()].filter(
    (command) =>
      command.type === type &&
      (command.guildId === undefined || command.guildId === channel.guildId) &&
      (command.body.name === name || localizedName(command.body, user.locale) === name),
  );
  const command = candidates.find((each) => each.guildId !== undefined) ?? candidates[0];
  if (!command) {
    const known = [...world.commands.values()].map((each) => each.body.name).join(", ");
    throw new Error(`No command ${name} is registered here; registered are: ${known || "none"}`);
  }
  const context = channel.guildId === undefined ? 1 : 0;
  if (command.body.contexts && !command.body.contexts.includes(context))
    throw new Error(`${name} is not for this kind of channel`);
  if (!world.may(channel, user.id, "ViewChannel")) throw new Error(`${user.username} cannot see ${channel.name}`);
  if (!world.may(channel, user.id, "UseApplicationCommands"))
    throw new Error(`${user.username} may not use commands in ${channel.name}`);
  const needed = BigInt(command.body.default_member_permissions ?? 0);
  const own = world.permissions(channel, user.id);
  if (channel.guildId !== undefined && (own & needed) !== needed && !(own & permissionBits.Administrator)) {
    throw new Error(`${user.username} has not the permissions that ${name} asks for`);
  }
  return command;
}

/**
 * The data of a slash command as Discord's client sends it; throws an Error where the client would not let a person send it.
 * `name` may go on with a subcommand: "cite add". `focused` is the option being typed, for an autocomplete.
 */
export function slashData(
  world: World,
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
  focused?: string,
): JsonObject {
  const resolved: Resolved = { users: new Map(), channels: new Map(), attachments: new Map() };
  const build = (options: readonly CommandOption[], rest: readonly string[]): JsonObject[] => {
    const [next, ...after] = rest;
    if (next !== undefined) {
      const sub = options.find((option) => option.name === next && option.type <= 2);
      if (!sub) throw new Error(`${command.body.name} has no subcommand ${next}`);
      return [{ type: sub.type, name: sub.name, options: build(sub.options ?? [], after) }];
    }
    return buildValues(world, options, values, focused, resolved);
  };
  const options = build(command.body.options ?? [], path);
  return {
    id: command.id,
    name: command.body.name,
    type: commandTypes.chatInput,
    options,
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
    resolved: {
      users: Object.fromEntries(resolved.users),
      channels: Object.fromEntries(resolved.channels),
      attachments: Object.fromEntries(resolved.attachments),
    },
  };
}

/** What Discord tells of what options name, by id. */
type Resolved = Readonly<Record<"users" | "channels" | "attachments", Map<string, JsonObject>>>;

function buildValues(
  world: World,
  options: readonly CommandOption[],
  values: Readonly<Record<string, OptionValue>>,
  focused: string | undefined,
  resolved: Resolved,
): JsonObject[] {
  const known = new Set(options.map((option) => option.name));
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}; there are: ${[...known].join(", ")}`);
  return options.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`Option ${option.name} is required`);
      return [];
    }
    if (focused === undefined) checkValue(option, value);
    const user = option.type === 6 ? world.users.get(String(value)) : undefined;
    const channel = option.type === 7 ? world.channels.get(String(value)) : undefined;
    const attachment = option.type === 11 ? world.uploads.get(String(value)) : undefined;
    if (option.type === 11 && !attachment) throw new Error(`Option ${option.name} wants a file that was uploaded`);
    if (attachment) resolved.attachments.set(attachment.id, attachmentJson(attachment));
    if (user) resolved.users.set(user.id, userJson(user));
    if (channel) resolved.channels.set(channel.id, { ...channelJson(world, channel), permissions: "0" });
    return [{ type: option.type, name: option.name, value, ...(option.name === focused ? { focused: true } : {}) }];
  });
}

function checkValue(option: CommandOption, value: OptionValue): void {
  const wanted = option.type === 5 ? "boolean" : option.type === 4 || option.type === 10 ? "number" : "string";
  if (typeof value !== wanted) throw new Error(`Option ${option.name} wants a ${wanted}`);
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw new Error(`Option ${option.name} has no choice ${value}`);
  }
  if (typeof value === "string" && option.type === 3) {
    const [min, max] = [option.min_length ?? 0, option.max_length ?? 6000];
    if (value.length < min || value.length > max)
      throw new Error(`Option ${option.name} takes ${min} to ${max} characters`);
  }
  if (
    typeof value === "number" &&
    (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
  ) {
    throw new Error(`Option ${option.name} does not take ${value}`);
  }
}
