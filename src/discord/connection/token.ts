import type { DiscordSettings } from "../../config/discord-settings.ts";
import { AppError } from "../../errors.ts";

/** @throws AppError `settings-invalid` where no token is set */
export function requireToken({ token }: Pick<DiscordSettings, "token">): string {
  if (token !== undefined) return token;
  throw new AppError(
    "settings-invalid",
    "The setting DISCORD_TOKEN is missing.",
    ".env.example explains where to get it.",
  );
}

export function tokenInvalid(): AppError {
  return new AppError(
    "discord-token-invalid",
    "Discord does not accept the token in DISCORD_TOKEN.",
    "Get a new one at https://discord.com/developers/applications: your application, Bot, Reset Token; put it into .env.",
  );
}
