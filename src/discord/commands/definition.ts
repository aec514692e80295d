import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import { defined } from "../../defined.ts";
import { messagesFor } from "../../locales/choose-messages.ts";
import type { DiscordCommandWords } from "../../locales/messages/discord-messages.ts";
import type { MessageCommand, SlashCommand } from "./command.ts";

type MessageName = "findSources" | "pointOut" | "makeDocument" | "markAnswer";
type GroupName = {
  [Name in keyof DiscordCommandWords]: DiscordCommandWords[Name] extends { parts: unknown } ? Name : never;
}[keyof DiscordCommandWords];
type SlashName = Exclude<keyof DiscordCommandWords, MessageName | GroupName>;
type OptionName<Name extends SlashName> = keyof DiscordCommandWords[Name]["options"] & string;
type PartName<Name extends GroupName> = keyof DiscordCommandWords[Name]["parts"] & string;
type PartOption<
  Name extends GroupName,
  Part extends PartName<Name>,
> = DiscordCommandWords[Name]["parts"][Part] extends { options: infer Options } ? keyof Options & string : never;

/** What an option takes; its words come from the locales. */
export type OptionShape =
  | { readonly type: "text"; readonly isRequired?: boolean; readonly maxChars?: number; readonly completes?: boolean }
  /** One of some values, at most 25, with their names. */
  | {
      readonly type: "choice";
      readonly choices: readonly { readonly value: string; readonly en: string; readonly de: string }[];
    }
  | { readonly type: "number"; readonly min: number; readonly max: number }
  | { readonly type: "flag" | "person" | "channel" | "file" };

const [en, de] = [messagesFor("en").discord.commands, messagesFor("de").discord.commands];

/** For servers and for persons, in servers, direct messages and private groups. */
const reach = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** For those who manage a server, there alone; Discord's own settings may open it to others. */
const managersReach = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** For everybody in a server, there alone. */
const membersReach = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

const reaches = { everybody: reach, members: membersReach, managers: managersReach };

/** A slash command with its names and descriptions in every language; required options first. */
export function slashData<Name extends SlashName>(
  name: Name,
  shapes: readonly (readonly [OptionName<Name>, OptionShape])[],
): SlashCommand["data"] {
  return {
    type: ApplicationCommandType.ChatInput,
    ...words(en[name], de[name]),
    options: shapes.map(([option, shape]) =>
      optionData(optionWords(en[name].options, option), optionWords(de[name].options, option), shape),
    ),
    ...reach,
  };
}

/** The same for those who manage a server. */
export function managersData<Name extends SlashName>(
  name: Name,
  shapes: readonly (readonly [OptionName<Name>, OptionShape])[],
): SlashCommand["data"] {
  return { ...slashData(name, shapes), ...managersReach };
}

/** A command of several parts, for those who manage a server. */
export function managersGroup<Name extends GroupName>(
  name: Name,
  parts: { readonly [Part in PartName<Name>]: readonly (readonly [PartOption<Name, Part>, OptionShape])[] },
): SlashCommand["data"] {
  const [english, german]: readonly [GroupWords, GroupWords] = [en[name], de[name]];
  const shapesOf = new Map<string, readonly (readonly [string, OptionShape])[]>(Object.entries(parts));
  return {
    type: ApplicationCommandType.ChatInput,
    ...words(english, german),
    options: Object.entries(english.parts).map(([part, ownWords]) => ({
      type: ApplicationCommandOptionType.Subcommand,
      ...words(ownWords, german.parts[part] ?? ownWords),
      options: (shapesOf.get(part) ?? []).map(([option, shape]) =>
        optionData(
          optionWords(ownWords.options, option),
          optionWords(german.parts[part]?.options ?? {}, option),
          shape,
        ),
      ),
    })),
    ...managersReach,
  };
}

/** A message command's data. */
export function messageData(name: MessageName, whose: keyof typeof reaches = "everybody"): MessageCommand["data"] {
  return {
    type: ApplicationCommandType.Message,
    name: en[name],
    name_localizations: { de: de[name] },
    ...reaches[whose],
  };
}

interface Words {
  readonly name: string;
  readonly description: string;
}

interface GroupWords extends Words {
  readonly parts: Readonly<Record<string, Words & { readonly options: Readonly<Partial<Record<string, Words>>> }>>;
}

function words(english: Words, german: Words) {
  return {
    name: english.name,
    description: english.description,
    name_localizations: { de: german.name },
    description_localizations: { de: german.description },
  };
}

function optionWords(options: Readonly<Partial<Record<string, Words>>>, name: string): Words {
  const found = options[name];
  if (found === undefined) throw new TypeError(`The option ${name} has no words`);
  return found;
}

function optionData(english: Words, german: Words, shape: OptionShape): APIApplicationCommandBasicOption {
  const base = words(english, german);
  switch (shape.type) {
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "person":
      return { ...base, type: ApplicationCommandOptionType.User };
    case "file":
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case "channel":
      return { ...base, type: ApplicationCommandOptionType.Channel };
    case "number":
      return { ...base, type: ApplicationCommandOptionType.Integer, min_value: shape.min, max_value: shape.max };
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        required: shape.isRequired ?? false,
        ...defined({ max_length: shape.maxChars }),
        ...(shape.completes === true ? { autocomplete: true } : {}),
      };
    case "choice":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: shape.choices.map(({ value, en: name, de: german }) => ({
          value,
          name,
          name_localizations: { de: german },
        })),
      };
  }
}
