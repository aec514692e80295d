import type { Client } from "discord.js";
import { AppError, describeError } from "../../errors.ts";
import type { Log } from "../../observability/log.ts";

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** How to wait between two attempts; resolves to false where there is to be no further one. */
export type Pause = (ms: number) => Promise<boolean>;

/**
 * Connects a client, with growing pauses while Discord cannot be reached.
 * @param create makes a new client for each attempt
 * @returns undefined where the waiting was called off
 * @throws AppError `discord-token-invalid`, `discord-intents-disallowed`
 */
export async function connect(
  create: () => Client,
  token: string,
  { log, pause }: { log: Log; pause: Pause },
): Promise<Client | undefined> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const client = create();
    try {
      await client.login(token);
      return client;
    } catch (error) {
      await client.destroy();
      const fatal = refusalOf(error);
      if (fatal !== undefined) throw fatal;
      log.warn(
        { reason: describeError(error), secondsToNextAttempt: pauseMs / 1000 },
        "cannot reach Discord, trying again",
      );
    }
    if (!(await pause(pauseMs))) return undefined;
  }
}

/** The close codes with which Discord refuses a bot for good. */
export function refusalOfCloseCode(code: number): AppError | undefined {
  return code === 4004 ? tokenInvalid() : code === 4013 || code === 4014 ? intentsDisallowed() : undefined;
}

function refusalOf(error: unknown): AppError | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  const message = describeError(error);
  if (code === "TokenInvalid" || status === 401 || message === "Authentication failed") return tokenInvalid();
  if (code === "DisallowedIntents" || /disallowed intents|privileged intent/i.test(message)) return intentsDisallowed();
  return undefined;
}

export function tokenInvalid(): AppError {
  return new AppError(
    "discord-token-invalid",
    "Discord does not accept the token in DISCORD_TOKEN.",
    "Get a new one at https://discord.com/developers/applications: your application, Bot, Reset Token; put it into .env.",
  );
}

function intentsDisallowed(): AppError {
  return new AppError(
    "discord-intents-disallowed",
    "Discord does not allow this bot the intents it asks for.",
    "Turn on Message Content Intent at https://discord.com/developers/applications: your application, Bot, Privileged Gateway Intents; or set MESSAGE_CONTENT_INTENT=false.",
  );
}
