import { DiscordAPIError, REST, Routes } from "discord.js";
import * as z from "zod";
import type { DiscordSettings } from "../../config/discord-settings.ts";
import { defined } from "../../defined.ts";
import { describeError } from "../../errors.ts";
import type { Log } from "../../observability/log.ts";
import { pauseAfter } from "../connection/patient-shards.ts";
import { tokenInvalid } from "../connection/token.ts";

const answer = z.object({ shards: z.int().min(1) });

/**
 * How many shards Discord recommends; asked until there is an answer.
 * @param pause waits; resolves to false where it is to be given up
 * @returns undefined where it was given up
 * @throws AppError `discord-token-invalid`
 */
export async function recommendedShards(
  { apiUrl }: Pick<DiscordSettings, "apiUrl">,
  token: string,
  log: Log,
  pause: (ms: number) => Promise<boolean>,
): Promise<number | undefined> {
  const rest = new REST(defined({ api: apiUrl })).setToken(token);
  for (let failures = 1; ; failures++) {
    try {
      return answer.parse(await rest.get(Routes.gatewayBot())).shards;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw tokenInvalid();
      log.warn({ reason: describeError(error) }, "cannot reach Discord, trying again");
    }
    if (!(await pause(pauseAfter(failures)))) return undefined;
  }
}
