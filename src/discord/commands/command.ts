import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import type { BotContext } from "../context.ts";

/** What a command needs to answer: the bot's context, and messages in the person's language. */
export interface CommandContext extends BotContext {
  readonly m: Messages;
}

/** A choice for what is being typed; at most 100 characters each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface SlashCommand {
  readonly kind: "slash";
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void>;
  /** Choices for the option that is being typed into. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    context: CommandContext,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** Stands in the menu of every message. */
export interface MessageCommand {
  readonly kind: "message";
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  execute(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;
