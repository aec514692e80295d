import type { AutocompleteInteraction, CommandInteraction, Interaction, RepliableInteraction } from "discord.js";
import type { Command, CommandContext } from "./commands/command.ts";
import { commands } from "./commands/commands.ts";
import { components } from "./components/components.ts";
import type { ComponentAction, ComponentHandler } from "./components/handler.ts";
import { splitCustomId } from "./custom-ids/custom-id.ts";
import { explain } from "./replying/respond.ts";

const commandsByName = new Map<string, Command>(commands.map((command) => [command.data.name, command]));
const handlersByKind = new Map<string, ComponentHandler>(components.map((handler) => [handler.kind, handler]));

/** Routes an interaction to the command or component that handles it. If there is none, the person is told. */
export async function dispatch(interaction: Interaction, context: CommandContext): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, context);
  if (interaction.isCommand()) return runCommand(interaction, context);
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) return runComponent(interaction, context);
}

async function complete(interaction: AutocompleteInteraction, context: CommandContext): Promise<void> {
  const command = commandsByName.get(interaction.commandName);
  const choices = command?.kind === "slash" ? await command.autocomplete?.(interaction, context) : undefined;
  await interaction.respond(choices ?? []);
}

async function runCommand(
  interaction: Extract<RepliableInteraction, CommandInteraction>,
  context: CommandContext,
): Promise<void> {
  const command = commandsByName.get(interaction.commandName);
  if (command?.kind === "slash" && interaction.isChatInputCommand()) return command.execute(interaction, context);
  if (command?.kind === "message" && interaction.isMessageContextMenuCommand())
    return command.execute(interaction, context);
  return explain(interaction, context.m.discord.problems.outdated);
}

async function runComponent(interaction: ComponentAction, context: CommandContext): Promise<void> {
  const id = splitCustomId(interaction.customId);
  const done = id === undefined ? undefined : handlersByKind.get(id.kind)?.handle(interaction, id.fields, context);
  await (done ?? explain(interaction, context.m.discord.problems.outdated));
}
