import { z } from "zod";
import { CommandBody } from "../bodies.ts";
import { commandTypes } from "../flags.ts";
import { commandListRules, commandRules } from "../rules/command-rules.ts";
import { commandJson } from "../state/serialize.ts";
import type { Command } from "../state/state.ts";
import type { World } from "../state/world.ts";
import { apiErrors } from "./errors.ts";
import type { Call, Reply, Route } from "./route.ts";

const typeOf = (body: CommandBody) => body.type ?? commandTypes.chatInput;

function commandsOf(world: World, guildId: string | undefined): Command[] {
  return [...world.commands.values()].filter((command) => command.guildId === guildId);
}

/** Lays a command down over one of the same name and type, which keeps its id. */
function lay(world: World, guildId: string | undefined, body: CommandBody, known: readonly Command[]): Command {
  const same = known.find((command) => command.body.name === body.name && command.type === typeOf(body));
  const unchanged = same && JSON.stringify(same.body) === JSON.stringify(body);
  const command: Command = {
    id: same?.id ?? world.newId(),
    version: unchanged ? same.version : world.newId(),
    guildId,
    type: typeOf(body),
    body,
  };
  world.commands.set(command.id, command);
  return command;
}

function replaceAll(call: Call, guildId: string | undefined): Reply {
  const { world } = call;
  const bodies = call.parse(z.array(CommandBody).nullable()) ?? [];
  for (const body of bodies) call.check(commandRules, body);
  call.check(commandListRules, bodies);
  const known = commandsOf(world, guildId);
  for (const command of known) world.commands.delete(command.id);
  return { status: 200, body: bodies.map((body) => commandJson(world, lay(world, guildId, body, known))) };
}

function create(call: Call, guildId: string | undefined): Reply {
  const { world } = call;
  const body = call.parse(CommandBody);
  const known = commandsOf(world, guildId);
  const isNew = !known.some((command) => command.body.name === body.name && command.type === typeOf(body));
  call.check(commandRules, body);
  if (isNew) call.check(commandListRules, [...known.map((command) => command.body), body]);
  return { status: isNew ? 201 : 200, body: commandJson(world, lay(world, guildId, body, known)) };
}

function find(call: Call, guildId: string | undefined): Command {
  const command = call.world.commands.get(call.param("command_id"));
  if (!command || command.guildId !== guildId) throw apiErrors.unknownCommand();
  return command;
}

function change(call: Call, guildId: string | undefined): Reply {
  const { world } = call;
  const old = find(call, guildId);
  const body = { ...old.body, ...call.parse(CommandBody.partial()) };
  const whole = CommandBody.parse(body);
  call.check(commandRules, whole);
  const command: Command = { ...old, version: world.newId(), body: whole };
  world.commands.set(command.id, command);
  return { status: 200, body: commandJson(world, command) };
}

/** Fails where the path names another application or a guild that the bot is not in. */
function placeOf(call: Call, inGuild: boolean): string | undefined {
  if (call.param("application_id") !== call.world.applicationId) throw apiErrors.notThisApplication();
  if (!inGuild) return undefined;
  const guildId = call.param("guild_id");
  if (!call.world.guilds.has(guildId)) throw apiErrors.missingAccess();
  return guildId;
}

function routesAt(root: string, inGuild: boolean): Route[] {
  const one = `${root}/{command_id}`;
  const route = (
    method: string,
    template: string,
    handle: (call: Call, guildId: string | undefined) => Reply,
  ): Route => ({
    method,
    template,
    access: "bot",
    handle: (call) => handle(call, placeOf(call, inGuild)),
  });
  return [
    route("GET", root, ({ world }, guildId) => ({
      status: 200,
      body: commandsOf(world, guildId).map((command) => commandJson(world, command)),
    })),
    route("PUT", root, replaceAll),
    route("POST", root, create),
    route("GET", one, (call, guildId) => ({ status: 200, body: commandJson(call.world, find(call, guildId)) })),
    route("PATCH", one, change),
    route("DELETE", one, (call, guildId) => {
      call.world.commands.delete(find(call, guildId).id);
      return { status: 204 };
    }),
  ];
}

export const commandRoutes: readonly Route[] = [
  ...routesAt("/applications/{application_id}/commands", false),
  ...routesAt("/applications/{application_id}/guilds/{guild_id}/commands", true),
];
