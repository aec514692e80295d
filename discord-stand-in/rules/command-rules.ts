import type { CommandBody, CommandOption } from "../bodies.ts";
import { commandTypes } from "../flags.ts";
import { locales } from "./locales.ts";
import { checkLength, duplicates, lengthOf, type Rule } from "./rule.ts";

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const [subcommand, subcommandGroup, text, integer, number] = [1, 2, 3, 4, 10];

const isSlash = (command: CommandBody) => (command.type ?? commandTypes.chatInput) === commandTypes.chatInput;

function allOptions(options: readonly CommandOption[]): CommandOption[] {
  return options.flatMap((option) => [option, ...allOptions(option.options ?? [])]);
}

/** Every list of options in a command: its own and those of its subcommands. */
function optionLists(command: CommandBody): (readonly CommandOption[])[] {
  const own = command.options ?? [];
  return [own, ...allOptions(own).flatMap((option) => (option.options ? [option.options] : []))];
}

function checkSlashName(what: string, name: string): string[] {
  if (!slashName.test(name)) return [`${what} "${name}" has characters that are not allowed, or not 1 to 32`];
  return name === name.toLowerCase() ? [] : [`${what} "${name}" is not in lower case`];
}

function namesOf(each: CommandBody | CommandOption): string[] {
  return [each.name, ...Object.values(each.name_localizations ?? {})];
}

/** Rules for one command. */
export const commandRules: readonly Rule<CommandBody>[] = [
  {
    name: "command-name",
    check: (command) =>
      namesOf(command).flatMap((name) =>
        isSlash(command) ? checkSlashName("command", name) : checkLength("command name", name, 1, 32),
      ),
  },
  {
    name: "command-description",
    check: (command) => {
      const localized = Object.values(command.description_localizations ?? {});
      return isSlash(command)
        ? [command.description, ...localized].flatMap((each) => checkLength("command description", each, 1, 100))
        : [command.description, ...localized].flatMap((each) =>
            each ? ["only a slash command has a description"] : [],
          );
    },
  },
  {
    name: "command-locale",
    check: (command) =>
      [command, ...allOptions(command.options ?? [])]
        .flatMap((each) => [
          ...Object.keys(each.name_localizations ?? {}),
          ...Object.keys(each.description_localizations ?? {}),
          ...("choices" in each && Array.isArray(each.choices) ? localesOfChoices(each.choices) : []),
        ])
        .flatMap((locale) => (locales.has(locale) ? [] : [`locale ${locale} is unknown`])),
  },
  {
    name: "option-name",
    check: (command) =>
      allOptions(command.options ?? []).flatMap((option) =>
        namesOf(option).flatMap((name) => checkSlashName("option", name)),
      ),
  },
  {
    name: "option-description",
    check: (command) =>
      allOptions(command.options ?? []).flatMap((option) =>
        [option.description, ...Object.values(option.description_localizations ?? {})].flatMap((each) =>
          checkLength(`description of option ${option.name}`, each, 1, 100),
        ),
      ),
  },
  {
    name: "option-count",
    check: (command) =>
      optionLists(command).flatMap((list) => (list.length > 25 ? [`${list.length} options, allowed are 25`] : [])),
  },
  {
    name: "option-duplicate",
    check: (command) =>
      optionLists(command).flatMap((list) =>
        duplicates(list.map((option) => option.name)).map((name) => `option ${name} is there twice`),
      ),
  },
  {
    name: "option-order",
    check: (command) =>
      optionLists(command).flatMap((list) => {
        const values = list.filter(({ type }) => type !== subcommand && type !== subcommandGroup);
        const firstOptional = values.findIndex((option) => !option.required);
        const late = firstOptional < 0 ? [] : values.slice(firstOptional).filter((option) => option.required);
        return late.map((option) => `required option ${option.name} stands after an optional one`);
      }),
  },
  {
    name: "option-on-context-menu",
    check: (command) => (!isSlash(command) && command.options?.length ? ["only a slash command has options"] : []),
  },
  {
    name: "choice-count",
    check: (command) =>
      allOptions(command.options ?? []).flatMap(({ choices }) =>
        choices && choices.length > 25 ? [`${choices.length} choices, allowed are 25`] : [],
      ),
  },
  {
    name: "choice-length",
    check: (command) =>
      allOptions(command.options ?? []).flatMap(({ choices }) =>
        (choices ?? []).flatMap((choice) => [
          ...[choice.name, ...Object.values(choice.name_localizations ?? {})].flatMap((name) =>
            checkLength("choice name", name, 1, 100),
          ),
          ...(typeof choice.value === "string" ? checkLength("choice value", choice.value, 1, 100) : []),
        ]),
      ),
  },
  {
    name: "choice-duplicate",
    check: (command) =>
      allOptions(command.options ?? []).flatMap(({ choices }) =>
        duplicates((choices ?? []).map((choice) => choice.name)).map((name) => `choice ${name} is there twice`),
      ),
  },
  {
    name: "choices-beside-autocomplete",
    check: (command) =>
      allOptions(command.options ?? []).flatMap((option) =>
        option.autocomplete && option.choices?.length ? [`option ${option.name} has choices beside autocomplete`] : [],
      ),
  },
  {
    name: "autocomplete-type",
    check: (command) =>
      allOptions(command.options ?? []).flatMap((option) =>
        option.autocomplete && ![text, integer, number].includes(option.type)
          ? [`option ${option.name} is of a type without autocomplete`]
          : [],
      ),
  },
  {
    name: "option-text-length",
    check: (command) =>
      allOptions(command.options ?? []).flatMap((option) => {
        const [min, max] = [option.min_length ?? 0, option.max_length ?? 6000];
        return min < 0 || max < 1 || max > 6000 || min > max
          ? [`option ${option.name}: ${min} to ${max} of 6000 characters`]
          : [];
      }),
  },
  {
    name: "command-size",
    check: (command) => {
      const size = sizeOf(command);
      return size > 8000 ? [`command ${command.name} has ${size} characters in all, allowed are 8000`] : [];
    },
  },
];

/** Rules for all commands of one place, the application or a guild. */
export const commandListRules: readonly Rule<readonly CommandBody[]>[] = [
  {
    name: "command-count",
    check: (commands) => {
      const limits: [number, number, string][] = [
        [commandTypes.chatInput, 100, "slash"],
        [commandTypes.user, 15, "user"],
        [commandTypes.message, 15, "message"],
      ];
      return limits.flatMap(([type, limit, name]) => {
        const count = commands.filter((command) => (command.type ?? commandTypes.chatInput) === type).length;
        return count > limit ? [`${count} ${name} commands, allowed are ${limit}`] : [];
      });
    },
  },
  {
    name: "command-duplicate",
    check: (commands) =>
      duplicates(commands.map((command) => `${command.type ?? commandTypes.chatInput} ${command.name}`)).map(
        (name) => `command ${name} is there twice`,
      ),
  },
];

function localesOfChoices(choices: CommandOption["choices"]): string[] {
  return (choices ?? []).flatMap((choice) => Object.keys(choice.name_localizations ?? {}));
}

/** Names, descriptions and choice values; of a localised text, the longest counts. */
function sizeOf(each: CommandBody | CommandOption): number {
  const longest = (own: string | null | undefined, localized: Record<string, string> | null | undefined) =>
    Math.max(lengthOf(own), ...Object.values(localized ?? {}).map(lengthOf));
  const options: readonly CommandOption[] = each.options ?? [];
  const choices = "choices" in each && Array.isArray(each.choices) ? sizeOfChoices(each.choices) : 0;
  return (
    longest(each.name, each.name_localizations) +
    longest(each.description, each.description_localizations) +
    choices +
    options.reduce((sum, option) => sum + sizeOf(option), 0)
  );
}

function sizeOfChoices(choices: CommandOption["choices"]): number {
  return (choices ?? []).reduce((sum, choice) => sum + lengthOf(choice.name) + lengthOf(String(choice.value)), 0);
}
