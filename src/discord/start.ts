import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config.ts";
import { AppError } from "../errors.ts";

/** What the bot is given to work with. */
export interface DiscordServices {
  readonly app: { readonly fundstelle: Fundstelle; close(): Promise<void> };
  readonly settings: Settings;
}

/** Runs the Discord bot until it is stopped. */
export async function start({ app }: DiscordServices): Promise<void> {
  await app.close();
  throw new AppError(
    "discord-unreachable",
    "DISCORD_TOKEN is set, but this version cannot connect to Discord.",
    "Take it out, or run: fundstelle chat",
  );
}
