import { ApplicationFlags, ApplicationFlagsBitField, DiscordAPIError, REST, Routes } from "discord.js";
import * as z from "zod";
import type { DiscordSettings } from "../../config/discord-settings.ts";
import { AppError } from "../../errors.ts";
import { describeUnreachable } from "../connection/foreign-answers.ts";
import { tokenInvalid } from "../connection/token.ts";

const timeoutMs = 10_000;
const application = z.object({ name: z.string(), flags: z.number().optional() });

/**
 * Asks Discord who the bot is, and what it is allowed.
 * @returns what is wrong as a value: a wrong token, or that Discord cannot be reached
 */
export async function examineBot({ token, apiUrl, messageContentIntent }: DiscordSettings) {
  if (token === undefined) return { kind: "no-token" } as const;
  const api = apiUrl === undefined ? {} : { api: apiUrl };
  const rest = new REST({ version: "10", timeout: timeoutMs, retries: 0, ...api }).setToken(token);
  try {
    const { name, flags = 0 } = application.parse(await rest.get(Routes.currentApplication()));
    const hasMessageContent = new ApplicationFlagsBitField(flags).any([
      ApplicationFlags.GatewayMessageContent,
      ApplicationFlags.GatewayMessageContentLimited,
    ]);
    return { kind: "discord", bot: name, hasMessageContent, needsMessageContent: messageContentIntent } as const;
  } catch (error) {
    return { kind: "discord-failed", error: explained(error) } as const;
  }
}

function explained(error: unknown): AppError {
  if (error instanceof DiscordAPIError && error.status === 401) return tokenInvalid();
  return new AppError(
    "discord-unreachable",
    `Discord cannot be asked: ${describeUnreachable(error)}`,
    "Check the network: discord.com and gateway.discord.gg, TCP 443, have to be reachable.",
    { cause: error },
  );
}
