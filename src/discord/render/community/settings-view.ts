import { type APISelectMenuComponent, ChannelType, ComponentType, SelectMenuDefaultValueType } from "discord.js";
import type { ServerSettings } from "../../../config/server-settings.ts";
import type { ServerVariable } from "../../../config/variables.ts";
import type { ServerChoice } from "../../../locales/messages/community-messages.ts";
import type { Messages } from "../../../locales/messages.ts";
import { settingId } from "../../custom-ids/ids.ts";
import { type Block, colors, container, separator, text, type View } from "../parts/layout.ts";

/** Chosen to leave a setting to the host. */
export const asHost = "host";
const mostChannels = 25;
const retentionChoices = [7, 30, 90, 180, 365];

/** What a server has set, with a menu for each setting. */
export function renderSettings(
  own: Readonly<Partial<Record<ServerVariable, string>>>,
  {
    m,
    settings,
    defaults,
    hasIntent,
  }: {
    readonly m: Messages;
    /** What holds in the server. */
    readonly settings: ServerSettings;
    /** What the host has set. */
    readonly defaults: ServerSettings;
    /** Whether the host lets the bot read messages that do not mention it. */
    readonly hasIntent: boolean;
  },
): View {
  const words = m.discord.community.settings;
  const choice = (
    name: ServerVariable,
    title: ServerChoice,
    host: string | undefined,
    values: readonly (readonly [string, string])[],
  ): Block[] =>
    menu(choiceMenu(name, words.names[title], host === undefined ? undefined : words.asHost(host), values, own));
  const channels = (
    name: ServerVariable,
    title: ServerChoice,
    ids: readonly string[],
    types: ChannelType[],
  ): Block[] => [
    text(`-# ${words.names[title]}`),
    ...menu({
      type: ComponentType.ChannelSelect,
      custom_id: settingId.encode({ name }),
      placeholder: words.none,
      channel_types: types,
      min_values: 0,
      max_values: name === "DIGEST_CHANNEL" ? 1 : mostChannels,
      default_values: ids.slice(0, mostChannels).map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    }),
  ];
  const { languages, threads, answers, questions, collections } = words;
  const text_ = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
  const single = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);
  return container(
    [
      text(`## ${words.title}`),
      text(`**${words.sections.answers}**`),
      ...choice("LOCALE", "language", languages[defaults.locale ?? "each"], [
        ["de", languages.de],
        ["en", languages.en],
      ]),
      ...choice("PRIVATE_ANSWERS", "privateAnswers", answers[defaults.privateAnswers ? "private" : "public"], [
        ["false", answers.public],
        ["true", answers.private],
      ]),
      ...choice(
        "PASSAGES",
        "passages",
        words.passages(defaults.passages),
        [1, 2, 3].map((count) => [String(count), words.passages(count)] as const),
      ),
      ...choice("COLLECTIONS", "collections", collections[defaults.collections], [
        ["both", collections.both],
        ["shared", collections.shared],
        ["own", collections.own],
      ]),
      ...choice("THREADS", "threads", threads[defaults.threads], [
        ["never", threads.never],
        ["always", threads.always],
      ]),
      separator(),
      text(`**${words.sections.places}**${hasIntent ? "" : `\n-# ${words.needsIntent}`}`),
      ...channels("ASK_CHANNELS", "askChannels", settings.askChannels, text_),
      ...channels("FORUM_CHANNELS", "forumChannels", settings.forumChannels, [ChannelType.GuildForum]),
      ...channels("SOLVED_FORUMS", "solvedForums", settings.solvedForums, [ChannelType.GuildForum]),
      separator(),
      text(`**${words.sections.data}**\n-# ${words.names.managerRole} · ${words.howRoles}`),
      ...menu({
        type: ComponentType.RoleSelect,
        custom_id: settingId.encode({ name: "MANAGER_ROLE" }),
        placeholder: words.none,
        min_values: 0,
        max_values: 1,
        default_values: single(settings.managerRole).map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
      }),
      ...choice("KEEP_QUESTIONS", "keepQuestions", undefined, [
        ["false", questions["not-kept"]],
        ["true", questions.kept],
      ]),
      ...choice("ASKERS_POINT", "askersPoint", undefined, [
        ["false", words.pointing.managers],
        ["true", words.pointing.askers],
      ]),
      ...choice(
        "RETENTION_DAYS",
        "retention",
        words.days(defaults.retentionDays),
        retentionChoices.map((days) => [String(days), words.days(days)] as const),
      ),
      ...channels("DIGEST_CHANNEL", "digestChannel", single(settings.digestChannel), text_),
    ],
    colors.plain,
  );
}

function choiceMenu(
  name: ServerVariable,
  title: string,
  host: string | undefined,
  values: readonly (readonly [string, string])[],
  own: Readonly<Partial<Record<ServerVariable, string>>>,
): APISelectMenuComponent {
  const options = [...(host === undefined ? [] : [[asHost, host] as const]), ...values];
  const chosen = own[name] ?? (host === undefined ? values[0]?.[0] : asHost);
  return {
    type: ComponentType.StringSelect,
    custom_id: settingId.encode({ name }),
    placeholder: title,
    options: options.map(([value, label]) => ({
      label: `${title}: ${label}`.slice(0, 100),
      value,
      default: value === chosen,
    })),
  };
}

function menu(component: APISelectMenuComponent): Block[] {
  return [{ type: ComponentType.ActionRow, components: [component] }];
}
