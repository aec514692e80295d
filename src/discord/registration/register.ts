import { ApplicationIntegrationType, DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from "discord.js";
import * as z from "zod";
import type { DiscordSettings } from "../../config/discord-settings.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../errors.ts";
import { commands } from "../commands/commands.ts";
import { describeUnreachable } from "../connection/foreign-answers.ts";
import { requireToken, tokenInvalid } from "../connection/token.ts";
import { invitePermissions } from "../messages/permissions.ts";
import { compareCommands, normalized } from "./command-diff.ts";

export interface RegisterOptions {
  /** One server, where the commands appear at once; all of Discord where it is absent. */
  readonly guild?: string | undefined;
  /** Takes the commands away instead. */
  readonly isRemoval?: boolean;
  readonly print: (line: string) => void;
}

const foreignCodes: ReadonlySet<number | string> = new Set<number | string>([
  RESTJSONErrorCodes.NotAuthorizedToPerformThisActionOnThisApplication,
  RESTJSONErrorCodes.UnknownApplication,
]);

const registered = z.array(z.looseObject({ name: z.string(), type: z.number().optional() }));

/**
 * Makes Discord know the bot's commands, or forget them, writes what changed, and how to invite the bot. Doing it twice
 * changes nothing.
 * @throws AppError `settings-invalid`, `discord-token-invalid`, `discord-unreachable`, `usage` where the bot is not in the server
 */
export async function registerCommands(
  settings: DiscordSettings,
  { guild, isRemoval = false, print }: RegisterOptions,
): Promise<void> {
  const rest = new REST({ version: "10", ...defined({ api: settings.apiUrl }) }).setToken(requireToken(settings));
  try {
    const applicationId = settings.applicationId ?? (await findApplicationId(rest));
    const route =
      guild === undefined
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guild);
    const offered = isRemoval ? [] : commands;
    const wanted = offered.map(({ data }) => (guild === undefined ? data : forGuild(data)));
    const present = await findCommands(rest, route);
    const changes = compareCommands(present, wanted);
    const isChanged = changes.some(({ sign }) => sign !== "=");
    if (isChanged) await rest.put(route, { body: wanted });
    // Written only after Discord has accepted the change.
    for (const { sign, name } of changes) print(`${sign} ${name}`);
    print(
      isChanged ? `${wanted.length} commands are registered${whereOf(guild)}.` : `Nothing changed${whereOf(guild)}.`,
    );
    if (isRemoval) return;
    if (guild !== undefined && (await findCommands(rest, Routes.applicationCommands(applicationId))).length > 0) {
      print(
        `They are registered for all servers too, and so are listed twice there. To end that: --guild ${guild} --remove`,
      );
    }
    print(`Invite the bot to a server: ${inviteLink(applicationId)}`);
    print(`Use it everywhere yourself: ${ownInstallLink(applicationId)}`);
  } catch (error) {
    throw explained(error, guild);
  }
}

async function findCommands(rest: REST, route: ReturnType<typeof Routes.applicationCommands>) {
  return registered.parse(await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) }));
}

/** The address under which people add the bot to a server, asking for no more permissions than it needs. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    integration_type: String(ApplicationIntegrationType.GuildInstall),
    scope: "bot applications.commands",
    permissions: invitePermissions.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** The address under which people add the bot to themselves, to carry its commands with them. */
export function ownInstallLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    integration_type: String(ApplicationIntegrationType.UserInstall),
    scope: "applications.commands",
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

async function findApplicationId(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}

/** Commands of one server have no say in where they can be used. */
function forGuild(data: object): Record<string, unknown> {
  const { integration_types: _types, contexts: _contexts, ...rest } = normalized(data);
  return rest;
}

function whereOf(guild: string | undefined): string {
  return guild === undefined ? "" : ` in the server ${guild}`;
}

function explained(error: unknown, guild: string | undefined): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return tokenInvalid();
    if (foreignCodes.has(error.code)) {
      return new AppError(
        "settings-invalid",
        "The application in DISCORD_APPLICATION_ID is not the one that DISCORD_TOKEN belongs to.",
        "Leave DISCORD_APPLICATION_ID out: it is looked up with the token.",
        { cause: error },
      );
    }
    if (guild !== undefined && (error.status === 403 || error.status === 404)) {
      return new AppError(
        "usage",
        `The bot is not in the server ${guild}.`,
        "Invite it first, or check the id after --guild.",
        { cause: error },
      );
    }
  }
  return new AppError(
    "discord-unreachable",
    `Discord did not register the commands: ${describeUnreachable(error)}`,
    "Try again in a moment.",
    {
      cause: error,
    },
  );
}
